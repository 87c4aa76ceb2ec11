"""A file that is dropped on the window goes where files of its kind belong."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.ui.lists.asking import FILES, take_list

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from forumdesk.app.commands.templates import AddTemplate
    from forumdesk.ui.window import Desk

LISTS = tuple(pattern.removeprefix("*") for pattern in FILES)
SCHEDULES, EVENTS, LAYOUT, SCRIPT = (".xml", ".json"), (".forum", ".zip"), ".layout", ".docx"
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".svg")


class NotTaken(Refused):
    """Nothing in the desk takes files of that kind. Facts: name."""

    code = "file-not-taken"
    sentence = NOOP("{name} is no list, script, schedule, layout, event or event package; drop one of these.")


class PictureNowhere(Refused):
    """A picture belongs to somebody. Facts: name."""

    code = "picture-nowhere"
    sentence = NOOP("Drop {name} on the card of a person or an organisation, or on the logo or seal in the settings.")


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that is held over the window."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def take(desk: Desk, path: Path) -> None:
    """Begin what a file of its kind is for, or say in a sentence why not."""
    from forumdesk.ui.importing import review_schedule
    from forumdesk.ui.scripts.review import review_script

    suffix = path.suffix.lower()
    if suffix in LISTS:
        take_list(desk, path)
    elif suffix == SCRIPT:
        review_script(desk, path)
    elif suffix in SCHEDULES:
        review_schedule(desk, path)
    elif suffix in EVENTS:
        desk.ask_elsewhere(str(path))
    elif suffix == LAYOUT:
        _add_layout(desk, path)
    else:
        trouble = PictureNowhere if suffix in PICTURES else NotTaken
        desk.refuse(trouble(name=path.name))


def _add_layout(desk: Desk, path: Path) -> None:
    from forumdesk.ui.documents.layouts import read_layout

    def add(command: AddTemplate) -> None:
        desk.operations.run(command)
        name = desk.screen_of.text(command.name)
        desk.notice.say_done(desk.screen_of.say("The layout “{name}” is in the event.", name=name))

    desk.operations.look(partial(read_layout, path, desk.screen_of), add)
