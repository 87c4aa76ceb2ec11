"""What marks an event file, known without SQLAlchemy: a window has no time to import that before it is seen."""

from __future__ import annotations

APPLICATION_ID = int.from_bytes(b"FDSK", "big")
"""Marks a file as ours in bytes 68 to 71 of its header."""

SCHEMA = 2
"""The newest schema this program knows: Alembic's newest revision, mirrored by SQLite's `user_version`."""

BUSY_SECONDS = 5.0
"""How long a writer waits for another process to finish its step."""
