"""The user's own copy of the sample forum, to look around in and to spoil."""

from __future__ import annotations

from pathlib import Path

from forumdesk.base import places

NAME = "World Leading Science Park Development Forum.forum"


def home_of_samples() -> Path:
    """A folder among the user's documents."""
    return places.documents() / "ForumDesk"


def own_sample(folder: Path) -> Path:
    """The copy in a folder, made where there is none. It is never overwritten: it may have been edited."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    if not file.exists():
        from forumdesk.app.sample import found_sample
        from forumdesk.store.opening import create

        create(str(file), found_sample).close()
    return file
