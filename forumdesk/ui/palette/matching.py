"""What somebody typed, held against a name: characters, pinyin, initials or any mixture of them.

A name is known by what is written (`张宇蕾`, `Ebba Lund`) and by how it is typed: its syllables or words with a
blank before each (` zhang yu lei`). `zyl`, `zhangyl`, `yulei` and `zh yu` all find it there, because every letter
either goes on with the syllable of the one before or begins the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from forumdesk.rules.names import is_han
from forumdesk.rules.pinyin import sort_key, spelled

KEPT = 200_000
"""Spellings that are remembered, so that after a change only new names are looked up."""

WHOLE, BEGINS, WORD, INSIDE = range(4)
"""How well something fits: it is the name, the name begins so, a word of it does, or it is somewhere inside."""


@dataclass(frozen=True, slots=True)
class Key:
    """A text one can be found by: folded as written, and as typed."""

    written: str
    typed: str


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, word by word, and the pattern each word makes for spellings (None for what is no word)."""

    words: tuple[str, ...]
    patterns: tuple[re.Pattern[str] | None, ...]


def folded(text: str) -> str:
    """Without the difference of case and width."""
    return unicodedata.normalize("NFKC", text).casefold()


def query(text: str) -> Query:
    """Read what was typed; blanks part words, of which each must be found."""
    words = tuple(folded(text).split())
    return Query(words, tuple(_pattern(word) for word in words))


@lru_cache(maxsize=KEPT)
def name_key(name: str, pinyin: str = "", surname_length: int | None = None) -> Key:
    """The key of a person's name, read as names are read; `pinyin` is the reading where that would be wrong."""
    if not pinyin and not is_han(name):
        return text_key(name)
    syllables = re.sub(r"\d", "", sort_key(name, pinyin, surname_length)).replace("u:", "v").split()
    return Key(folded(name), "".join(f" {syllable}" for syllable in syllables))


@lru_cache(maxsize=KEPT)
def text_key(text: str) -> Key:
    """The key of any other text."""
    return Key(folded(text), "".join(f" {word}" for word in spelled(text)))


def fit(asked: Query, keys: Sequence[Key]) -> int | None:
    """How well keys fit, the smaller the better; None where a word is in none of them."""
    worst = 0
    for word, pattern in zip(asked.words, asked.patterns, strict=True):
        best = min((_fit(word, pattern, key) for key in keys), default=INSIDE + 1)
        if best > INSIDE:
            return None
        worst = max(worst, best)
    return worst


def marks(asked: Query, text: str) -> list[tuple[int, int]]:
    """Where in a text as it is shown the words asked for stand: (start, length), in order."""
    shown = text.casefold()
    if len(shown) != len(text):  # some letters fold to two
        return []
    found = [(shown.find(word), len(word)) for word in asked.words]
    return sorted(each for each in found if each[0] >= 0)


def typed_marks(asked: Query, typed: str) -> list[int]:
    """The places in a spelling of the letters that were typed, of the first word that fits."""
    for pattern in asked.patterns:
        if pattern and (match := pattern.search(typed)):
            return [match.start(group) for group in range(1, (pattern.groups or 0) + 1)]
    return []


def _fit(word: str, pattern: re.Pattern[str] | None, key: Key) -> int:
    if word in key.written:
        if key.written.startswith(word):
            return WHOLE if len(word) == len(key.written) else BEGINS
        return WORD if f" {word}" in key.written else INSIDE
    if pattern is not None and (match := pattern.search(key.typed)):
        return BEGINS if match.start() == 0 else WORD
    return INSIDE + 1


@lru_cache(maxsize=256)
def _pattern(word: str) -> re.Pattern[str] | None:
    r"""` (z)(?:\w* )?(y)…`: each letter follows the one before, or begins the next syllable."""
    if not re.fullmatch(r"[\w]+", word):
        return None
    return re.compile(" " + r"(?:\w* )?".join(f"({re.escape(letter)})" for letter in word))
