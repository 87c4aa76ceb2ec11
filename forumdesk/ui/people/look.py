"""The style of the people page: its pane at the right, links, the banner of possible duplicates."""

from __future__ import annotations

from string import Template

from forumdesk.ui.parts.field import field_sheet
from forumdesk.ui.theme import Theme

_SHEET = Template("""
#pane, #pane #card, #pane QScrollArea { background: $window; border: none; }
#pane { border-left: 1px solid $hairline; }
QTextEdit#headline { font-size: 17px; font-weight: bold; }
QLabel#label, QLabel#amount { color: $ink_3; font-size: 12px; }
QLabel#heading { font-weight: bold; }
QLabel#missing { color: $amber; font-size: 12px; }
QLabel#alike { color: $ink_3; }
QFrame#rule { background: $hairline; border: none; min-height: 1px; max-height: 1px; }

#twice { background: $amber_tint; border: none; border-radius: 6px; }
#twice QLabel { color: $amber; }
#twice QPushButton { color: $amber; }
#twice QPushButton:hover { background: transparent; }

QPushButton[primary="true"] {
    color: #FFFFFF; background: $accent_fill; border-color: $accent_fill; font-weight: bold;
}
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed {
    background: $accent_pressed; border-color: $accent_pressed;
}
QPushButton[link="true"] {
    color: $accent; background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0 2px;
    min-height: 20px; max-height: 20px; text-align: left; text-decoration: none;
}
QPushButton[link="true"]:hover { background: $hover; text-decoration: underline; }
QPushButton[link="true"]:focus { border: 2px solid $focus; padding: 0 2px; min-height: 20px; max-height: 20px; }
QPushButton[link="true"][tone="trouble"] { color: $vermilion; }
QPushButton::menu-indicator { image: none; width: 0; }
QRadioButton { color: $ink; spacing: 8px; font-weight: bold; }
QRadioButton::indicator {
    width: 12px; height: 12px; border: 1px solid $control; border-radius: 7px; background: $surface;
}
QRadioButton::indicator:checked { border: 4px solid $accent_fill; width: 6px; height: 6px; }
QRadioButton:focus { color: $accent; }
QAbstractItemView#offers {
    color: $ink; background: $surface; border: 1px solid $hairline_strong; outline: 0;
    selection-background-color: $selected; selection-color: $ink;
}
""")


def page_sheet(theme: Theme) -> str:
    """The sheet in a theme's colours, with that of the fields."""
    return field_sheet(theme) + _SHEET.substitute(theme.colours)


def offers_sheet(theme: Theme) -> str:
    """The style of names offered under a field: a window of its own, which no sheet around the field reaches."""
    return (
        f"QAbstractItemView {{ color: {theme.ink}; background: {theme.surface}; outline: 0;"
        f" border: 1px solid {theme.hairline_strong};"
        f" selection-background-color: {theme.selected}; selection-color: {theme.ink}; }}"
        "QAbstractItemView::item { min-height: 28px; padding: 0 6px; }"
    )
