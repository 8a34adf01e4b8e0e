"""The Qt style sheet of the window, made from a table of colours.

Widgets are selected by dynamic properties: ``look`` on buttons (``filled``, ``quiet``, ``fix``,
``link``, ``bar``, ``chip``, ``row``), ``ground`` on panels (``page``, ``side``, ``bar``,
``raised``, ``card``, ``err_tint``, ``warn_tint``), ``type`` on labels (``head``, ``meta``,
``help``) and ``ink`` on labels (``ink2``, ``ink3``, ``err``, ``warn``, ``sug``, ``ok``). See
``set_look``.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from bnews_desk.paths import resource

_BUTTONS = """
QPushButton, QToolButton { color: $ink; background: transparent; border: 1px solid transparent;
  border-radius: 6px; padding: 0 7px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:open { background: $sel; }
QPushButton:focus, QToolButton:focus { border: 2px solid $sug; padding: 0 6px; }
QPushButton:disabled, QToolButton:disabled { color: $ghost; background: transparent; }
QToolButton::menu-indicator { image: none; }
*[look="filled"] { color: $onfill; background: $fill; border-color: $fill; font-weight: 500;
  padding: 0 11px; }
*[look="filled"]:hover, *[look="filled"]:pressed { background: $fill; border-color: $field; }
*[look="filled"]:focus { padding: 0 10px; border: 2px solid $sug; }
*[look="filled"]:disabled { color: $ghost; background: $hover; border-color: $hover; }
*[look="quiet"] { background: $raised; border-color: $line2; font-weight: 500; padding: 0 11px; }
*[look="quiet"]:focus { padding: 0 10px; }
*[look="fix"] { background: $raised; border-color: $line2; font-weight: 500; padding: 0 8px; }
*[look="fix"]:focus { padding: 0 7px; }
*[look="quiet"]:disabled, *[look="fix"]:disabled { background: transparent;
  border-color: $line; }
QToolButton { padding: 0 3px 0 7px; }
QToolButton:focus { padding: 0 2px 0 6px; }
QToolButton[look="filled"], QToolButton[look="quiet"] { padding: 0 7px 0 11px; }
QToolButton[look="filled"]:focus, QToolButton[look="quiet"]:focus { padding: 0 6px 0 10px; }
QToolButton[state="open"], QPushButton[state="open"] { background: $sel; border-color: $sel; }
QToolButton:checked { background: $sel; }
*[look="icon"], *[look="icon"]:focus { padding: 0; }
*[look="link"] { color: $sug; padding: 0 3px; border-radius: 4px; }
*[look="link"]:focus { padding: 0 2px; }
*[look="state"] { font-weight: 500; padding: 0 5px; }
*[look="state"]:focus { padding: 0 4px; }
*[look="chip"] { background: $raised; border-color: $line2; padding: 0 1px 0 5px; }
*[look="chip"]:checked { background: $sel; border-color: $field; }
*[look="chip"]:focus { padding: 0 0 0 4px; border: 2px solid $sug; }
*[look="chip"]:disabled { background: transparent; border-color: $line; }
*[look="row"] { text-align: left; padding: 0 9px; }
*[look="row"]:focus { padding: 0 8px; }
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox, QDateTimeEdit { color: $ink; background: $raised;
  border: 1px solid $line2; border-radius: 6px; padding: 0 7px; min-height: 24px;
  selection-background-color: $selection; selection-color: $ink; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $sug;
  padding: 0 6px; min-height: 22px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $ghost;
  background: transparent; border-color: $line; }
QLineEdit[state="warn"], QComboBox[state="warn"] { border-color: $warn; }
QLineEdit[state="err"], QComboBox[state="err"] { border-color: $err; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0;
  background: transparent; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0;
  min-height: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line2; color: $ink;
  selection-background-color: $sel; selection-color: $ink; outline: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 18px; border: none;
  background: transparent; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$arrow_up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$arrow"); width: 10px; height: 10px; }
QDateTimeEdit::drop-down { border: none; width: 20px; }
QCalendarWidget QWidget { background: $raised; color: $ink; }
QCalendarWidget QAbstractItemView { background: $raised; alternate-background-color: $side;
  selection-background-color: $selection; selection-color: $ink; }
QTextEdit, QPlainTextEdit { color: $ink; background: $page; border: none;
  selection-background-color: $selection; selection-color: $ink; }
QTextEdit[look="field"], QPlainTextEdit[look="field"] { background: $raised;
  border: 1px solid $line2; border-radius: 6px; padding: 2px 4px; }
QTextEdit[look="field"]:focus, QPlainTextEdit[look="field"]:focus { border: 2px solid $sug;
  padding: 1px 3px; }
QCheckBox, QRadioButton { color: $ink; spacing: 8px; border: 2px solid transparent;
  border-radius: 6px; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: $sug; }
QCheckBox:disabled, QRadioButton:disabled { color: $ghost; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
  border: 1px solid $field; border-radius: 4px; background: $raised; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $fill;
  border-color: $fill; image: url("$tick"); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $field;
  border-radius: 8px; background: $raised; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $fill;
  background: $onfill; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled,
QAbstractItemView::indicator:disabled { border-color: $line2; background: transparent; }
"""

_GROUNDS = """
QMainWindow, QMainWindow > QWidget { background: $bar; }
#hoverCard { background: transparent; }
QDialog { background: $page; color: $ink; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialog[ground="sheet"] { background: $raised; border: 1px solid $field; }
QLabel { color: $ink; background: transparent; border: none; }
QLabel:disabled { color: $ghost; }
*[ground="page"] { background: $page; border: none; }
*[ground="side"] { background: $side; border: none; }
*[ground="bar"] { background: $bar; border: none; }
*[ground="raised"] { background: $raised; border: none; }
*[ground="card"] { background: $raised; border: 1px solid $line2; border-radius: 8px; }
*[ground="popup"] { background: $raised; border: 1px solid $line2; }
*[ground="err_tint"] { background: $err_tint; border: none; border-bottom: 1px solid $line2; }
*[ground="warn_tint"] { background: $warn_tint; border: none; border-bottom: 1px solid $line2; }
*[look="rule"] { background: $line; border: none; }
*[type="head"] { font-weight: 600; }
*[type="meta"] { font-size: ${meta}px; color: $ink3; }
*[type="help"] { font-size: ${help}px; }
QLabel[type="help"] { color: $ink2; }
*[ink="ink2"] { color: $ink2; }
*[ink="ink3"] { color: $ink3; }
*[ink="err"] { color: $err; }
*[ink="warn"] { color: $warn; }
*[ink="sug"] { color: $sug; }
*[ink="ok"] { color: $ok; }
"""

_REST = """
QToolBar { background: $bar; border: none; border-bottom: 1px solid $line; padding: 0; spacing: 0; }
QStatusBar { background: $bar; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QAbstractItemView { color: $ink; background: transparent; border: none; outline: 0;
  selection-background-color: $sel; selection-color: $ink; }
QHeaderView { background: $side; }
QHeaderView::section { color: $ink2; background: $side; border: none;
  border-bottom: 1px solid $line; padding: 3px 6px; }
QDialogButtonBox QPushButton { background: $raised; border-color: $line2;
  min-height: 26px; padding: 0 11px; }
QDialogButtonBox QPushButton:focus { padding: 0 10px; }
QDialogButtonBox QPushButton:disabled { background: transparent; border-color: $line; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#contents { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; margin: 0; }
QScrollBar:horizontal { height: 10px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $field; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { color: $ink; background: $raised; border: 1px solid $line2; padding: 4px;
  menu-scrollable: 1; }
QMenu::item { padding: 4px 20px 4px 10px; border-radius: 4px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $ghost; }
QMenu::icon { padding-left: 10px; }
QMenu::icon:checked { background: $sel; border: 1px solid $field; border-radius: 4px;
  padding: 2px 1px 2px 4px; margin-left: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QToolTip { color: $ink; background: $raised; border: 1px solid $line2; padding: 4px 6px; }
QTabBar { background: $bar; border: none; }
QTabBar::tab { color: $ink2; background: $bar; border: none; border-right: 1px solid $line;
  border-bottom: 1px solid $line; padding: 0 12px; height: 33px; min-width: 80px;
  max-width: 240px; }
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $ink; background: $page; border-bottom: 1px solid $page; }
QTabBar::tab:focus { border: 2px solid $sug; }
QTabBar::close-button { image: url("$cross"); subcontrol-position: right; width: 16px;
  height: 16px; margin-right: 2px; border-radius: 4px; }
QTabBar::close-button:hover { background: $sel; }
#settingsPages { padding: 8px 6px; }
#settingsPages::item { border-radius: 6px; padding: 0 10px; }
#settingsPages::item:hover { background: $hover; }
#settingsPages::item:selected { background: $sel; color: $ink; }
#settingsPages::item:selected:focus { border: 2px solid $sug; padding: 0 8px; }
QSlider { border: 2px solid transparent; border-radius: 6px; min-height: 24px; max-height: 24px; }
QSlider:focus { border-color: $sug; }
QSlider::groove:horizontal { height: 4px; background: $line2; border-radius: 2px; margin: 0 4px; }
QSlider::handle:horizontal { width: 14px; margin: -5px -4px; border-radius: 7px;
  background: $fill; }
QProgressBar { background: $hover; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $fill; border-radius: 2px; }
"""

_TEMPLATE = Template(_BUTTONS + _FIELDS + _GROUNDS + _REST)


def style_sheet(colours: Mapping[str, str], scale: float = 1.0) -> str:
    """The style sheet in these colours, type sizes times ``scale``."""

    def fixed(name: str) -> str:
        return resource("icons", "fixed", name).replace("\\", "/")

    is_dark = int(colours["page"][1:3], 16) < 128
    return _TEMPLATE.substitute(
        colours,
        meta=round(11 * scale),
        help=round(12 * scale),
        arrow=fixed("arrow.svg"),
        arrow_up=fixed("arrow-up.svg"),
        cross=fixed("close.svg"),
        tick=fixed("tick-dark.svg" if is_dark else "tick-light.svg"),
    )
