"""What a piece tells, written down so that two printings can be compared."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from forumdesk.app.printing.kinds import Kind
from forumdesk.app.printing.order import Piece, Setting
from forumdesk.app.wording import say_code
from forumdesk.base.words import NOOP, Words
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock

if TYPE_CHECKING:
    from forumdesk.documents.model import Document, Element

FIELDS = {
    "abstract": NOOP("abstract"),
    "accent": NOOP("accent colour"),
    "at": NOOP("moment"),
    "batch": NOOP("batch"),
    "biographies": NOOP("speaker"),
    "category": NOOP("category"),
    "code": NOOP("code"),
    "column": NOOP("department"),
    "contacts": NOOP("contacts"),
    "copies": NOOP("copies"),
    "count": NOOP("announced number"),
    "country": NOOP("country"),
    "cues": NOOP("cue"),
    "date": NOOP("date"),
    "days": NOOP("day"),
    "department": NOOP("department"),
    "end": NOOP("end"),
    "event": NOOP("event"),
    "first party": NOOP("first party"),
    "forum": NOOP("forum"),
    "groups": NOOP("guest"),
    "guests": NOOP("guest"),
    "hall": NOOP("hall"),
    "hints": NOOP("notes for guests"),
    "issuer": NOOP("issuer"),
    "issuers": NOOP("issuer"),
    "items": NOOP("agenda item"),
    "kicker": NOOP("kicker"),
    "kind": NOOP("kind"),
    "label": NOOP("cue"),
    "layout": NOOP("layout"),
    "lead": NOOP("department"),
    "minutes": NOOP("length"),
    "moments": NOOP("moment"),
    "name": NOOP("name"),
    "names": NOOP("organisation"),
    "number": NOOP("number"),
    "organisation": NOOP("organisation"),
    "organisers": NOOP("organiser"),
    "parties": NOOP("party"),
    "parts": NOOP("agenda item"),
    "people": NOOP("person"),
    "photo": NOOP("photo"),
    "place": NOOP("place"),
    "post": NOOP("post"),
    "programme": NOOP("programme"),
    "role": NOOP("role"),
    "script": NOOP("script line"),
    "second party": NOOP("second party"),
    "signatory": NOOP("signatory"),
    "start": NOOP("start"),
    "state": NOOP("state"),
    "status": NOOP("status"),
    "talk": NOOP("talk"),
    "text": NOOP("text"),
    "theme": NOOP("theme"),
    "title": NOOP("title"),
    "unit": NOOP("counted unit"),
    "venue": NOOP("venue"),
    "when": NOOP("date and place"),
    "wording": NOOP("wording"),
}
"""What the fields of facts are called; a field that nobody sees alone needs no name."""

SECONDS_A_UNIT = {"start": 60, "end": 60, "at": 1}
"""Fields that hold a time after midnight, and what they count in."""


def told(pieces: Sequence[Piece], kind: Kind, setting: Setting) -> dict[str, str]:
    """What each piece tells in the languages it is set in, as JSON and by its key: the same facts, the same text.

    Of a kind that is printed on layouts that is what its layout shows, of others all their facts. The event's theme
    counts too.
    """
    dress: dict[str, Any] = {"theme": setting.theme, "accent": setting.accent}
    if "template" in kind.takes:
        dress["layout"] = digest(setting.layouts.get(kind.name, ""))
        found = _on_cards(kind.build(pieces, setting)) if pieces else {}
    else:
        sides = [(language, setting.pair.index(language)) for language in setting.languages]
        found = {
            piece.key: {"facts": _plain(piece.facts, sides), "shared": _plain(piece.shared, sides)}
            for piece in pieces
        }
    return {
        key: json.dumps({**facts, "dress": dress}, ensure_ascii=False, separators=(",", ":"))
        for key, facts in found.items()
    }


def _on_cards(document: Document) -> dict[str, dict[str, Any]]:
    """The words on each card of a document, and on what all cards share."""
    stacks = document.body if isinstance(document.body, tuple) else ()
    return {
        card.key: {"facts": _words(card.elements), "shared": _words(stack.art)}
        for stack in stacks
        for card in stack.cards
    }


def _words(elements: Iterable[Element]) -> dict[str, Any]:
    """What labels, codes and pictures say, by the names of their fields."""
    from forumdesk.documents.model import Code, Label, Picture, plain

    found: dict[str, Any] = {}
    for element in elements:
        match element:
            case Label(spans=spans, field=field):
                text = plain("".join(span.reads or span.text for span in spans))
                found.setdefault(field.lower() or "text", []).append(text)
            case Code(text=text):
                found.setdefault("code", []).append(text)
            case Picture(picture=key):
                found.setdefault("picture", []).append(key)
    return found


def digest(text: str) -> str:
    """The hash of what a piece tells."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(fact: Any, sides: Sequence[tuple[str, int]]) -> Any:
    """A fact as JSON holds it. What is empty is left out: a field that comes new makes nothing stale by itself."""
    named: Iterable[tuple[str, Any]]
    match fact:
        case None | str() | int() | float():
            return fact
        case Text():
            return {f"@{language}": text for language, side in sides if (text := fact.side(side))}
        case dt.date() | dt.time():
            return fact.isoformat()
        case Mapping():
            named = fact.items()
        case tuple() | list():
            return [_plain(each, sides) for each in fact]
        case _ if is_dataclass(fact):
            named = [(name, getattr(fact, name)) for name in _names(fact.__class__)]
        case _:
            raise TypeError(f"{type(fact).__name__} is no plain fact")
    return {name: value for name, each in named if (value := _plain(each, sides)) not in (None, "", [], {})}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@dataclass(frozen=True, slots=True)
