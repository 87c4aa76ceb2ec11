"""Pictures that stand on paper: told by their keys, read when a layout shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from forumdesk.domain.event import Asset, AssetBytes, Event
from forumdesk.store.work import Look


def picture_key(look: Look, asset_id: UUID | None) -> str:
    """The key of a picture, its SHA-256; empty where there is none."""
    asset = look.find(Asset, asset_id)
    return asset.sha256 if asset else ""


def pictures(look: Look, event: Event, layouts: Iterable[str]) -> Mapping[str, bytes]:
    """The event's logo and seal by their keys, and everybody's photos where one of these layouts shows them."""
    keys = {picture_key(look, event.logo_id), picture_key(look, event.seal_id)} - {""}
    if any("{photo}" in layout for layout in layouts):
        keys |= {asset.sha256 for asset in look.all(Asset, kind="photo")}
    return {row.sha256: row.content for key in sorted(keys) for row in look.all(AssetBytes, sha256=key)}
