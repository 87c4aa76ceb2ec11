"""The event as it stands now, in another file: a copy, or a package of plain JSON and CSV."""

from __future__ import annotations

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
    chosen, _ = QFileDialog.getSaveFileName(
        desk,
        screen.say("Save a copy"),
        str(source.with_name(name + SUFFIX)),
        f"{screen.say('Event files')} (*{SUFFIX})",
    )
    if not chosen:
        return
    target = Path(chosen)
    target = target if target.suffix.lower() == SUFFIX else target.with_name(target.name + SUFFIX)
    if target.exists() and target.samefile(source):
        desk.refuse(AlreadyThere(path=target))
        return
    desk.operations.do(
        lambda: copy(source, target),
        lambda _: desk.notice.say_done(desk.screen_of.say("{name} is saved.", name=target.name)),
        title=screen.say("Saving a copy"),
    )


def save_package(desk: Desk) -> None:
    """Ask for a place, and whether contact data goes along, and write the event's package there."""
    from forumdesk.app.packages import SUFFIX, export_event

    screen, store = desk.screen_of, desk.operations.store
    plain = f"{screen.say('Event package without contact data')} (*{SUFFIX})"
    whole = f"{screen.say('Event package with contact data and ID numbers')} (*{SUFFIX})"
    place = Path(store.place).with_suffix(SUFFIX) if "://" not in store.place else Path(f"event{SUFFIX}")
    chosen, kind = QFileDialog.getSaveFileName(
        desk, screen.say("Save as an event package"), str(place), f"{plain};;{whole}"
    )
    if not chosen:
        return
    target = Path(chosen)
    target = target if target.suffix.lower() == SUFFIX else target.with_name(target.name + SUFFIX)
    desk.operations.do(
        lambda: export_event(store, target, sensitive=kind == whole),
        lambda _: desk.notice.say_done(desk.screen_of.say("{name} is saved.", name=target.name)),
        title=screen.say("Saving an event package"),
    )
