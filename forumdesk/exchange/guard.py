"""Keeping a CSV field data where a spreadsheet would read a formula.

CSV has no types. Excel, WPS and LibreOffice evaluate a field that starts with `=`, `+`, `-` or `@`, and
quoting does not stop them: quotes belong to the transport and are gone before the field is looked at. So
the field's own characters must change. Three ways were weighed:

- `="=1+1"` is a formula itself, and a broken value for everybody else.
- A leading tab is data that cannot be seen: look-ups miss, and the next `=` typed behind it is live again.
- A leading apostrophe is what OWASP ASVS 1.2.10 and CWE-1236 ask for, can be seen, and stays through a save.

It is the apostrophe, made reversible: a value that already looks guarded is guarded once more, so
`unguarded(guarded(text)) == text` for every text. Plain signed numbers and digits in groups (`-2`,
`+86 138 0013 8000`) hold nothing to evaluate and stay as they are, or every phone number would be spoiled
for other programs. A workbook needs none of this: its cells are typed as text.
"""

from __future__ import annotations

import re

# Full-width signs count: Chinese and Japanese spreadsheets take them for their ASCII twins.
_TRIGGER = r"(?:[\t\r\n]|\s*[=+\-@＝＋－＠])"
_NUMBER = r" *[+\-＋－][0-9 ]*(?:\.[0-9]+)?\Z"
_WANTS_GUARD = re.compile(rf"(?!{_NUMBER})'*{_TRIGGER}")
_GUARDED = re.compile(rf"'+{_TRIGGER}")


def guarded(text: str) -> str:
    """The text as a CSV field that no spreadsheet evaluates.

    >>> guarded("=1+1"), guarded("+86 138 0013 8000"), guarded("'=1+1")
    ("'=1+1", '+86 138 0013 8000', "''=1+1")
    """
    return f"'{text}" if _WANTS_GUARD.match(text) else text


def unguarded(field: str) -> str:
    """The text that `guarded` was given; every reader of CSV fields calls this.

    >>> unguarded("'=1+1"), unguarded("'t Hooft")
    ('=1+1', "'t Hooft")
    """
    return field[1:] if _GUARDED.match(field) else field
