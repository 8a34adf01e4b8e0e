"""A process that notes text without a pause and prints what it has noted, until it is killed.

Arguments: the journal's path, a seed. Prints a line ``number seconds`` after each note.
"""

from __future__ import annotations

import random
import sys
import time

from bnews_desk.archive.journal.journal import Journal
from bnews_desk.receipt import Receipt
from bnews_desk.release import Photo, Release


def type_on(path: str, seed: int) -> None:
    """Note ever longer copy, with pictures and tabs, forever."""
    dice = random.Random(seed)  # noqa: S311
    journal = Journal(path)
    journal.put_picture("d" * 64, b"gambar" * 1000)
    number = 0
    while True:
        number += 1
        body = "\n".join(f"paragraf {n} 🎉" for n in range(dice.randrange(1, 200)))
        photos = (Photo("d" * 64, 0),)
        journal.note("a", Release(f"{number}\n{body}", photos=photos), dice.randrange(5))
        journal.note("b", Release(f"{number}\nlain"))
        if dice.random() < 0.1:
            journal.set_open(["a", "b"], dice.choice("ab"))
        if dice.random() < 0.05:
            journal.put_original("a", "a.docx", dice.randbytes(20_000), Receipt())
        print(number, time.monotonic(), flush=True)
        time.sleep(dice.random() * 0.02)


if __name__ == "__main__":
    type_on(sys.argv[1], int(sys.argv[2]))
