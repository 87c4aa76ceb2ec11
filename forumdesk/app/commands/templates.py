"""The event's own print layouts."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from msgspec import UNSET, UnsetType, field, structs

from forumdesk.app.commands.command import Command, Edit, Words, named, new_id
from forumdesk.app.commands.pictures import drop_picture, keep_picture
from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.documents.cards.kinds import kind
from forumdesk.documents.cards.layout import Layout
from forumdesk.documents.cards.shipped import layouts, usual
from forumdesk.domain.event import LAYOUT, Asset, Template
from forumdesk.domain.text import Text
from forumdesk.store.work import NotFound, Work


class NameTaken(RuleBroken):
    """Another layout of the same kind of document has that name. Facts: name."""

    code = "template-name-taken"
    sentence = NOOP("There is a layout “{name}” for this document already.")


def _named_once(work: Work, template: Template) -> None:
    """Raise `NameTaken` where `--template` would not know which of two is meant."""
    names = {template.name.first, template.name.second} - {""}
    for other in work.all(Template, document=template.document):
        if other is not template and names & {other.name.first, other.name.second}:
            raise NameTaken(name=str(template.name))
    if names & layouts().keys():
        raise NameTaken(name=str(template.name))


def _keep_pictures(work: Work, layout: Layout, pictures: Mapping[UUID, bytes]) -> None:
    """Keep those that came; a layout shows none that is not there. Those that no layout shows any more go."""
    for key, picture in pictures.items():
        keep_picture(work, picture, key)
    kept = {str(asset.id) for asset in work.all(Asset, kind=LAYOUT)}
    for _, shown in layout.own_pictures():
        if shown not in kept:
            raise NotFound(kind=Asset.__tablename__, id=shown)
    _drop_pictures(work)


def _drop_pictures(work: Work) -> None:
    """Take out the pictures kept for layouts that none names any more."""
    named_in = "".join(template.layout for template in work.all(Template))
    for asset in work.all(Asset, kind=LAYOUT):
        if str(asset.id) not in named_in:
            drop_picture(work, asset.id)


class AddTemplate(Command, frozen=True, kw_only=True):
    """Begin a layout of the event's own for a kind of document: one given here, or a copy of the usual one.

    A layout may show `pictures` (files' bytes, base64 in JSON), which it names by their IDs.
    """

    step = NOOP("Add layout")

    kind: str
    name: Text
    layout: Layout | None = None
    pictures: dict[UUID, bytes] = field(default_factory=dict)
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add its row; fields that the document does not tell are refused."""
        named(self.name)
        known = kind(self.kind)
        layout = self.layout or usual(known.name)
        layout.check(known.fields)
        text = structs.replace(layout, kind=known.name).to_json()
        _named_once(work, work.add(Template(id=self.id, document=known.name, name=self.name, layout=text)))
        _keep_pictures(work, layout, self.pictures)


class EditTemplate(Edit, frozen=True, kw_only=True):
    """Change a layout's name or what stands on it.

    A new layout may show `pictures` (files' bytes, base64 in JSON), which it names by their IDs.
    """

    step = NOOP("Edit layout")

    name: Words = UNSET
    layout: Layout | UnsetType = UNSET
    pictures: dict[UUID, bytes] = field(default_factory=dict)

    def run(self, work: Work) -> None:
        """Write the given fields; fields that the document does not tell are refused."""
        named(self.name)
        template = work.get(Template, self.id)
        self.apply(template, "layout", "pictures")
        _named_once(work, template)
        if isinstance(self.layout, Layout):
            self.layout.check(kind(template.document).fields)
            template.layout = structs.replace(self.layout, kind=template.document).to_json()
            _keep_pictures(work, self.layout, self.pictures)


class CopyTemplate(Command, frozen=True, kw_only=True):
    """Copy one of the event's layouts under another name."""

    step = NOOP("Copy layout")

    template: UUID
    name: Text
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add a row that says the same."""
        named(self.name)
        other = work.get(Template, self.template)
        copy = Template(id=self.id, document=other.document, name=self.name, layout=other.layout)
        _named_once(work, work.add(copy))


class RemoveTemplate(Command, frozen=True, kw_only=True):
    """Remove a layout of the event's own."""

    step = NOOP("Remove layout")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Template, self.id))
        _drop_pictures(work)
