"""The style of the documents page, where it goes beyond the desk's."""

from __future__ import annotations

from string import Template

from forumdesk.ui.theme import Theme

_SHEET = Template("""
#shelf { background: $window; border: none; border-right: 1px solid $hairline; }
#documents { background: $window; border: none; outline: 0; }
#options { background: $surface; border: none; border-right: 1px solid $hairline; }
#ground, #ground QAbstractScrollArea { background: $sunken; border: none; }
#ground QScrollBar::handle { border-color: $sunken; }
#ground QToolButton:hover { background: $hover; }
#ground QToolButton:checked { background: $selected; }
QLabel#label { color: $ink_2; }
QLabel#heading { font-weight: bold; }

QPushButton#primary { color: #FFFFFF; background: $accent_fill; border-color: $accent_fill; font-weight: bold; }
QPushButton#primary:hover, QPushButton#primary:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton#primary:focus { border: 2px solid $focus; }
QPushButton#primary:disabled { color: $disabled_text; background: $surface; border-color: $hairline; }
QPushButton#link {
    color: $accent; background: transparent; border: none; border-radius: 4px;
    padding: 0 4px; min-height: 22px; max-height: 22px; text-align: left;
}
QPushButton#link:hover { background: $hover; }
QPushButton#link:focus { border: 2px solid $focus; padding: 0 2px; min-height: 18px; max-height: 18px; }
QPushButton#link:disabled { color: $disabled_text; }
#options QToolButton::menu-indicator { image: none; }
#options QAbstractScrollArea, #options #remarks { background: $surface; border: none; }
QComboBox {
    color: $ink; background: $surface; border: 1px solid $control; border-radius: 6px; padding: 0 0 0 7px;
    selection-background-color: $selected; selection-color: $ink;
}
QComboBox:focus { border: 2px solid $focus; padding: 0 0 0 6px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView {
    color: $ink; background: $surface; border: 1px solid $hairline_strong; outline: 0;
    selection-background-color: $selected; selection-color: $ink;
}
""")


def page_sheet(theme: Theme) -> str:
    """The page's style in a theme's colours."""
    return _SHEET.substitute(theme.colours)
