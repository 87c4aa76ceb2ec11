"""What writing a text is in, and the pieces it falls into: spaces, Han characters and marks, words."""

from __future__ import annotations

import functools
import re
import unicodedata

from forumdesk.documents.model import HINT

IDEOGRAPHIC_SPACE = "\u3000"
AMBIGUOUS = "“”‘’…—·"  # full width in an East Asian text, narrow in a Western one

# Han, kana and full-width marks may be parted anywhere; Hangul has words.
_WIDE = "\u2e80-\u2fff\u3001-\u312f\u3190-\uabff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff□"
_WIDE_LETTERS = re.compile(
    "[\u2e80-\u2fff\u3005-\u3007\u3040-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTERS = re.compile(r"[^\W\d_]")
_APART = f"{HINT} {IDEOGRAPHIC_SPACE}"
_WESTERN_PIECES = re.compile(f"[{_APART}{_WIDE}]|[^{_APART}{_WIDE}]+")
_EASTERN_PIECES = re.compile(
    f"[{_APART}{_WIDE}]|(?:(?<=[!-~])[{AMBIGUOUS}]|[^{_APART}{_WIDE}{AMBIGUOUS}])+|[{AMBIGUOUS}]"
)
_INSIDE_A_WORD = re.compile(r"(?<=[^\W\d_]{2}[-/–])(?=[^\W\d_])")
_BLANKS = re.compile("[ \t\r\n\v\f\u2028\u2029]+")
_COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a]")
_INVISIBLE = re.compile("[\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\ufe00-\ufe0f]")
_TO_CLEAN = re.compile(f"[\t\r\n\v\f\u2028\u2029{_COMBINING.pattern[1:-1]}{_INVISIBLE.pattern[1:-1]}]")
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")


def cleaned(text: str) -> str:
    """Composed letters, single spaces, and none of the characters that are invisible by nature."""
    if "  " not in text and not _TO_CLEAN.search(text):
        return text
    if _COMBINING.search(text):
        text = unicodedata.normalize("NFC", text)
    return _INVISIBLE.sub("", _BLANKS.sub(" ", text))


@functools.lru_cache(maxsize=2_000)
def eastern(text: str) -> bool:
    """Whether a text is set as Chinese, so that its quotes are full width: a quarter of its letters are Han."""
    han = 0 if text.isascii() else len(_WIDE_LETTERS.findall(text))
    return han > 0 and (4 * han >= len(text) or 4 * han >= len(_LETTERS.findall(text)))


def wide(character: str) -> bool:
    """Whether a line may break on either side of a character, but for the marks that forbid it."""
    return _WIDE_CHARACTER.match(character) is not None


def pieces(text: str) -> list[str]:
    """Spaces, wide characters, words and hints in order; a word may break behind a hyphen or slash inside it."""
    found = (_EASTERN_PIECES if eastern(text) else _WESTERN_PIECES).findall(text)
    if not any(mark in text for mark in "-/–"):
        return found
    return [part for piece in found for part in _INSIDE_A_WORD.split(piece)]
