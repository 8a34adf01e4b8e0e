"""The style sheet of the frame panel, made from a theme."""

from __future__ import annotations

from string import Template

from bnews_desk.gui.shared.theme import Theme

_TOKENS = (
    "side raised hover sel ink ink2 ink3 err err_tint warn sug selection line2 ghost"
).split()
_SHEET = """
#framePanel, #framePanel QScrollArea, #frameBody { background: $side; border: none; }
#framePanel QLabel { color: $ink2; font-size: ${ui}px; background: transparent; }
#framePanel QLabel#head { color: $ink; font-weight: 600; }
#framePanel QLabel#counter { color: $ink3; font-size: ${meta}px; }
#framePanel QLabel#counter[over="true"] { color: $warn; font-weight: 600; }
#framePanel QLineEdit, #framePanel QPlainTextEdit, #titlePopup QLineEdit {
    color: $ink; background: $raised; border: 1px solid $line2;
    border-radius: 6px; padding: 1px 6px; font-size: ${ui}px;
    selection-background-color: $selection; selection-color: $ink; }
#framePanel QPlainTextEdit { padding: 2px 3px; }
#framePanel QLineEdit[condition="doubtful"] { border-color: $warn; }
#framePanel QLineEdit[condition="missing"] { border-color: $err; }
#framePanel QLineEdit[automatic="true"] { color: $ink3; }
#framePanel QLineEdit:disabled, #framePanel QPlainTextEdit:disabled {
    color: $ghost; background: $side; }
#framePanel QLineEdit:focus, #framePanel QPlainTextEdit:focus, #titlePopup QLineEdit:focus {
    border: 2px solid $sug; padding: 0px 5px; }
#framePanel QPushButton[look="link"] {
    color: $sug; background: transparent; border: none; border-radius: 4px;
    font-size: ${link}px; padding: 0; margin: 0; min-width: 0; min-height: 0; text-align: left; }
#framePanel QPushButton[look="link"]:hover { text-decoration: underline; }
#framePanel QPushButton[look="link"]:focus { border: 2px solid $sug; }
#framePanel QPushButton[look="link"]:disabled { color: $ghost; }
#framePanel QToolButton#fold { font-size: ${ui}px; }
#framePanel QToolButton#small {
    background: transparent; border: none; border-radius: 4px; padding: 0; }
#framePanel QToolButton#small:hover { background: $hover; }
#framePanel QToolButton#small:pressed { background: $sel; }
#framePanel QToolButton#small:focus { border: 2px solid $sug; }
#framePanel QFrame#embargo {
    background: $err_tint; border-radius: 6px; margin-bottom: 6px; }
#framePanel QFrame#embargo QLabel { color: $err; font-weight: 600; }
#framePanel QCheckBox { color: $ink; font-size: ${ui}px; }
#titlePopup { background: $raised; border: 1px solid $line2; }
#titlePopup QPushButton {
    color: $ink; background: $raised; border: 1px solid $line2;
    border-radius: 6px; padding: 0 10px; font-size: ${ui}px; font-weight: 500; }
#titlePopup QPushButton:hover { background: $hover; }
#titlePopup QPushButton:focus { border: 2px solid $sug; }
#titlePopup QLabel#offerHead { color: $ink3; font-size: ${meta}px; padding: 6px 0 0 5px; }
#titlePopup QLabel#offerTitle { color: $ink; }
#titlePopup QLabel#offerAbout { color: $ink3; font-size: ${meta}px; }
#titlePopup QPushButton#offer {
    background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0; }
#titlePopup QPushButton#offer:hover { background: $hover; }
#titlePopup QPushButton#offer:focus { border-color: $sug; }
#titlePopup QPushButton[look="link"] {
    color: $sug; background: transparent; border: none; border-radius: 4px;
    font-size: ${link}px; font-weight: 400; padding: 2px 4px; }
#titlePopup QPushButton[look="link"]:hover { text-decoration: underline; }
"""


def looks(theme: Theme) -> str:
    """What the panel's widgets look like; the shapes beside the fields are painted."""
    colours = {token: theme.color(token).name() for token in _TOKENS}
    ui, meta = theme.ui_font(13).pixelSize(), theme.ui_font(11).pixelSize()
    sizes = {"ui": ui, "link": ui - 1, "meta": meta}
    return Template(_SHEET).substitute(colours, **sizes)
