"""The pictures that cards and settings show: named by their SHA-256, and their bytes."""

from __future__ import annotations

from uuid import UUID

from forumdesk.domain.event import Asset, AssetBytes
from forumdesk.store.work import Look


def named(look: Look, asset_id: UUID | None) -> str:
    """The SHA-256 of a picture, or nothing where there is none."""
    asset = look.find(Asset, asset_id)
    return asset.sha256 if asset else ""


def content(look: Look, sha256: str) -> bytes:
    """The bytes of a picture, or none where they are gone."""
    kept = look.only(AssetBytes, sha256=sha256)
    return kept.content if kept else b""
