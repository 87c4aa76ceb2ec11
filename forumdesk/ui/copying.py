"""The event as it stands now, in another file: a copy, a package of plain JSON and CSV, or a schedule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from forumdesk.ui.window import Desk


def save_copy(desk: Desk) -> None:
    """Ask for a place and copy the event there, beside all steps; the desk stays on the file it is on."""
    from forumdesk.store.files import SUFFIX, AlreadyThere, FilesOnly, copy

    screen, place = desk.screen_of, desk.operations.store.place
    if "://" in place:
        desk.refuse(FilesOnly())
        return
    source = Path(place)
    name = screen.say("{name} copy", name=source.stem)
    target, _ = _asked(desk, screen.say("Save a copy"), name, {screen.say("Event files"): SUFFIX})
    if target is None:
        return
    if target.exists() and target.samefile(source):
        desk.refuse(AlreadyThere(path=target))
        return
    _write(desk, target, lambda: copy(source, target), screen.say("Saving a copy"))


def save_package(desk: Desk) -> None:
    """Ask for a place, and whether contact data goes along, and write the event's package there."""
    from forumdesk.app.packages import SUFFIX, export_event

    screen, store = desk.screen_of, desk.operations.store
    whole = screen.say("Event package with contact data and ID numbers")
    kinds = {screen.say("Event package without contact data"): SUFFIX, whole: SUFFIX}
    target, kind = _asked(desk, screen.say("Save as an event package"), _name(desk), kinds)
    if target is not None:
        _write(
            desk,
            target,
            lambda: export_event(store, target, sensitive=kind == whole),
            screen.say("Saving an event package"),
        )


def save_schedule(desk: Desk) -> None:
    """Ask for a place and write the agenda there for calendars, signage or streaming, in the screen's language."""
    from forumdesk.app.scheduling import export_schedule

    screen, store = desk.screen_of, desk.operations.store
    kinds = {screen.say("Calendar"): ".ics", screen.say("Schedule for signage and apps"): ".xml", "JSON": ".json"}
    target, _ = _asked(desk, screen.say("Export the schedule"), _name(desk), kinds)
    if target is not None:
        _write(desk, target, lambda: export_schedule(store, target), screen.say("Exporting the schedule"))


def _name(desk: Desk) -> str:
    """What a file beside the event is called."""
    place = desk.operations.store.place
    return "event" if "://" in place else Path(place).stem


def _asked(desk: Desk, title: str, name: str, kinds: dict[str, str]) -> tuple[Path | None, str]:
    """A file chosen beside the event, with the suffix of its kind, and which kind; None where nothing was."""
    place = desk.operations.store.place
    folder = Path.home() if "://" in place else Path(place).parent
    filters = {f"{kind} (*{suffix})": (kind, suffix) for kind, suffix in kinds.items()}
    proposed = str(folder / (name + next(iter(kinds.values()))))
    chosen, used = QFileDialog.getSaveFileName(desk, title, proposed, ";;".join(filters))
    kind, suffix = filters.get(used, next(iter(filters.values())))
    if not chosen:
        return None, kind
    target = Path(chosen)
    return (target if target.suffix.lower() in kinds.values() else target.with_name(target.name + suffix)), kind


def _write(desk: Desk, target: Path, write: Callable[[], object], title: str) -> None:
    """Write beside the window, and say when it is done."""
    desk.operations.do(
        write, lambda _: desk.notice.say_done(desk.screen_of.say("{name} is saved.", name=target.name)), title=title
    )
