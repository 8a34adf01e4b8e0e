"""What an element of a page hands down to those inside it."""

from __future__ import annotations

from bnews_desk.importers.number_formats import shown

BULLET = "-"
"""What stands for every bullet, as in copy that is typed."""
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS_FORMS = {"alpha": "Letter", "latin": "Letter", "roman": "Roman"}


class ListState:
    """A list that is open: how its items are labelled."""

    def __init__(
        self, *, is_numbered: bool, start: str = "", form: str = "", css: str = ""
    ) -> None:
        self._is_numbered = is_numbered
        self._next = int(start) if start.isdecimal() and len(start) < 7 else 1
        self._form = _FORMS.get(form, "") or _css_form(css)

    def label(self, value: str = "") -> str:
        """The label of the next item; ``value`` is the number that it asks for."""
        if not self._is_numbered:
            return f"{BULLET} "
        if value.isdecimal() and len(value) < 7:
            self._next = int(value)
        count, self._next = self._next, self._next + 1
        return f"{shown(count, self._form)}. "


def _css_form(css: str) -> str:
    case = "upper" if "upper-" in css else "lower" if "lower-" in css else ""
    kind = next((form for word, form in _CSS_FORMS.items() if case and word in css), "")
    return case + kind if kind else "decimal"


class Frame:
    """What holds inside one element.

    ``region`` is the part of the page it stands in (``nav``, ``aside`` …; '' for its copy);
    ``opens`` is ``row`` or ``cell`` where the element is one.
    """

    __slots__ = (
        "flags",
        "is_label",
        "is_note",
        "keeps_lines",
        "link",
        "list",
        "opens",
        "region",
        "style",
        "tag",
    )

    def __init__(self, above: Frame | None = None, tag: str = "") -> None:
        self.tag = tag
        self.flags: int = above.flags if above else 0
        self.link: str = above.link if above else ""
        self.region: str = above.region if above else ""
        self.style: str = above.style if above else ""
        self.keeps_lines: bool = above.keeps_lines if above else False
        self.is_label: bool = above.is_label if above else False
        self.list: ListState | None = above.list if above else None
        self.is_note: bool = False
        self.opens: str = ""
