"""The context menu of a finding on the page: fix, ignore, add to a dictionary."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from bnews_desk.gui.editor.page_view import Page
from bnews_desk.gui.findings.dictionary_owner import DictionaryOwner, word_to_keep
from bnews_desk.gui.findings.finding_texts import worded
from bnews_desk.gui.findings.hover_card import HoverCard
from bnews_desk.gui.findings.ignore_scope import IgnoreScope
from bnews_desk.gui.findings.row_geometry import MOST_OFFERS


class FindingMenu(QObject):
    """Puts above the menu of cut and paste what the hover card offers; the card carries it out."""

    def __init__(self, page: Page, card: HoverCard) -> None:
        super().__init__(card)
        self._page, self._card = page, card
        page.menu_opening.connect(self._fill)

    def _fill(self, menu: QMenu, place: QPoint) -> None:
        page, card = self._page, self._card
        card.close_card()
        release = page.release
        if release is None:
            return
        position = page.positions().from_qt(page.cursorForPosition(place).position())
        finding = page.finding_at(position)
        if finding is None:
            return
        wording = worded(finding, release.document.release().text)

        def made_of(text: str, act: Callable[[], None]) -> QAction:
            action = QAction(text.replace("&", "&&"), menu)
            action.triggered.connect(lambda: card.take_up(finding))
            action.triggered.connect(act)
            return action

        offers = wording.offers[:MOST_OFFERS]
        made = [made_of(offer, partial(card.fix, number)) for number, offer in enumerate(offers)]
        if made:
            made.append(menu.addSeparator())
        for owner in DictionaryOwner if word_to_keep(finding) else ():
            made.append(made_of(owner.label, partial(card.keep, owner)))
        for reach in IgnoreScope:
            made.append(made_of(reach.label, partial(card.ignore, reach)))
        made.append(menu.addSeparator())
        menu.insertActions(menu.actions()[0], made)
