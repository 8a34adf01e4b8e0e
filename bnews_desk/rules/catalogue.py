"""The catalogue: every rule, ordered by code."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from bnews_desk.house.style import HouseStyle
from bnews_desk.rules.rule import Rule
from bnews_desk.rules.word_rule_matcher import newsroom_word_rules, shipped_word_rules

_TOPICS: tuple[str, ...] = (
    "frame.missing_dateline",
    "frame.datelines",
    "frame.related_lines",
    "frame.linked_titles",
    "frame.source_tags",
    "frame.credits",
    "frame.leftovers",
    "frame.leftover_emphasis",
    "frame.headlines",
    "numbers.wrong_dates",
    "numbers.date_names",
    "numbers.money",
    "numbers.date_layout",
    "numbers.relative_dates",
    "numbers.publication_dates",
    "numbers.clock_times",
    "numbers.opening_numbers",
    "numbers.figures_or_words",
    "numbers.thousands_separators",
    "numbers.decimal_commas",
    "numbers.long_sums_and_ranges",
    "numbers.percentages",
    "numbers.affixed_numbers",
    "numbers.unit_forms",
    "numbers.ages_and_phone_numbers",
    "spelling.prepositions",
    "spelling.ke_forms",
    "spelling.pun_particle",
    "spelling.particles",
    "spelling.clitics",
    "spelling.bound_forms",
    "spelling.bound_form_hyphens",
    "spelling.reduplication_figure_two",
    "spelling.reduplication",
    "spelling.compounds",
    "spelling.prefix_assimilation",
    "spelling.standard_words",
    "spelling.degree_forms",
    "spelling.abbreviations",
    "spelling.letter_abbreviations",
    "spelling.chat_words",
    "spelling.name_capitals",
    "spelling.office_titles",
    "spelling.institution_capitals",
    "spelling.acronym_forms",
    "spelling.degree_commas",
    "spelling.comma_after_degree",
    "spelling.misspelt_words",
    "spelling.needless_capitals",
    "spelling.place_name_capitals",
    "punctuation.white_space",
    "punctuation.mark_spacing",
    "punctuation.doubled_marks",
    "punctuation.unpaired_marks",
    "punctuation.quote_marks",
    "punctuation.attribution_commas",
    "punctuation.quoted_sentences",
    "punctuation.connector_commas",
    "punctuation.clause_commas",
    "punctuation.apposition_commas",
    "punctuation.sentence_ends",
    "punctuation.sentence_starts",
    "punctuation.headline_capitals",
    "punctuation.series_commas",
    "punctuation.words_in_capitals",
    "punctuation.chat_markup",
    "punctuation.ampersands",
    "punctuation.dashes",
    "style.foreign_words",
    "style.repeated_words",
    "style.pleonasms",
    "style.officialese",
    "style.paired_conjunctions",
    "style.doubled_conjunctions",
    "style.range_prepositions",
    "style.text_lengths",
    "style.forms_of_address",
    "style.needless_prepositions",
    "style.filler_phrases",
    "style.repeated_small_words",
    "style.repeated_attributions",
    "style.light_verbs",
    "style.wordy_phrases",
    "style.sentence_openings",
    "style.relative_where",
    "style.bare_verbs",
    "style.reported_conditions",
    "style.repeated_sentences",
    "style.wrong_passives",
    "style.attendance_lists",
    "style.quotation_echoes",
    "style.overused_words",
    "ethics.protected_identities",
    "ethics.presumption_of_innocence",
    "ethics.witness_or_accused",
    "ethics.unanswered_accusations",
    "ethics.suicide_reports",
    "ethics.disability_words",
    "ethics.publication_labels",
    "ethics.unconfirmed_rumours",
    "ethics.unnamed_release_sender",
    "ethics.unmarked_corrections",
    "facts.unexplained_acronyms",
    "facts.acronym_definitions",
    "facts.name_spellings",
    "facts.contradictory_addresses",
    "facts.level_words",
    "facts.former_place_names",
    "facts.misspelt_places",
    "facts.address_order",
    "facts.regency_city_confusion",
    "facts.law_citations",
    "facts.contradictory_rises_and_falls",
    "facts.wrong_totals",
    "facts.figure_conflicts",
    "facts.missing_speakers",
    "facts.doubled_speakers",
    "facts.unanswered_lead_questions",
    "facts.shares_above_whole",
    "facts.wrong_shares",
    "facts.wrong_products",
    "facts.miscounted_lists",
    "facts.wrong_durations",
    "facts.wrong_ages",
    "facts.acronym_letters",
    "facts.later_person_mentions",
    "facts.two_offices",
    "facts.speaker_introductions",
    "facts.partial_person_names",
    "facts.office_holders",
    "facts.first_mentions",
    "facts.wrong_quotation_verbs",
    "facts.changed_facts",
)
"""The modules with rules written in code, below ``bnews_desk.rules``; each has a tuple
``RULES``."""


_GUEST = "lt-"
"""The prefix of the ids of LanguageTool's rules, which are not in the catalogue."""


def all_rules() -> tuple[Rule, ...]:
    """Every shipped rule, including those that are off by default."""
    rules: list[Rule] = []
    for topic in _TOPICS:
        rules += import_module(f"bnews_desk.rules.{topic}").RULES
    rules += shipped_word_rules()
    return tuple(sorted(rules, key=lambda rule: rule.code))


def rules_of(house: HouseStyle) -> tuple[Rule, ...]:
    """The rules of one newsroom: the shipped ones, then its own.

    Where an own rule has the id of a shipped one, the shipped one is used.
    """
    shipped = all_rules()
    if not house.own_rules:
        return shipped
    taken = set(taken_ids(house, shipped))
    return (
        *shipped,
        *newsroom_word_rules(rule for rule in house.own_rules if rule.id not in taken),
    )


def taken_ids(house: HouseStyle, shipped: Iterable[Rule]) -> list[str]:
    """The ids of a newsroom's own rules that shipped rules already have."""
    known = {rule.id for rule in shipped}
    return [rule.id for rule in house.own_rules if rule.id in known]


def unknown_ids(ids: Iterable[str], rules: Iterable[Rule]) -> list[str]:
    """Those of ``ids`` that belong to no rule."""
    known = {rule.id for rule in rules}
    return [rule_id for rule_id in ids if rule_id not in known]


def misnamed_severities(house: HouseStyle, rules: Iterable[Rule]) -> list[str]:
    """The ids in a style sheet's table of severities that belong to no rule."""
    return _misnamed(house.severities, rules)


def misnamed_ignores(house: HouseStyle, rules: Iterable[Rule]) -> list[str]:
    """The ids in a style sheet's table of ignores that belong to no rule, each once, in order."""
    return _misnamed(sorted({ignore.rule for ignore in house.ignores}), rules)


def _misnamed(ids: Iterable[str], rules: Iterable[Rule]) -> list[str]:
    return [rule_id for rule_id in unknown_ids(ids, rules) if not rule_id.startswith(_GUEST)]
