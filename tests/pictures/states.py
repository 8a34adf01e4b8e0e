"""The states of the window to be pictured, each as the user's steps to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from copies import (
    GARDEN,
    LONG_HEADLINE,
    MANY,
    MARKET,
    MARKET_EDITED,
    MESSAGE,
    READY,
    TITLES,
)
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QLinearGradient, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from window_kit import CTRL, NONE, SHIFT, Sitting

from bnews_desk.gui.settings.languagetool_page import LanguageToolPage
from bnews_desk.gui.shared.crash_dialog import CrashDialogs
from bnews_desk.release import Photo

MODAL_MS = 400
"""Milliseconds after which a question is on the screen."""


class Camera(NamedTuple):
    """A new user's desk, the folder, and a function that takes a picture with an optional name."""

    desk: Sitting
    home: Path
    shoot: Callable[..., None]


def empty(at: Camera) -> None:
    """Nothing on the desk yet."""
    del at


def sample(at: Camera) -> None:
    """The sample, checked."""
    at.desk.open_sample()


def card(at: Camera) -> None:
    """The card under the pointer, and the one opened by Ctrl+."""
    desk = at.desk
    desk.open_sample()
    page = desk.parts.page
    finding = next(p for p in desk.release.findings if p.text.startswith("Senin"))
    page.reveal(finding.start, finding.start)
    line = page.finding_rect(finding)
    desk.move_pointer(page.viewport(), line.center())
    desk.move_pointer(page.viewport(), line.center() + QPoint(2, 0))
    desk.wait(desk.program.card.isVisible)
    at.shoot("pointer")
    desk.press(Qt.Key.Key_Escape)
    desk.place_caret(finding.start)
    desk.press(Qt.Key.Key_Period, CTRL)
    at.shoot("key")
    last = desk.release.findings[-1]
    desk.press(Qt.Key.Key_Escape)
    desk.place_caret(last.start)
    desk.press(Qt.Key.Key_Period, CTRL)
    at.shoot("below")


def original(at: Camera) -> None:
    """The original beside the copy, at its beginning and at its end."""
    desk = at.desk
    desk.paste(MARKET)
    desk.release.document.become(desk.value._replace(text=MARKET_EDITED))
    desk.wait_checked()
    desk.place_caret(0)
    desk.press(Qt.Key.Key_F4)
    desk.wait(lambda: desk.window.right.currentIndex() > 2)
    at.shoot()
    desk.parts.page.reveal(len(MARKET_EDITED), len(MARKET_EDITED))
    at.shoot("end")


def row_menu(at: Camera) -> None:
    """The menu of a row of the findings."""
    desk = at.desk
    desk.open_sample()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_J)
    view = desk.parts.findings.list
    middle = view.visualRect(view.currentIndex()).center()
    QApplication.sendEvent(view.viewport(), _menu_event(view.viewport(), middle))


def menu(at: Camera) -> None:
    """The main menu."""
    at.desk.open_sample()
    at.desk.press(Qt.Key.Key_F10)


def find(at: Camera) -> None:
    """Searching, then replacing with nothing found."""
    desk = at.desk
    desk.open_sample()
    desk.press(Qt.Key.Key_F, CTRL)
    desk.type("festival")
    at.shoot("found")
    desk.press(Qt.Key.Key_H, CTRL)
    desk.type("xyz")
    at.shoot("nothing")


def focus_mode(at: Camera) -> None:
    """The page alone."""
    at.desk.open_sample()
    at.desk.press(Qt.Key.Key_F11)
    at.shoot()
    at.desk.press(Qt.Key.Key_F11)


def details(at: Camera) -> None:
    """Publication data unfolded, then with an embargo and too many tags."""
    desk = at.desk
    desk.paste(GARDEN)
    desk.click(desk.parts.frame_panel.fold)
    at.shoot("unfolded")
    tomorrow = datetime.now().astimezone().replace(hour=8, minute=0) + timedelta(days=1)
    old = desk.value.details
    desk.release.document.set_details(
        old._replace(
            writer="Sunarto",
            category="Pertanian",
            tags=("kopi", "panen", "sumberagung"),
            embargo=tomorrow,
            description="Warga Sumberagung memanen kopi.",
        )
    )
    desk.wait_checked()
    at.shoot("embargo")
    desk.parts.frame_panel.details.advertorial.setFocus()
    at.shoot("end")


