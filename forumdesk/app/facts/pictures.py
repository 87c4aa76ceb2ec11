"""Pictures that stand on paper, told by their keys and read when a layout shows them; and fonts to set it in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from forumdesk.domain.event import FONT, LAYOUT, Asset, AssetBytes, Event
from forumdesk.store.work import Look


def picture_key(look: Look, asset_id: UUID | None) -> str:
    """The key of a picture, its SHA-256; empty where there is none."""
    asset = look.find(Asset, asset_id)
    return asset.sha256 if asset else ""


def pictures(look: Look, event: Event, layouts: Collection[str]) -> Mapping[str, bytes]:
    """The event's logo and seal by their keys; photos and pictures kept for layouts where one of these shows them."""
    keys = {picture_key(look, event.logo_id), picture_key(look, event.seal_id)} - {""}
    if any("{photo}" in layout for layout in layouts):
        keys |= {asset.sha256 for asset in look.all(Asset, kind="photo")}
    own = {str(asset.id): asset.sha256 for asset in look.all(Asset, kind=LAYOUT)}
    shown = {key: sha256 for key, sha256 in own.items() if any(key in layout for layout in layouts)}
    keys |= set(shown.values())
    found = {row.sha256: row.content for key in sorted(keys) for row in look.all(AssetBytes, sha256=key)}
    return {**found, **{key: found[sha256] for key, sha256 in shown.items() if sha256 in found}}


def fonts(look: Look) -> Sequence[tuple[str, bytes]]:
    """The fonts that came with the event, by their keys, in the order of their names."""
    keys = [font.sha256 for font in sorted(look.all(Asset, kind=FONT), key=lambda font: font.name)]
    return [(row.sha256, row.content) for key in keys for row in look.all(AssetBytes, sha256=key)]
