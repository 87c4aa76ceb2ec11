"""Layouts in files of their own: saved from one event, added to another with their pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from forumdesk.app.commands.command import new_id
from forumdesk.app.commands.templates import AddTemplate
from forumdesk.base.errors import Refused
from forumdesk.base.files import reading, replacing
from forumdesk.base.words import NOOP
from forumdesk.documents.cards.kinds import KINDS, kind
from forumdesk.documents.cards.layout import Layout, PictureBox
from forumdesk.documents.cards.shipped import layouts
from forumdesk.domain.event import LAYOUT, Asset, AssetBytes, Event, Template
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

SUFFIX, FORMAT = ".layout", 1
MEGABYTE, MOST_MEGABYTES = 1 << 20, 64


class UnknownLayout(Refused):
    """No layout is called so. Facts: name, known."""

    code = "unknown-layout"
    sentence = NOOP("There is no layout “{name}”; there are {known}.")


class SeveralLayouts(Refused):
    """Layouts of several documents have that name. Facts: name, ids."""

    code = "several-layouts"
    sentence = NOOP("Several layouts are called “{name}”; say which by its ID: {ids}.")


class UnfitLayoutFile(Refused):
    """A file that holds no layout. Facts: path, reason (with the place in the file)."""

    code = "unfit-layout-file"
    sentence = NOOP("{path} holds no layout that can be used: {reason}.")


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """What a file says: JSON, with pictures (base64) by the ID that the layout names."""

    forumdesk_layout: Annotated[int, Meta(ge=FORMAT, le=FORMAT)]
    layout: Layout
    pictures: dict[UUID, bytes] = {}


def template_called(look: Look, name: str) -> Template:
    """The event's layout that is called so, in either language or by its ID; refused where that is not one."""
    rows = look.all(Template)
    found = [row for row in rows if name in (row.name.first, row.name.second, str(row.id))]
    if not found:
        raise UnknownLayout(name=name, known=", ".join(str(row.name) for row in rows) or "–")
    if len(found) > 1:
        raise SeveralLayouts(name=name, ids=", ".join(str(row.id) for row in found))
    return found[0]


def layout_called(look: Look, name: str) -> tuple[Layout, Mapping[UUID, bytes]]:
    """One of the layouts that ship, by its file's name, or of the event's own; and the pictures it shows."""
    if name in layouts():
        return layouts()[name], {}
    template, (first, second) = template_called(look, name), look.all(Event)[0].languages
    called = {first: template.name.first, second: template.name.second}
    layout = replace(Layout.from_json(template.layout), title={code: text for code, text in called.items() if text})
    shown = {asset.id: asset.sha256 for asset in look.all(Asset, kind=LAYOUT) if str(asset.id) in template.layout}
    return layout, {key: row.content for key, sha in shown.items() for row in look.all(AssetBytes, sha256=sha)}


def save_layout(look: Look, name: str, out: Path) -> None:
    """Write a layout and its pictures to a file, from which any event takes it."""
    layout, pictures = layout_called(look, name)
    text = msgspec.json.format(msgspec.json.encode(_File(FORMAT, layout, dict(pictures))), indent=1)
    with replacing(out) as fresh:
        fresh.write_bytes(text)


def added(look: Look, path: Path, name: Text | None = None) -> AddTemplate:
    """The command that adds a file's layout, under its own name where no other is given.

    Raises `Refused` for a file that is none, names the place in it, and knows no fields but the document's.
    """
    file = _read(path)
    file.layout.check(kind(file.layout.kind).fields)
    for place, key in file.layout.own_pictures():
        if key not in map(str, file.pictures):
            raise UnfitLayoutFile(path=path, reason=f"no picture “{key}” is in it - at “$.layout.{place}”")
    layout, pictures = _with_new_ids(file)
    first, second = look.all(Event)[0].languages
    title = layout.title
    own = Text(title.get(first, ""), title.get(second, "")) or Text(next(iter(title.values()), "") or path.stem)
    return AddTemplate(kind=layout.kind, name=name or own, layout=layout, pictures=pictures)


def listed(look: Look) -> list[dict[str, str]]:
    """Every layout there is, document by document: what ships, then the event's own, with the ID that means it."""
    first, second = look.all(Event)[0].languages
    shipped = [
        (name, layout.kind, Text(layout.title.get(first, ""), layout.title.get(second, "")))
        for name, layout in layouts().items()
    ]
    own = [(str(row.id), row.document, row.name) for row in look.all(Template)]
    order = list(KINDS)
    return [
        {"id": key, "document": document, "name": name.first, "name_second": name.second}
        for key, document, name in sorted([*shipped, *own], key=lambda each: order.index(each[1]))
    ]


def _read(path: Path) -> _File:
    with reading(path), path.open("rb") as file:
        content = file.read(MOST_MEGABYTES * MEGABYTE + 1)
    if len(content) > MOST_MEGABYTES * MEGABYTE:
        raise UnfitLayoutFile(path=path, reason=f"more than {MOST_MEGABYTES} MB")
    try:
        return msgspec.json.decode(content, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        reason = re.sub("`([^`]*)`", r"“\1”", str(error)).rstrip(".")
        raise UnfitLayoutFile(path=path, reason=reason) from error


def _with_new_ids(file: _File) -> tuple[Layout, dict[UUID, bytes]]:
    """The layout with pictures of its own: those of the same file added before stay those of that layout."""
    keys = {str(key): new_id() for key in file.pictures}
    fresh = {old: str(new) for old, new in keys.items()}
    elements = tuple(
        replace(each, source=fresh.get(each.source, each.source)) if isinstance(each, PictureBox) else each
        for each in file.layout.elements
    )
    layout = replace(file.layout, elements=elements, background=fresh.get(file.layout.background, ""))
    return layout, {keys[str(key)]: content for key, content in file.pictures.items()}