def related(at: Camera) -> None:
    """The related lines unfolded, and the field for another."""
    desk = at.desk
    desk.open_sample()
    desk.click(desk.parts.frame_panel.related.add)
    at.shoot("adding")
    desk.press(Qt.Key.Key_Escape)
    desk.click(desk.parts.frame_panel.related.count)
    at.shoot("unfolded")


def unknown(at: Camera) -> None:
    """An unregistered source and editor."""
    copy = GARDEN.replace("kmfkabblt/sun", "kmfkabbl/xyz").replace("Zainul Arifin", "Rina Wati")
    at.desk.paste(copy)
    at.shoot("listed")
    field = at.desk.parts.frame_panel.rows["source"].field
    field.setFocus()
    field.selectAll()
    at.desk.type("kmf")
    at.shoot("completing")


def ready(at: Camera) -> None:
    """Siap tayang: held back, asked at export, ready, published."""
    desk = at.desk
    desk.open_sample()
    desk.press(Qt.Key.Key_E, CTRL)
    at.shoot("red")
    QTimer.singleShot(MODAL_MS, lambda: (at.shoot("question"), _answer()))
    desk.press(Qt.Key.Key_Return, CTRL, desk.parts.ready_panel)
    desk.press(Qt.Key.Key_E, CTRL)
    desk.paste(READY)
    desk.press(Qt.Key.Key_E, CTRL)
    at.shoot("green")
    desk.click(desk.parts.ready_panel._sign_off_row.box, QPoint(12, 10))
    at.shoot("signed")
    desk.click(desk.parts.ready_panel._button)
    desk.wait(lambda: "Tersimpan: " in desk.status_text())
    at.shoot("exported")


def export_forms(at: Camera) -> None:
    """The other formats unfolded, an invalid name pattern, everything exported."""
    desk = at.desk
    desk.paste(READY)
    desk.press(Qt.Key.Key_E, CTRL)
    form = desk.parts.ready_panel._form
    desk.parts.ready_panel._scrolled.ensureWidgetVisible(form._boxes.fold)
    desk.click(form._boxes.fold)
    at.shoot("unfolded")
    form._pattern.setFocus()
    form._pattern.selectAll()
    desk.type("{tanggal} {jdul}")
    at.shoot("fault")
    form._pattern.selectAll()
    desk.type("{tanggal} {tempat} {judul}")
    for box in form._boxes._boxes.values():
        box.setChecked(True)
    at.shoot("all")
    desk.parts.ready_panel._scrolled.ensureWidgetVisible(form._boxes.fold)
    desk.click(form._boxes.fold)
    at.shoot("folded")
    desk.click(desk.parts.ready_panel._button)
    desk.wait(lambda: "Tersimpan: " in desk.status_text())
    at.shoot("exported")


def overwriting(at: Camera) -> None:
    """A name that is already used."""
    desk = at.desk
    desk.paste(READY)
    desk.press(Qt.Key.Key_E, CTRL)
    desk.click(desk.parts.ready_panel._button)
    desk.wait(lambda: "Tersimpan: " in desk.status_text())
    QTimer.singleShot(MODAL_MS, lambda: (at.shoot(), _answer()))
    desk.click(desk.parts.ready_panel._button)


def meja(at: Camera) -> None:
    """Six releases in their stages, three of them open."""
    desk = at.desk
    for title in TITLES:
        desk.paste(GARDEN.replace(GARDEN.split("\n", 1)[0], title))
        if title in TITLES[:3]:
            desk.press(Qt.Key.Key_W, CTRL)
    desk.paste(READY)
    desk.press(Qt.Key.Key_E, CTRL)
    desk.click(desk.parts.ready_panel._sign_off_row.box, QPoint(12, 10))
    desk.press(Qt.Key.Key_E, CTRL)
    at.shoot("stages")
    desk.press(Qt.Key.Key_1, CTRL)
    desk.press(Qt.Key.Key_Down)
    at.shoot("keyboard")
    desk.parts.desk_list.search.setText("puskesmas")
    at.shoot("search")
    desk.parts.desk_list.search.setText("tidak ada")
    at.shoot("nothing")


def ignored(at: Camera) -> None:
    """Findings ignored here, in the release and in the newsroom."""
    desk = at.desk
    desk.paste(MANY)
    desk.press(Qt.Key.Key_3, CTRL)
    for key, modifiers in ((Qt.Key.Key_I, NONE), (Qt.Key.Key_R, NONE), (Qt.Key.Key_I, SHIFT)):
        desk.press(key, modifiers)
        desk.wait_checked()
    desk.program.commands["ignored"].trigger()


