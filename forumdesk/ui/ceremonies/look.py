"""The style of this page's own parts: tabs, the place for a paste, chips of counts."""

from __future__ import annotations

from string import Template

from forumdesk.ui.parts.field import field_sheet
from forumdesk.ui.theme import Theme

_SHEET = Template("""
#ceremonies { background: $window; border: none; border-right: 1px solid $hairline; }
QScrollArea { background: transparent; border: none; }
QListView { background: $window; border: none; outline: 0; }
QLabel#missing { color: $amber; }
QLabel#label { color: $ink_3; font-size: 12px; }
QFrame#upright { background: $hairline_strong; border: none; max-width: 1px; min-width: 1px; }
QPushButton[tab="true"] {
    color: $ink_2; background: transparent; border: none; border-radius: 0; border-bottom: 2px solid transparent;
    padding: 0; min-height: 34px; max-height: 34px; text-align: left;
}
QPushButton[tab="true"]:hover { color: $ink; }
QPushButton[tab="true"]:checked { color: $accent; font-weight: bold; border-bottom-color: $accent; }
QPushButton[tab="true"]:focus { border: 2px solid $focus; border-radius: 6px; min-height: 32px; max-height: 32px; }
QPushButton[primary="true"] {
    color: #FFFFFF; background: $accent_fill; border-color: $accent_fill; font-weight: bold;
}
QPushButton[primary="true"]:hover { background: $accent_pressed; }
QPushButton[primary="true"]:disabled { color: $disabled_text; background: $surface; border-color: $hairline; }
QPlainTextEdit {
    color: $ink; background: $surface; border: 1px solid $control; border-radius: 6px; padding: 3px 8px;
    selection-background-color: $accent_fill; selection-color: #FFFFFF;
}
QPlainTextEdit:focus { border: 2px solid $focus; padding: 2px 7px; }
""")


def page_sheet(theme: Theme) -> str:
    """The sheet in a theme's colours, with that of the fields."""
    return field_sheet(theme) + _SHEET.substitute(theme.colours)
