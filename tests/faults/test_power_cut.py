"""A power cut: the order in which one save reaches the disk, and what is there wherever it stops."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from faults.tracing import Call, can_trace, record
from forumdesk.store.opening import open_store

pytestmark = pytest.mark.skipif(not can_trace(), reason="strace is not installed or may not trace")


def test_journal_database_and_folder_are_synced_in_this_order_before_saved_is_said(
    sample_file: Path, tmp_path: Path
) -> None:
    calls = record(sample_file, tmp_path / "log")
    file, journal, folder = str(sample_file), f"{sample_file}-journal", str(sample_file.parent)

    def places(kind: str, path: str) -> list[int]:
        return [place for place, call in enumerate(calls) if (call.kind, call.path) == (kind, path)]

    journal_written, database_written = places("write", journal), places("write", file)
    (removed,) = places("remove", journal)
    last_words = journal_written[-1]
    assert any(last_words < place < database_written[0] for place in places("sync", journal)), (
        "the journal is synced before the database is written"
    )
    assert any(place < database_written[0] for place in places("sync", folder)), "and so is its name"
    assert any(database_written[-1] < place < removed for place in places("sync", file)), (
        "the database is synced before the journal is removed"
    )
    assert any(place > removed for place in places("sync", folder)), "the removal is synced"
    assert calls[-1].kind == "say", "and only then it is said"


@dataclass
class Disk:
    """What a disk may hold after a power cut: all that was synced, and of the rest whatever reached it."""

    event: bytearray
    journal: bytearray = field(default_factory=bytearray)
    journal_named: bool = False

    def take(self, call: Call, event: str) -> None:
        """Let a call reach the disk."""
        match call.kind:
            case "create" | "remove":
                self.journal_named = call.kind == "create"
            case "write":
                content = self.event if call.path == event else self.journal
                content.extend(bytes(max(0, call.offset + len(call.data) - len(content))))
                content[call.offset : call.offset + len(call.data)] = call.data


def is_durable(call: Call, later: list[Call], folder: str) -> bool:
    """Whether a call must have reached the disk: names by a sync of the folder, content by one of its file."""
    wanted = call.path if call.kind == "write" else folder
    return any(other.kind == "sync" and other.path == wanted for other in later)


def after_a_cut(event: Path, original: bytes, done: list[Call], reaches: Callable[[], bool]) -> Disk:
    """The disk when the power goes after the calls `done`; `reaches` decides on each that was not synced."""
    disk = Disk(bytearray(original))
    for place, call in enumerate(done):
        if is_durable(call, done[place + 1 :], str(event.parent)) or reaches():
            disk.take(call, str(event))
    return disk


def cuts(event: Path, original: bytes, calls: list[Call]) -> Iterator[tuple[bool, Disk]]:
    """Every moment, with all, none and some of what was not synced: whether "saved" was said, and the disk."""
    for count in range(len(calls) + 1):
        done = calls[:count]
        said = any(call.kind == "say" for call in done)
        for reaches in (lambda: True, lambda: False, lambda: random.random() < 0.5, lambda: random.random() < 0.9):
            yield said, after_a_cut(event, original, done, reaches)


def digest(path: Path) -> str:
    """What a file holds; opening it takes an interrupted step back."""
    store = open_store(str(path))
    try:
        return store.digest()
    finally:
        store.close()


def test_whenever_the_power_goes_the_file_is_as_before_or_after_and_after_if_saved_was_said(
    sample_file: Path, tmp_path: Path
) -> None:
    original, before = sample_file.read_bytes(), digest(sample_file)
    calls = record(sample_file, tmp_path / "log")
    after = digest(sample_file)
    path, seen = tmp_path / "cut" / "x.forum", set()
    path.parent.mkdir()
    for said, disk in cuts(sample_file, original, calls):
        state = (said, bytes(disk.event), bytes(disk.journal) if disk.journal_named else None)
        if hash(state) in seen:
            continue
        seen.add(hash(state))
        path.write_bytes(disk.event)
        if disk.journal_named:
            path.with_name("x.forum-journal").write_bytes(disk.journal)
        assert digest(path) in ({after} if said else {before, after})
        path.with_name("x.forum-journal").unlink(missing_ok=True)
    assert len(seen) > len(calls)