def rule(at: Camera) -> None:
    """The record of a rule."""
    desk = at.desk
    desk.open_sample()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_F1)


def palette(at: Camera) -> None:
    """Every command, then those that match typed letters."""
    desk = at.desk
    desk.open_sample()
    desk.press(Qt.Key.Key_P, CTRL | SHIFT)
    at.shoot("all")
    focused = QApplication.focusWidget()
    if focused is not None:
        QTest.keyClicks(focused, "tem")
    at.shoot("named")


def guide(at: Camera) -> None:
    """The guide."""
    at.desk.open_sample()
    at.desk.press(Qt.Key.Key_F1)


def log(at: Camera) -> None:
    """The earlier messages of the status line."""
    desk = at.desk
    desk.open_sample()
    desk.paste(GARDEN)
    desk.program.commands["log"].trigger()


def settings(at: Camera) -> None:
    """Every page of the settings, then a server's address."""
    desk = at.desk
    desk.open_own()
    desk.press(Qt.Key.Key_Comma, CTRL)
    dialog = desk.program.finish_parts().settings_controller.show_settings()
    opinion = dialog.pages[0]
    assert isinstance(opinion, LanguageToolPage)
    desk.wait(opinion.is_known)
    for number, page in enumerate(dialog.pages, start=1):
        dialog.show_page(page)
        at.shoot(str(number))
    dialog.show_page(opinion)
    opinion.modes["server"].setChecked(True)
    opinion.address.setText("https://api.languagetool.org/v2")
    opinion.use.click()
    at.shoot("server")
    opinion.modes["local"].setChecked(True)
    opinion.show_progress(98_000_000, 247_000_000)
    at.shoot("download")


def notices(at: Camera) -> None:
    """An unreadable file, a full disk, a running import."""
    desk = at.desk
    desk.open_sample()
    broken = at.home / "rilis-dinas-kesehatan-kabupaten-blitar.docx"
    broken.write_bytes(b"PK\x03\x04 bukan berkas Word")
    desk.program.importing.import_files([str(broken)])
    desk.wait(lambda: bool(desk.parts.notice.texts))
    at.shoot("unreadable")
    desk.program.journal_signals.report_trouble(
        "Perubahan belum tersimpan karena ruang disk habis; kosongkan sebagian disk, lalu naskah"
        " disimpan lagi dengan sendirinya."
    )
    desk.settle()
    desk.parts.notice.show_notice(
        "Mengimpor 2 dari 5 …", "impor", "warn", ("Batalkan", lambda: None)
    )
    at.shoot("disk")


def crash(at: Camera) -> None:
    """A failure of the program."""
    desk = at.desk
    desk.open_sample()
    dialogs = CrashDialogs(
        str(at.home), lambda: desk.program.theme, lambda: desk.window, desk.program
    )
    dialogs._open(
        "Ada bagian program yang gagal, tetapi naskah sudah tersimpan dan jendela dapat dipakai"
        f" terus. Kirimkan berkas ini kepada pengembang: {at.home}/laporan/2026-11-27.txt."
    )
    QTest.qWait(MODAL_MS)
    at.shoot()
    if dialogs.dialog is not None:
        dialogs.dialog.reject()


def narrow(at: Camera) -> None:
    """Windows narrower than the columns need."""
    desk = at.desk
    desk.open_sample()
    height = desk.window.height()
    for width in (1100, 940, 800):
        if width < desk.window.width():
            desk.window.resize(width, height)
            at.shoot(str(width))
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    at.shoot("desk")


def photos(at: Camera) -> None:
    """Photos with and without caption and credit."""
    desk = at.desk
    desk.paste(READY)
    for number, (caption, credit) in enumerate(
        (
            ("Warga Sumberagung menjemur kopi di halaman balai desa, Rabu (13/11/2024).", "Humas"),
            ("", ""),
        )
    ):
        data = _picture(number)
        digest = sha256(data).hexdigest()
        desk.release.pictures[digest] = data
        desk.program.desk.put_picture(digest, data)
        photo = Photo(digest, number, f"kopi-{number}.png", caption, credit)
        desk.release.document.add_photo(photo)
    desk.wait_checked()
    at.shoot("page")
    desk.press(Qt.Key.Key_E, CTRL)
    at.shoot("checklist")


