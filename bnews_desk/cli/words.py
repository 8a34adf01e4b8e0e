"""``bnews-desk words``: edits the editor's dictionary, or with ``--newsroom`` the newsroom's."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable

from bnews_desk.cli import command_inputs
from bnews_desk.cli.exit_status import EXIT_OK, EXIT_UNREADABLE
from bnews_desk.cli.standard_error import print_message, printable
from bnews_desk.cli.user_dictionary_words import newsroom_dictionary_path
from bnews_desk.errors import ReadError, UsageError
from bnews_desk.files import write_atomically
from bnews_desk.lexicon.dictionary_file import (
    MAX_FILE_BYTES,
    DictionaryFile,
    parse_words,
    read_dictionary_file,
)
from bnews_desk.lexicon.user_dictionaries import Dictionary, checked_word, sort_words
from bnews_desk.paths import own_dictionary


def run(options: argparse.Namespace) -> int:
    """Carry out one action on a dictionary; returns 2 when a word or file was refused, else 0."""
    path = own_dictionary()
    if options.newsroom:
        path = newsroom_dictionary_path(
            options.house, command_inputs.load_style_sheet(options.house)
        )
    dictionary = Dictionary(path)
    deeds: dict[str, Callable[[Dictionary, argparse.Namespace], int]] = {
        "add": _add,
        "remove": _remove,
        "list": _list,
        "import": _import,
        "export": _export,
    }
    return deeds[options.deed](dictionary, options)


def _add(dictionary: Dictionary, options: argparse.Namespace) -> int:
    status = EXIT_OK
    good = []
    for word in options.words:
        try:
            good.append(checked_word(word))
        except UsageError as error:
            print_message(str(error))
            status = EXIT_UNREADABLE
    merged = dictionary.merge(good)
    print(f"{len(merged.new)} kata ditambahkan, {merged.known} sudah ada: {_named(dictionary)}.")
    return status


def _remove(dictionary: Dictionary, options: argparse.Namespace) -> int:
    gone = dictionary.remove_all(options.words)
    missing = len(options.words) - len(gone)
    print(f"{len(gone)} kata dihapus, {missing} memang tidak ada: {_named(dictionary)}.")
    return EXIT_OK


def _list(dictionary: Dictionary, options: argparse.Namespace) -> int:
    _tell_all(dictionary.faults)
    words = sort_words(dictionary.words)
    if options.format == "json":
        print(json.dumps(words, ensure_ascii=False))
    else:
        sys.stdout.write("".join(f"{word}\n" for word in words))
    return EXIT_UNREADABLE if dictionary.is_broken else EXIT_OK


def _import(dictionary: Dictionary, options: argparse.Namespace) -> int:
    status = EXIT_OK
    words: list[str] = []
    unusable_lines = 0
    for file in options.files:
        try:
            read = _read(file)
        except ReadError as error:
            print_message(str(error))
            status = EXIT_UNREADABLE
            continue
        _tell_all(map(str, read.faults))
        words += read.words
        unusable_lines += read.unusable
    merged = dictionary.merge(words)
    print(
        f"{len(merged.new)} kata baru, {merged.known} sudah ada, {unusable_lines} baris tidak dapat"
        f" dipakai: {_named(dictionary)}."
    )
    return status


def _export(dictionary: Dictionary, options: argparse.Namespace) -> int:
    _tell_all(dictionary.faults)
    if dictionary.is_broken:
        return EXIT_UNREADABLE
    data = "".join(f"{word}\n" for word in sort_words(dictionary.words)).encode()
    if options.target == command_inputs.STANDARD_STREAM:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(options.target, data)
    return EXIT_OK


def _read(file: str) -> DictionaryFile:
    if file == command_inputs.STANDARD_STREAM:
        return parse_words(sys.stdin.buffer.read(MAX_FILE_BYTES), file)
    return read_dictionary_file(file)


def _tell_all(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print_message(sentence)


def _named(dictionary: Dictionary) -> str:
    return printable(dictionary.path)
