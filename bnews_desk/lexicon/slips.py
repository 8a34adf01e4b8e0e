"""What a slip of the finger costs: the less, the likelier on an Indonesian (QWERTY) keyboard."""

from __future__ import annotations

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_EXCHANGED = 1.4
LOST = 1.6
"""A letter left out."""
_LOST_OF_TWO = 1.0
"""One of two same letters left out: *menganggu*."""
_LOST_H = 1.2
_ADDED_TWICE = 1.6
"""A letter typed twice: *melakukkan*."""
_ADDED_BESIDE = 3.0
"""A key struck with the one beside it."""
_ADDED_H = 3.0
_ADDED = 4.5
_CHANGED_BESIDE = 2.8
_CONFUSED = 2.8
_CHANGED = 4.5
_FIRST_LETTER = 0.7
"""What a slip at a word's first letter costs more: fingers rarely fail there."""
_CONFUSIONS = frozenset(
    "ei ie ou uo fp pf fv vf vp pv kq qk sz zs jz zj dt td bp pb gk kg ck kc iy yi ae ea".split()
)
"""Letters that Indonesian spelling or ears confuse."""


def _beside() -> frozenset[str]:
    """Pairs of letters whose keys touch; each row stands half a key right of the one above."""
    pairs: set[str] = set()
    for row, keys in enumerate(_ROWS):
        for at, key in enumerate(keys):
            around = keys[at + 1 : at + 2]
            if row + 1 < len(_ROWS):
                around += _ROWS[row + 1][max(0, at - 1) : at + 1]
            pairs.update(key + near for near in around)
            pairs.update(near + key for near in around)
    return frozenset(pairs)


class SlipCosts:
    """Weighs slips; one is enough, it keeps what keys lie side by side."""

    def __init__(self) -> None:
        self._beside = _beside()

    def cost(self, typed: str, meant: str) -> float:
        """The least cost of the slips that made ``typed`` of ``meant``."""
        before: list[float] = []
        last = [0.0]
        for j in range(1, len(meant) + 1):
            last.append(last[-1] + self._lost(meant, j - 1))
        for i in range(1, len(typed) + 1):
            row = [last[0] + self._added(typed, i - 1, meant, 0)]
            for j in range(1, len(meant) + 1):
                least = min(
                    last[j] + self._added(typed, i - 1, meant, j),
                    row[j - 1] + self._lost(meant, j - 1),
                    last[j - 1] + self._changed(typed[i - 1], meant[j - 1], j - 1),
                )
                if (
                    i > 1
                    and j > 1
                    and typed[i - 1] == meant[j - 2]
                    and typed[i - 2] == meant[j - 1]
                ):
                    least = min(least, before[j - 2] + _EXCHANGED)
                row.append(least)
            before, last = last, row
        return last[-1]

    def _changed(self, typed: str, meant: str, at: int) -> float:
        if typed == meant:
            return 0.0
        pair = typed + meant
        cost = _CHANGED_BESIDE if pair in self._beside else _CHANGED
        if pair in _CONFUSIONS:
            cost = min(cost, _CONFUSED)
        return cost if at else cost + _FIRST_LETTER

    def _lost(self, meant: str, at: int) -> float:
        """What it costs to leave out the letter at ``at``."""
        letter = meant[at]
        if letter in meant[max(0, at - 1) : at] + meant[at + 1 : at + 2]:
            return _LOST_OF_TWO
        cost = _LOST_H if letter == "h" else LOST
        return cost if at else cost + _FIRST_LETTER

    def _added(self, typed: str, at: int, meant: str, behind: int) -> float:
        """What it costs to type the letter at ``at`` between two that were meant."""
        letter = typed[at]
        around = meant[max(0, behind - 1) : behind + 1]
        if letter in around:
            return _ADDED_TWICE
        cost = _ADDED
        if letter == "h":
            cost = _ADDED_H
        elif any(letter + near in self._beside for near in around):
            cost = _ADDED_BESIDE
        return cost if at else cost + _FIRST_LETTER
