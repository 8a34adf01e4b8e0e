"""The program's icon is legible in every size that a package carries."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader

from bnews_desk.paths import program_icon

ICONS = runpy.run_path(
    str(Path(__file__).parents[2] / "resources" / "packaging" / "icons.py"), run_name="icons"
)
SIZES = sorted({*ICONS["HICOLOR_SIZES"], *ICONS["ICO_SIZES"]})


def share(image: QImage, near: str, within: int = 60) -> float:
    """Which share of the pixels is opaque and near a colour."""
    wanted = QColor(near)
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    hits = sum(
        c.alpha() > 200
        and abs(c.red() - wanted.red()) < within
        and abs(c.green() - wanted.green()) < within
        and abs(c.blue() - wanted.blue()) < within
        for c in colours
    )
    return hits / len(colours)


@pytest.mark.parametrize("size", [size for size in SIZES if size <= 128])
def test_letter_and_wave_are_seen_on_the_tile(qapp, size):
    image = ICONS["rendered"](size)
    assert image.pixelColor(0, 0).alpha() < 128, "the corners are round"
    assert share(image, "#FDFCFA") > 0.1, "the letter"
    assert share(image, "#F2574B", 110) > 0.03, "the wave"
    assert share(image, "#2F353C") > 0.35, "the tile"


def test_the_windows_own_icon_is_the_same_drawing(qapp):
    shown = QIcon(program_icon()).pixmap(48).toImage()
    assert share(shown, "#FDFCFA") == pytest.approx(
        share(ICONS["rendered"](48), "#FDFCFA"), abs=0.02
    )


def test_the_packages_files_are_whole_and_the_same_twice(qapp, tmp_path):
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        ICONS["write_hicolor"](folder / "hicolor")
        ICONS["write_ico"](folder / "bnews-desk.ico")
        made.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.*")})
    assert made[0] == made[1]
    assert len(made[0]) == len(ICONS["HICOLOR_SIZES"]) + 2
    for size in ICONS["HICOLOR_SIZES"]:
        picture = QImage(str(tmp_path / f"one/hicolor/{size}x{size}/apps/bnews-desk.png"))
        assert picture == ICONS["rendered"](size).convertToFormat(picture.format())
    reader = QImageReader(str(tmp_path / "one" / "bnews-desk.ico"))
    read = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        read.append(reader.read())
    assert [picture.width() for picture in read] == list(ICONS["ICO_SIZES"])
    for picture in read:
        expected = ICONS["rendered"](picture.width())
        assert share(picture, "#FDFCFA") == pytest.approx(share(expected, "#FDFCFA"), abs=0.01)
        middle, column = picture.width() // 4, picture.width() * 3 // 8
        assert (
            picture.pixelColor(column, middle).name() == expected.pixelColor(column, middle).name()
        )
