"""What somebody wants printed, and a piece of it. Nothing here takes long to import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from forumdesk.domain.text import Text

NOTHING = Text()


@dataclass(frozen=True, slots=True)
class Order:
    """A document and the choices about it; what is None or empty is left to the document.

    `language` is one of the event's two codes or `both`; `forum` and `batch` are a title or an ID; `kinds` chooses
    among kinds of one document, `only` among pieces by their keys; `stale` means those that were printed in that
    language and would tell something else now, `remaining` those that never were. `data_only` leaves out what is the
    same on all. `department` is whose cues a run of show tells; `grouping` is how people stand in a list, by
    `category` or `organisation`.
    """

    document: str
    language: str | None = None
    forum: str | None = None
    batch: str | None = None
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    stale: bool = False
    remaining: bool = False
    template: str | None = None
    paper: str | None = None
    data_only: bool = False
    department: str | None = None
    grouping: str | None = None

    @property
    def is_choice(self) -> bool:
        """Whether it means some pieces among others."""
        return bool(self.only or self.stale or self.remaining)


def whole_key(document: str, forum: str | None, department: str | None = None, grouping: str | None = None) -> str:
    """What a document that is one piece is known by: the ID of its forum or its own name, and its other choices."""
    unusual = grouping if grouping != "category" else None
    return "/".join(filter(None, (forum or document, department, unusual)))


@dataclass(frozen=True, slots=True)
class Setting:
    """How pieces are set: in one or two codes of the event's `pair`, of the forum with that ID or of all.

    `layouts` are those chosen for kinds of cards, `theme` and `accent` the event's, `pictures` and `fonts` what it
    holds by key.
    """

    pair: tuple[str, str]
    languages: tuple[str, ...]
    forum: str | None = None
    paper: str | None = None
    layouts: Mapping[str, str] = field(default_factory=dict)
    theme: str = "sober"
    accent: str = ""
    data_only: bool = False
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    fonts: Sequence[tuple[str, bytes]] = field(default=(), repr=False)
    department: str | None = None
    grouping: str | None = None

    @property
    def language(self) -> str:
        """What an order calls the languages."""
        return "both" if len(self.languages) > 1 else self.languages[0]

    def whole_key(self, document: str) -> str:
        """What a document that is one piece is known by in this setting."""
        return whole_key(document, self.forum, self.department, self.grouping)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of paper of its own; a document that flows from page to page is one.

    `key` chooses it and stays the same while the event changes; `label`, `detail` (a post, the other party) and
    `category` tell people which it is. `facts` are all that its paper tells and nothing else: plain and frozen,
    made of dataclasses, tuples, texts, numbers and dates. What all pieces tell alike is in `shared`; `pictures` are
    the bytes of those the facts name by key.
    """

    key: str
    label: Text
    facts: Any
    detail: Text = NOTHING
    shared: Any = None
    batch: Text = NOTHING
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    category: Text = NOTHING


@dataclass(frozen=True, slots=True)
class NotPrintable:
    """Pieces that were announced but have no name yet: they are listed, never printed blank."""

    what: str
    count: int
