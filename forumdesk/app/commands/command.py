"""What a command is: a frozen record of one wish, with a name for the history and a `run` that does it."""

from __future__ import annotations

import contextlib
import re
from abc import abstractmethod
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar
from uuid import UUID, uuid4

import msgspec
from msgspec import UNSET, Meta, UnsetType

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.entity import Entity
from forumdesk.domain.order import put
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.work import Work

MOST_CHARACTERS = 10_000
"""The longest text a field takes."""

UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, but for tabs and line ends, and halves of characters."""

Minutes = Annotated[int, Meta(ge=1, le=1440, description="minutes")]
Gap = Annotated[int, Meta(ge=0, le=1440, description="minutes")]
ClockMinutes = Annotated[int, Meta(ge=0, lt=2880, description="minutes after midnight of the item's date")]
Seconds = Annotated[int, Meta(ge=0, le=86_400, description="seconds after the item's start")]
Count = Annotated[int, Meta(ge=0, le=10_000)]
Kind = Annotated[str, Meta(min_length=1, max_length=40)]
"""A code of an open list."""


class UnfitText(Refused):
    """A text that no file, page or database can hold."""


class TextTooLong(UnfitText):
    """A text is longer than any page could want. Facts: field, length, most."""

    code = "text-too-long"
    sentence = NOOP("The field “{field}” has {length} characters; {most} are the most.")


class UnfitCharacter(UnfitText):
    """A control character, or half of one. Facts: field, character."""

    code = "unfit-character"
    sentence = NOOP("The field “{field}” holds the character {character}, which cannot be kept; delete it.")


class UnfitInput(Refused):
    """A command's fields are wrong. Facts: command, reason."""

    code = "unfit-input"
    sentence = NOOP("{command}: {reason}.")


def new_id() -> UUID:
    """An id for a row that the caller did not name."""
    return uuid4()


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One wish. Ids of new rows come with it, so that an undone deletion gives the same id back."""

    step: ClassVar[str]
    """Its name in the history."""

    @abstractmethod
    def run(self, work: Work) -> None:
        """Do it, or raise `Refused`; half of it is never kept."""

    @classmethod
    def read(cls, json: str | bytes) -> Command:
        """The command from its JSON fields; `UnfitInput` names the field that is wrong."""
        with told(cls):
            command = msgspec.json.decode(json, type=cls)
            for field in _unknown(msgspec.json.decode(json), msgspec.to_builtins(command), "$"):
                raise msgspec.ValidationError(f"Object contains unknown field `{field}`")
        return command

    def check(self) -> None:
        """Refuse what nobody can store or print: texts with control characters, lengths out of bounds."""
        fields = msgspec.to_builtins(self, builtin_types=(bytes,))
        for field, text in _texts("", fields):
            check_text(field, text)
        with told(type(self)):
            msgspec.convert(fields, type(self), builtin_types=(bytes,))


def check_text(field: str, text: str) -> None:
    """Refuse a text with control characters, or one longer than any page could want."""
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(field=field, length=len(text), most=MOST_CHARACTERS)
    if found := UNFIT.search(text):
        raise UnfitCharacter(field=field, character=f"U+{ord(found[0]):04X}")


@contextlib.contextmanager
def told(kind: type[Command]) -> Iterator[None]:
    """Say in our words which field is wrong."""
    try:
        yield
    except msgspec.MsgspecError as error:
        reason = re.sub("`([^`]*)`", r"“\1”", str(error)).rstrip(".")
        raise UnfitInput(command=kind.__name__, reason=reason) from error


def _unknown(given: Any, kept: Any, path: str) -> Iterator[str]:
    """The fields that mean nothing inside a text: there the decoder lets them pass."""
    if isinstance(given, dict):
        for name, value in given.items():
            if name in kept:
                yield from _unknown(value, kept[name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"
    elif isinstance(given, list):
        for one, kept_one in zip(given, kept, strict=True):
            yield from _unknown(one, kept_one, f"{path}[…]")


def _texts(field: str, value: Any) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield field, value
        case dict():
            for name, inner in value.items():
                yield from _texts(f"{field}.{name}" if field else name, inner)
        case list() | tuple():
            for inner in value:
                yield from _texts(field, inner)


def write_given(command: Command, entity: Entity, *but: str) -> None:
    """Write a command's fields that were given, except its id and `but`, to the columns of the same name."""
    for field in command.__struct_fields__:
        value = getattr(command, field)
        if field not in ("id", *but) and value is not UNSET and getattr(entity, field) != value:
            setattr(entity, field, value)


class Edit(Command, frozen=True, kw_only=True):
    """A change of one row: what is not given stays as it is."""

    id: UUID

    def apply(self, entity: Entity, *but: str) -> None:
        """Write the given fields, except `but`, which need more than writing."""
        write_given(self, entity, *but)


class Move(Command, frozen=True, kw_only=True):
    """Another place among siblings."""

    id: UUID
    after: UUID | None = None

    def place(self, work: Work, kind: type[Any], parent: str | None = None) -> None:
        """Put the row behind the one `after`, or first, among those with the same `parent`, and number them."""
        row = work.get(kind, self.id)
        after = None if self.after is None else work.get(kind, self.after)
        put(work.all(kind, **({parent: getattr(row, parent)} if parent else {})), row, after)


Words = Text | UnsetType
"""A two-language text that an edit may leave alone."""


def named(name: Words) -> None:
    """Raise `NameNeeded` for a name that is given and blank."""
    if isinstance(name, Text) and name.blank:
        raise NameNeeded
