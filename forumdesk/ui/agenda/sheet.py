"""The style of the agenda page, beyond that of the desk."""

from __future__ import annotations

from string import Template

from forumdesk.ui.parts.field import field_sheet
from forumdesk.ui.theme import Theme

_SHEET = Template("""
#inspector, #inspector #card { background: $window; }
#inspector { border: none; border-left: 1px solid $hairline; }
#inspector QScrollArea { background: $window; border: none; }
QTextEdit#headline { font-size: 17px; font-weight: bold; }
QLabel#label { color: $ink_3; font-size: 12px; }
QLabel#group { color: $ink_3; font-size: 12px; }
QLabel#small { color: $ink_2; font-size: 12px; }
QLabel#heading { font-weight: bold; }
QLabel#amount { color: $ink_3; font-size: 12px; }
QLabel#warning { color: $vermilion; }
QLabel#missing { color: $amber; }

QPushButton[flat="true"] { border-color: transparent; background: transparent; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:checked { background: $selected; color: $accent; }
QPushButton[flat="true"]:focus { border-color: $focus; }

QPushButton[toggle="true"] {
    color: $ink_2; background: transparent; border: 1px solid $hairline_strong; border-radius: 4px;
    padding: 0 8px; min-height: 20px; max-height: 20px; font-size: 12px;
}
QPushButton[toggle="true"]:checked { color: $accent; background: $selected; border-color: $selected; }
QPushButton[toggle="true"]:disabled { color: $disabled_text; border-color: $hairline; background: transparent; }
QPushButton[toggle="true"]:focus { border: 2px solid $focus; padding: 0 7px; min-height: 18px; max-height: 18px; }

QPushButton[link="true"] {
    color: $accent; background: transparent; border: none; border-radius: 3px; padding: 0 2px;
    min-height: 20px; max-height: 20px; text-decoration: underline;
}
QPushButton[link="true"][tone="warning"] { color: $vermilion; }
QPushButton[link="true"]:hover { background: $hover; }
QPushButton[link="true"]:focus { border: 2px solid $focus; padding: 0; min-height: 16px; max-height: 16px; }

QAbstractScrollArea::corner { background: $surface; border: none; }
#overlap { background: $vermilion_tint; border: none; border-bottom: 1px solid $hairline; }
#overlap QPushButton:hover { background: transparent; }
#delay { background: $window; border: none; border-top: 1px solid $hairline; border-bottom: 1px solid $hairline; }
#entry { border: 2px solid transparent; border-radius: 6px; background: transparent; }
#entry:hover { background: $hover; }
#entry:focus { border-color: $focus; }
#entry[open="true"] { background: $surface; border: 1px solid $hairline; }
#entry[open="true"]:focus { border: 2px solid $focus; }
QToolButton:checked { color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
""")


def agenda_sheet(theme: Theme) -> str:
    """The sheet in a theme's colours, with that of its fields."""
    return _SHEET.substitute(theme.colours) + field_sheet(theme)


def chip_sheet(theme: Theme, family: str) -> str:
    """The style of a button that is a chip in a family's colours."""
    each = theme.families[family]
    return (
        f"QToolButton {{ color: {each.ink}; background: {each.tint}; border: 1px solid {each.tint};"
        " border-radius: 4px; padding: 0 6px; font-size: 12px; }"
        f"QToolButton:hover {{ border-color: {theme.control}; }}"
        f"QToolButton:focus {{ border: 2px solid {theme.focus}; padding: 0 5px; }}"
        "QToolButton::menu-indicator { image: none; width: 0; }"
    )
