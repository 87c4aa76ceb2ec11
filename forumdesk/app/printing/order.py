"""What somebody wants printed, and a piece of it. Nothing here takes long to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from forumdesk.domain.text import Text

NOTHING = Text()


@dataclass(frozen=True, slots=True)
class Order:
    """A document and the choices about it; what is None or empty is left to the document.

    `language` is one of the event's two codes or `both`; `forum` and `batch` are a title or an ID; `kinds` chooses
    among kinds of one document, `only` among pieces by their keys.
    """

    document: str
    language: str | None = None
    forum: str | None = None
    batch: str | None = None
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    template: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How pieces are set: `languages` are one or two codes of the event's `pair`, the rest is as in the order."""

    pair: tuple[str, str]
    languages: tuple[str, ...]
    forum: str | None = None
    template: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of paper of its own; a document that flows from page to page is one.

    `key` chooses it and stays the same while the event changes; `label` and `detail` (a post, the other party) tell
    people which it is. `facts` are all that its paper tells and nothing else: plain and frozen, made of
    dataclasses, tuples, texts, numbers and dates. What all pieces tell alike is in `shared`.
    """

    key: str
    label: Text
    facts: Any
    detail: Text = NOTHING
    shared: Any = None
    batch: Text = NOTHING


@dataclass(frozen=True, slots=True)
class NotPrintable:
    """Pieces that were announced but have no name yet: they are listed, never printed blank."""

    what: str
    count: int