def many(at: Camera) -> None:
    """Many findings, most rules folded; then the list scrolled to its end."""
    desk = at.desk
    desk.paste(MANY)
    at.shoot("list")
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_End)
    at.shoot("end")


def tidied(at: Camera) -> None:
    """After Rapikan."""
    desk = at.desk
    desk.open_sample()
    before = desk.text
    desk.click(desk.parts.top_bar._tidy)
    desk.wait(lambda: desk.text != before)
    desk.wait_checked()
    desk.move_pointer(desk.parts.status, QPoint(desk.window.width() // 2, 10))


def mended(at: Camera) -> None:
    """A fix applied in a row while the pointer is in the panel."""
    desk = at.desk
    desk.open_sample()
    desk.click_fix(desk.finding_row())
    desk.wait_checked()


def headline(at: Camera) -> None:
    """A headline of three lines; then none at all."""
    desk = at.desk
    desk.paste(GARDEN.replace(GARDEN.split("\n", 1)[0], LONG_HEADLINE))
    at.shoot("long")
    desk.paste(GARDEN.split("\n", 2)[2])
    at.shoot("none")


def message(at: Camera) -> None:
    """A release from WhatsApp on the import sheet, on the desk, and its report."""
    desk = at.desk
    desk.application.clipboard().setText(MESSAGE)
    desk.press(Qt.Key.Key_V, CTRL | SHIFT)
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None and arrivals.sheet.isVisible())
    at.shoot("sheet")
    desk.press(Qt.Key.Key_Return, where=arrivals.sheet)
    desk.wait_checked()
    at.shoot("desk")
    desk.program.commands["receipt"].trigger()
    at.shoot("report")
    desk.press(Qt.Key.Key_Escape)


def mail(at: Camera) -> None:
    """A mail on the import sheet: its subject as headline, its attachments; its report."""
    desk = at.desk
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "humas@contoh.id", "Siaran Pers: Posyandu Remaja Dimulai"
    body = ("BLITAR - Puskesmas Kanigoro memulai posyandu remaja, Selasa (24/11/2026).",) * 12
    letter.set_content("\n\n".join(("SIARAN PERS", *body, "Narahubung: Rina (0812-0000-0304)")))
    for name, data in (
        ("lampiran-jadwal.txt", MANY.encode()),
        ("posyandu.png", _picture(1)),
        ("undangan.exe", b"MZ"),
    ):
        letter.add_attachment(data, maintype="application", subtype="x-lain", filename=name)
    path = at.home / "posyandu.eml"
    path.write_bytes(letter.as_bytes())
    desk.program.importing.import_files([str(path)])
    arrivals = desk.program.finish_parts().arrivals
    desk.wait(lambda: arrivals.sheet is not None and arrivals.sheet.isVisible())
    at.shoot("sheet")
    if arrivals.sheet is not None:
        arrivals.sheet.accept()
    desk.wait_checked()
    at.shoot("offered")
    desk.program.commands["attachments"].trigger()
    at.shoot("files")
    _answer()
    desk.program.commands["receipt"].trigger()
    QTest.qWait(600)
    at.shoot("report")


def begun(at: Camera) -> None:
    """A new release without any text yet."""
    at.desk.press(Qt.Key.Key_N, CTRL)
    at.desk.wait_checked()


STATES: dict[str, Callable[[Camera], None]] = {
    state.__name__: state
    for state in (
        empty,
        sample,
        card,
        original,
        row_menu,
        menu,
        find,
        focus_mode,
        details,
        related,
        unknown,
        ready,
        export_forms,
        overwriting,
        meja,
        ignored,
        rule,
        palette,
        guide,
        log,
        settings,
        notices,
        crash,
        narrow,
        photos,
        many,
        tidied,
        mended,
        headline,
        message,
        mail,
        begun,
    )
}


def _menu_event(widget: QWidget, place: QPoint) -> QContextMenuEvent:
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))


def _answer() -> None:
    """Answer the open question."""
    asked = QApplication.activeModalWidget()
    if asked is not None:
        asked.close()


def _picture(number: int) -> bytes:
    """A picture of a morning, in one of two lights."""
    image = QImage(900, 600 if number == 0 else 1100, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 0, image.height())
    sky.setColorAt(0, QColor("#7fa8c9" if number == 0 else "#c98f7f"))
    sky.setColorAt(0.6, QColor("#e8d8b8"))
    sky.setColorAt(1, QColor("#5c7a4a"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), sky)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())
