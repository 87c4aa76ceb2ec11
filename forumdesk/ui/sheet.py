"""The style sheet: what the palette cannot say. Measures in px at 100 %."""

from __future__ import annotations

from string import Template

from forumdesk.ui.theme import Theme

_SHEET = Template("""
#bar, #status { background: $window; }
#bar { border: none; border-bottom: 1px solid $hairline; }
#status { border: none; border-top: 1px solid $hairline; }
#rail { background: $sunken; border: none; border-right: 1px solid $hairline; }
#page { background: $surface; }

QLabel { color: $ink; background: transparent; }
QLabel#title { font-size: 20px; font-weight: bold; }
QLabel#section { font-size: 15px; font-weight: bold; }
QLabel#event { font-weight: bold; }
QLabel#kicker { color: $ink_2; }
QLabel#second { color: $ink_2; font-size: 12px; }
QLabel#count, QLabel#empty { color: $ink_3; }

QToolButton { border: 1px solid transparent; border-radius: 6px; background: transparent; color: $ink; padding: 0; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $selected; }
QToolButton:disabled { color: $disabled_text; }
QToolButton:focus { border: 2px solid $focus; }
#status QToolButton { color: $ink_2; font-size: 12px; border-radius: 4px; padding: 0 6px; }
#status QToolButton:checked { color: $accent; font-weight: bold; }

QPushButton {
    color: $ink; background: $surface; border: 1px solid $hairline_strong; border-radius: 6px;
    padding: 0 14px; min-height: 28px; max-height: 28px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border: 2px solid $focus; padding: 0 13px; min-height: 26px; max-height: 26px; }
QPushButton:disabled { color: $disabled_text; border-color: $hairline; background: $surface; }
QPushButton[segment] { border-radius: 0; border-left-width: 0; padding: 0 12px; }
QPushButton[segment="first"] {
    border-left-width: 1px; border-top-left-radius: 6px; border-bottom-left-radius: 6px;
}
QPushButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[segment]:checked { background: $selected; color: $accent; font-weight: bold; }
QPushButton[segment]:focus { border: 2px solid $focus; padding: 0 11px; }

QPushButton#chip {
    border-radius: 4px; border-color: $hairline_strong; color: $ink_2; font-size: 12px; padding: 0 8px;
    min-height: 22px; max-height: 22px;
}
QPushButton#chip:checked { background: $selected; border-color: $accent; color: $accent; }
QPushButton#chip:focus { border: 2px solid $focus; padding: 0 7px; min-height: 20px; max-height: 20px; }

QListWidget#choices {
    background: $surface; border: 1px solid $hairline_strong; border-radius: 6px; outline: 0; padding: 1px;
}
QListWidget#choices::item { height: 28px; padding: 0 8px; color: $ink; }
QListWidget#choices::item:hover { background: $hover; }
QListWidget#choices::item:selected { background: $selected; color: $ink; }

QTableView { background: $surface; border: none; outline: 0; }
QHeaderView, QTableCornerButton::section { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $ink_3; font-size: 12px; font-weight: normal;
    border: none; border-bottom: 1px solid $hairline_strong; padding: 0 8px;
}
QLineEdit {
    color: $ink; background: $surface; border: 1px solid $control; border-radius: 6px; padding: 0 7px;
    selection-background-color: $accent_fill; selection-color: #FFFFFF;
}
QLineEdit:focus { border: 2px solid $focus; padding: 0 6px; }

#notice { border: none; border-radius: 6px; margin: 8px 24px; background: $selected; }
#notice[tone="trouble"] { background: $vermilion_tint; }
#notice QLabel { color: $ink; }
#notice[tone="trouble"] QLabel { color: $vermilion; }
#notice QToolButton:hover { background: transparent; }

#banner { border: none; border-bottom: 1px solid $hairline; background: $amber_tint; }
#banner QLabel { color: $amber; }
#toast { background: $surface; border: 1px solid $hairline_strong; border-radius: 10px; }
QListWidget#contents {
    background: $window; border: none; border-right: 1px solid $hairline; outline: 0; padding: 12px 0;
}
QListWidget#contents::item { padding: 6px 16px 6px 21px; color: $ink; }
QListWidget#contents::item:hover { background: $hover; }
QListWidget#contents::item:selected { background: $selected; border-left: 3px solid $accent; padding-left: 18px; }
QTextBrowser#book { background: $surface; color: $ink; border: none; }
#tour { background: $surface; border: 1px solid $accent; border-radius: 10px; }
QPushButton[link="true"] {
    color: $accent; background: transparent; border: 2px solid transparent; padding: 0 8px;
    min-height: 24px; max-height: 24px;
}
QPushButton[link="true"]:hover { background: $hover; }
QPushButton[link="true"]:pressed { background: $selected; }
QPushButton[link="true"]:focus { border: 2px solid $focus; padding: 0 8px; min-height: 24px; max-height: 24px; }
QPushButton[primary="true"] {
    color: #FFFFFF; background: $accent_fill; border-color: $accent_fill; font-weight: bold;
}
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed {
    background: $accent_pressed; border-color: $accent_pressed;
}
QPushButton[primary="true"]:focus { border: 2px solid $focus; }
QPushButton[primary="true"]:disabled {
    color: $disabled_text; background: $hover; border-color: $hairline; font-weight: normal;
}

#panel { background: $surface; border: 1px solid $hairline_strong; border-radius: 10px; }
QLineEdit#query, QLineEdit#query:focus { background: transparent; border: none; padding: 0; font-size: 18px; }
QListView#found, QListWidget#found { background: transparent; border: none; outline: 0; }
#foot {
    background: $window; border-top: 1px solid $hairline;
    border-bottom-left-radius: 9px; border-bottom-right-radius: 9px;
}
QLabel#trouble { color: $vermilion; font-size: 12px; }
QLabel#hint { color: $ink_2; font-size: 12px; }
#sheet, #sheet > QWidget > QWidget { background: transparent; }
QLabel#keycap {
    color: $ink_3; background: $window; border: 1px solid $hairline_strong; border-radius: 4px;
    padding: 0 6px; font-size: 11px; min-height: 18px; max-height: 18px;
}

QMenu { color: $ink; background: $surface; border: 1px solid $hairline_strong; padding: 6px 0; }
QMenu::item { padding: 6px 28px 6px 16px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $disabled_text; }
QMenu::icon { padding-left: 12px; }
QMenu::separator { height: 1px; background: $hairline; margin: 6px 0; }

QProgressBar { background: $hairline; border: none; border-radius: 2px; }
QProgressBar::chunk { background: $accent_fill; border-radius: 2px; }

QDialog { background: $surface; }
QPlainTextEdit {
    color: $ink; background: $sunken; border: 1px solid $hairline_strong; border-radius: 6px; padding: 8px;
}
QPlainTextEdit:focus { border: 2px solid $focus; padding: 7px; }

#line { background: $hairline; border: none; max-height: 1px; min-height: 1px; }

QToolTip { color: $ink; background: $surface; border: 1px solid $hairline_strong; padding: 4px 8px; font-size: 12px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $hairline_strong; border: 3px solid $surface; border-radius: 6px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0; height: 0;
}
""")


def style_sheet(theme: Theme) -> str:
    """The sheet in a theme's colours."""
    return _SHEET.substitute(theme.colours)
