"""The message catalogue: English text is the key, other languages are TOML files of `"English" = "translation"`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from forumdesk.base.places import resources

_ENTRY = re.compile(r'^"(.+)" = "(.*)"$', re.MULTILINE)
"""A line of a catalogue: all the TOML that they use, read ten times as fast as by a whole parser."""


def NOOP(text: str) -> str:  # noqa: N802  (the mark that translators' tools know)
    """Mark a text for the catalogue where it is written down, to be said later."""
    return text


class Term(str):
    """A code among the facts of a sentence, which reads as a text of the catalogue.

    For programs it stays the code it is; a table's name needs no `text`: `agenda_item` reads “agenda item”.
    """

    text: str

    def __new__(cls, code: str, text: str = "") -> Term:
        """Take a code and the text it reads as."""
        term = super().__new__(cls, code)
        term.text = text or code.replace("_", " ")
        return term


@dataclass(frozen=True, slots=True)
class Words:
    """Messages in one language of the screen or the command line (not of the documents)."""

    language: str
    catalogue: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def english(cls) -> Words:
        """The language of the source: every text is its own translation."""
        return cls("en")

    @classmethod
    def of(cls, language: str) -> Words:
        """The catalogue of a language code such as `zh`, `zh_CN` or `en-GB`; English where there is none."""
        code = language.replace("-", "_").split("_")[0].split(".")[0].lower()
        path = resources() / "i18n" / f"{code}.toml"
        if not path.is_file():
            return cls.english()
        return cls(code, dict(_ENTRY.findall(path.read_text(encoding="utf-8"))))

    def say(self, text: str, /, **facts: object) -> str:
        """Translate `text` and fill its `{facts}`; of these, terms are translated, and tuples and
        counted terms listed."""
        translated = self.catalogue.get(text, text)
        return translated.format(**{name: self._fact(fact) for name, fact in facts.items()}) if facts else translated

    def _fact(self, fact: object) -> object:
        match fact:
            case Term():
                return self.say(fact.text)
            case tuple():
                return self.say(", ").join(str(self._fact(each)) for each in fact)
            case Mapping():
                return self.say(", ").join(f"{self._fact(term)} × {count}" for term, count in fact.items())
            case _:
                return fact
