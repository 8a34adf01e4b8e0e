"""Recording somebody of a finding in the newsroom's register of officials."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from window_kit import CTRL, Sitting, Starter

from bnews_desk.finding import Finding
from bnews_desk.gui.findings.hover_card import HoverCard
from bnews_desk.gui.findings.official_dialog import OfficialDialog
from bnews_desk.house.newsroom_sheet import NAME, ensure_newsroom_sheet, put_officials
from bnews_desk.house.officials import Official
from bnews_desk.house.style_sheet import load_style_sheet
from bnews_desk.paths import user_folder
from bnews_desk.settings import Settings, save_settings

SUGENG = Official("Bupati Tirtasari", "Sugeng Hartono", since=date(2020, 1, 1))
COPY = (
    "Bupati Buka Pasar\n\nBLITAR | B-news.id - Bupati Tirtasari Ratna Widuri membuka pasar, Rabu"
    " (13/11/2024).\nSiti Rahayu berdagang di sana. Menurut Siti Rahayuu, pasar itu ramai."
    " (kmfkabblt/sun)\nEditor : Zainul Arifin"
)


def with_register(start: Starter) -> Sitting:
    path = ensure_newsroom_sheet(user_folder())
    put_officials(path, [SUGENG])
    save_settings(str(Path(user_folder(), "pengaturan.json")), Settings(house_sheet=path))
    desk = start()
    desk.paste(COPY)
    return desk


def menu_of(desk: Sitting, finding: Finding) -> QMenu:
    view = desk.parts.findings.list
    desk.parts.findings.show_finding(finding)
    index = desk.parts.findings.model.index(desk.parts.findings.model.row_of(finding))
    at = view.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def asked(desk: Sitting, rule: str) -> OfficialDialog:
    menu = menu_of(desk, desk.finding(rule))
    next(act for act in menu.actions() if act.text() == "Catat sebagai pejabat…").trigger()
    menu.close()
    return desk.window.findChildren(OfficialDialog)[-1]


def test_who_holds_an_office_is_recorded_and_the_finding_goes(start: Starter) -> None:
    desk = with_register(start)
    dialog = asked(desk, "office-holder-mismatch")
    assert (dialog.office.text(), dialog.name.text()) == ("Bupati Tirtasari", "Ratna Widuri")
    dialog.since.setText("1/7/2024")
    desk.click(dialog.record)
    assert desk.status_text() == "Ratna Widuri dicatat sebagai Bupati Tirtasari."
    desk.wait(lambda: "office-holder-mismatch" not in {p.rule for p in desk.release.findings})
    house, faults = load_style_sheet(str(Path(user_folder(), NAME)))
    assert house.officials == (
        SUGENG._replace(until=date(2024, 6, 30)),
        Official("Bupati Tirtasari", "Ratna Widuri", date(2024, 7, 1)),
    )
    assert faults == []


def test_the_predecessor_may_stay_in_office(start: Starter) -> None:
    desk = with_register(start)
    dialog = asked(desk, "office-holder-mismatch")
    assert dialog.ends.text() == "Akhiri masa jabatan Sugeng Hartono"
    desk.click(dialog.record)
    assert "Isi tanggal mulainya" in dialog.fault.text()
    dialog.office.setText("Anggota DPRD Tirtasari")
    assert not dialog.ends.isVisible()
    dialog.office.setText("Bupati Tirtasari")
    dialog.ends.setChecked(False)
    desk.click(dialog.record)
    house, _ = load_style_sheet(str(Path(user_folder(), NAME)))
    assert house.officials == (SUGENG, Official("Bupati Tirtasari", "Ratna Widuri"))


def test_the_hover_card_offers_it(start: Starter) -> None:
    desk = with_register(start)
    desk.place_caret(desk.text.index("Ratna Widuri") + 2)
    desk.press(Qt.Key.Key_Period, CTRL)
    card = desk.window.findChild(HoverCard)
    desk.wait(card.isVisible)
    desk.click(desk.button(card, "Catat sebagai pejabat"))
    assert desk.window.findChildren(OfficialDialog)[-1].name.text() == "Ratna Widuri"


def test_what_cannot_be_recorded_is_said_in_the_dialog(start: Starter) -> None:
    desk = with_register(start)
    dialog = asked(desk, "name-variant")
    assert (dialog.office.text(), dialog.name.text()) == ("", "Siti Rahayu")
    said = []
    for office, since, until in (
        ("", "", ""),
        ("Lurah Babadan", "kemarin", ""),
        ("Lurah Babadan", "2/1/2025", "1/1/2025"),
    ):
        for field, text in zip(
            (dialog.office, dialog.since, dialog.until), (office, since, until), strict=True
        ):
            field.setText(text)
        desk.click(dialog.record)
        said.append(dialog.fault.text().split()[0])
    assert said == ["Jabatan", "Tanggalnya", "Tanggal"]
    Path(user_folder(), NAME).write_text("[rusak\n")
    dialog.until.clear()
    desk.click(dialog.record)
    assert "salah tulis" in dialog.fault.text()
    assert dialog.isVisible()


def test_without_a_sheet_of_its_own_the_newsroom_gets_one(desk: Sitting) -> None:
    desk.paste(COPY)
    dialog = asked(desk, "name-variant")
    dialog.office.setText("Lurah Babadan")
    desk.click(dialog.record)
    assert load_style_sheet(str(Path(user_folder(), NAME)))[0].officials == (
        Official("Lurah Babadan", "Siti Rahayu"),
    )


def test_the_menu_of_the_page_offers_it_too(start: Starter) -> None:
    desk = with_register(start)
    page = desk.parts.page
    cursor = QTextCursor(page.document())
    cursor.setPosition(desk.release.document.to_qt(desk.text.index("Ratna Widuri") + 2))
    place = page.cursorRect(cursor).center()
    at = page.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at)
    QApplication.sendEvent(page.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(act for act in menu.actions() if act.text() == "Catat sebagai pejabat…").trigger()
    menu.close()
    assert desk.window.findChildren(OfficialDialog)[-1].name.text() == "Ratna Widuri"


def test_other_findings_offer_no_such_thing(desk: Sitting) -> None:
    desk.paste(COPY.replace("pasar itu ramai", "resiko itu kecil"))
    menu = menu_of(desk, desk.finding("kata-baku"))
    assert not [act for act in menu.actions() if "pejabat" in act.text()]
    menu.close()
