"""Font files that come with the event, for characters that the product's own faces lack."""

from __future__ import annotations

from uuid import UUID

from msgspec import field

from forumdesk.app.commands.command import Command, new_id
from forumdesk.app.commands.pictures import drop_picture, forget_bytes, keep_bytes
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.event import FONT, Asset
from forumdesk.store.work import Look, NotFound, Work


class FontIsThere(Refused):
    """A font of that name came with the event already. Facts: name."""

    code = "font-is-there"
    sentence = NOOP("The font “{name}” is in this event already.")


class UnknownFont(Refused):
    """No font of the event is called so. Facts: name, known."""

    code = "unknown-font"
    sentence = NOOP("No font of this event is called “{name}”; there are: {known}.")


class AddFont(Command, frozen=True, kw_only=True):
    """Add a TrueType font file's bytes (base64 in JSON); papers take from it what the product's own faces lack."""

    step = NOOP("Add font")

    font: bytes
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Keep the file as it is, behind those that came before; a damaged or forbidden one is refused."""
        from forumdesk.documents.render.own_fonts import name_of

        forget_bytes(work)
        name = name_of(self.font)
        if work.all(Asset, kind=FONT, name=name):
            raise FontIsThere(name=name)
        sha256 = keep_bytes(work, self.font)
        work.add(Asset(id=self.id, kind=FONT, name=name, media_type="font/ttf", sha256=sha256))


class RemoveFont(Command, frozen=True, kw_only=True):
    """Take a font out of the event."""

    step = NOOP("Remove font")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        font = work.get(Asset, self.id)
        if font.kind != FONT:
            raise NotFound(kind=Asset.__tablename__, id=self.id)
        drop_picture(work, font.id)


def font_named(look: Look, name: str) -> UUID:
    """The event's font that is called so; `UnknownFont` names those there are."""
    fonts = {font.name: font.id for font in look.all(Asset, kind=FONT)}
    if name not in fonts:
        raise UnknownFont(name=name, known=", ".join(fonts) or "–")
    return fonts[name]
