"""The style of the template editor, where it goes beyond the desk's and the documents page's."""

from __future__ import annotations

from string import Template

from forumdesk.ui.theme import Theme

_SHEET = Template("""
#editorhead { background: $window; border: none; border-bottom: 1px solid $hairline; }
#editorfoot { background: $window; border: none; border-top: 1px solid $hairline; }
#elements { background: $window; border: none; border-right: 1px solid $hairline; outline: 0; }
QListWidget#elements { border: none; selection-color: $ink; }
QListWidget#elements::item { height: 30px; padding-left: 21px; border: none; }
QListWidget#elements::item:hover { background: $hover; }
QListWidget#elements::item:selected { background: $selected; border-left: 3px solid $accent; padding-left: 18px; }
#inspector { background: $window; border: none; border-left: 1px solid $hairline; }
#inspector QAbstractScrollArea, #inspector #inside { background: $window; border: none; }
#inspector QTextEdit { background: transparent; }
QToolButton::menu-indicator { image: none; }
""")


def editor_sheet(theme: Theme) -> str:
    """The editor's style in a theme's colours."""
    return _SHEET.substitute(theme.colours)
