"""Compares names, allowing for Javanese and old spellings and for typing errors."""

from __future__ import annotations

from bnews_desk.patterns import Pattern

_SOUNDS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("nj", "ny"), ("ch", "k"), ("kh", "k"),
    ("sh", "s"), ("sy", "s"), ("dh", "d"), ("th", "t"), ("dz", "z"), ("ph", "f"), ("v", "f"),
    ("ck", "k"), ("q", "k"), ("y", "i"), ("z", "s"), ("p", "f"), ("o", "a"),
)  # fmt: skip
"""Spellings of one sound, longer ones first."""
_DOUBLED = Pattern(r"(.)\1+")


def sound_key(folded: str) -> str:
    """A folded name by its sound: *soeharto* and *suharto*, *achmad* and *ahmad* are equal."""
    for written, sound in _SOUNDS:
        folded = folded.replace(written, sound)
    folded = _DOUBLED.sub(r"\1", folded)
    return folded.replace("k", "").replace("h", "")


def slip_distance(one: str, other: str, most: int) -> int:
    """The number of typing errors between two words: a letter added, lost or wrong, two exchanged.

    It is ``most + 1`` where there are more than ``most``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _parted(one, other)
    if not one or not other:
        return min(len(one) + len(other), most + 1)
    if most == 1:
        is_one = len(one) == len(other) == 1 or (len(one) == 2 and one == other[::-1])
        return 1 if is_one else 2
    far = most + 1  # for cells outside the band that few errors can reach
    width = len(other)
    before: list[int] = []
    last = [min(j, far) for j in range(width + 1)]
    for i, letter in enumerate(one, 1):
        row = [far] * (width + 1)
        if i <= most:
            row[0] = i
        nearest = row[0]
        for j in range(max(1, i - most), min(width, i + most) + 1):
            cost = last[j - 1]
            if letter != other[j - 1]:
                cost = min(cost, row[j - 1], last[j]) + 1
                if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                    cost = min(cost, before[j - 2] + 1)
            row[j] = cost
            nearest = min(nearest, cost)
        if nearest > most:
            return far
        before, last = last, row
    return min(last[-1], far)


def _parted(one: str, other: str) -> tuple[str, str]:
    """Two words without their common beginning and end, which have no typing error."""
    least = min(len(one), len(other))
    start = 0
    while start < least and one[start] == other[start]:
        start += 1
    least -= start
    end = 0
    while end < least and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def are_near(one: str, other: str) -> bool:
    """Whether two folded names may be the same: one error (two in long names), or the same
    sound."""
    if one == other or sound_key(one) == sound_key(other):
        return True
    length = min(len(one), len(other))
    most = 0 if length < 4 else 1 if length < 9 else 2
    return slip_distance(one, other, most) <= most