class Change:
    """What a piece tells otherwise than when it was printed: a field, of something (or of the piece itself)."""

    field: str
    before: str
    after: str
    of: str = ""

    def say(self, words: Words) -> str:
        """In one sentence: title changed: A → B."""
        field = words.say(FIELDS.get(self.field, self.field))
        before, after = self._shown(self.before, words), self._shown(self.after, words)
        if self.field == "layout":
            return words.say("{field} changed", field=field)
        if not self.before:
            change = words.say("{field} is new: {after}", field=field, after=after)
        elif not self.after:
            change = words.say("{field} is gone: {before}", field=field, before=before)
        else:
            change = words.say("{field} changed: {before} → {after}", field=field, before=before, after=after)
        return words.say("{what}: {change}", what=say_code(words, self.of), change=change) if self.of else change

    def _shown(self, value: str, words: Words) -> str:
        if self.field in SECONDS_A_UNIT and value.isdigit():
            return clock(int(value) * SECONDS_A_UNIT[self.field] // 60)
        return say_code(words, value)


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Everything that is told otherwise, each once, in the order of the facts."""
    old, new = json.loads(before), json.loads(after)
    found = [
        change for part in ("facts", "shared", "dress") for change in _differ(old.get(part), new.get(part), "", "")
    ]
    return tuple(dict.fromkeys(found))


def _differ(old: Any, new: Any, field: str, of: str) -> Iterator[Change]:
    """How two facts differ; `of` is what they belong to."""
    if old == new:
        return
    if isinstance(old, list) or isinstance(new, list):
        yield from _differ_in_lists(old or [], new or [], field, of)
    elif isinstance(old, dict) or isinstance(new, dict):
        old, new = old or {}, new or {}
        for name in dict.fromkeys((*old, *new)):
            # A language is no field of its own: the text is.
            yield from _differ(old.get(name), new.get(name), field if name.startswith("@") else name, of)
    else:
        yield Change(field, "" if old is None else str(old), "" if new is None else str(new), of)


def _differ_in_lists(old: list[Any], new: list[Any], field: str, of: str) -> Iterator[Change]:
    """What came, what went, and how what stayed in its place differs."""
    begin = _alike(old, new)
    end = _alike(reversed(old[begin:]), reversed(new[begin:]))
    old, new = old[begin : len(old) - end], new[begin : len(new) - end]
    was, now = [json.dumps(each) for each in old], [json.dumps(each) for each in new]
    matcher = SequenceMatcher(a=was, b=now, autojunk=False)
    for _, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        gone, come = old[old_from:old_to], new[new_from:new_to]
        if len(gone) != len(come):
            yield from (Change(field, _label(each), "", of) for each in gone)
            yield from (Change(field, "", _label(each), of) for each in come)
            continue
        for before, after in zip(gone, come, strict=True):
            yield from _differ(before, after, field, _label(after) if isinstance(after, dict) else of)


def _alike(some: Iterable[Any], others: Iterable[Any]) -> int:
    """How many are the same in both before the first that differs."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _label(fact: Any) -> str:
    """What to call one of a list: its title or name, else the first text in it."""
    match fact:
        case {"title": inner} | {"name": inner} | {"people": [inner, *_]} | {"item": inner}:
            return _label(inner)
        case dict() | list():
            values = fact.values() if isinstance(fact, dict) else fact
            return next((label for each in values if (label := _label(each))), "")
        case str():
            return fact
    return ""
