"""What is spoken on stage, as the crew hears it."""

from __future__ import annotations

import re

from forumdesk.rules.names import HAN

MOST_UNITS = 72
"""How much of a paragraph a run of show has room for: a Chinese character counts two, a Latin letter one."""

CHARACTERS_A_MINUTE = 240
WORDS_A_MINUTE = 130

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(
    r".+?(?:[。！？!?]+[”’」』]?|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bProf)\.(?=\s|$)|$)\s*", re.DOTALL
)
_CLAUSE = re.compile(r"[，、；：,;:](?!\d)\s*|\s+")


def opening(text: str) -> str:
    """The words by which the crew knows that a paragraph has begun: its first sentences, or less of a long one.

    What is left out is said by dots, in the manner of the text's language.

    >>> opening("照片拍好了，谢谢各位。" + "请各位嘉宾依次回到自己的座位。" * 4)
    '照片拍好了，谢谢各位。请各位嘉宾依次回到自己的座位。……'
    >>> opening("Please welcome Ms. Lund. The floor is yours.")
    'Please welcome Ms. Lund. The floor is yours.'
    """
    text = text.strip()
    said = ""
    for sentence in _SENTENCE.findall(text):
        if _units(said + sentence.rstrip()) > MOST_UNITS:
            break
        said += sentence
    said = said.rstrip() or _shortened(text)
    if said == text:
        return text
    return f"{said}……" if HAN.search(text) else f"{said} …"


def _shortened(sentence: str) -> str:
    """As many clauses, or words, as there is room for; at least the first."""
    cuts = [mark for mark in _CLAUSE.finditer(sentence) if mark.start()]
    fitting = [mark for mark in cuts if _units(sentence[: mark.start()]) <= MOST_UNITS]
    clauses = [mark for mark in fitting if mark[0].strip()]
    best = clauses or fitting or cuts[:1]
    return sentence[: best[-1].start()] if best else sentence


def _units(text: str) -> int:
    return sum(2 if HAN.match(character) else 1 for character in text)


def reading_minutes(
    text: str,
    language: str,
    interpreted: bool = False,
    *,
    characters_a_minute: float = CHARACTERS_A_MINUTE,
    words_a_minute: float = WORDS_A_MINUTE,
) -> float:
    """Estimate how many minutes `text` takes to speak, twice as many with consecutive interpretation.

    Han characters go at the one rate, words in other scripts at the other, so a Chinese speech may name an
    English company. `language` is a code such as `zh` or `en`: a Chinese speaker says every digit.

    >>> reading_minutes("科" * 480, "zh"), reading_minutes("park " * 130, "en", interpreted=True)
    (2.0, 2.0)
    """
    characters = len(HAN.findall(text))
    rest = HAN.sub(" ", text)
    if language.lower().startswith("zh"):
        characters += len(_DIGIT.findall(rest))
        rest = _DIGIT.sub(" ", rest)
    once = characters / characters_a_minute + len(_WORD.findall(rest)) / words_a_minute
    return 2 * once if interpreted else once
