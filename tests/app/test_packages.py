"""A whole event out of its file and back: nothing is lost, nothing is added, nothing half."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.furnished import RED_PIXEL, example, furnish
from forumdesk.app.bus import Bus
from forumdesk.app.exporting import UnknownFormat
from forumdesk.app.packages import OtherSchema, export_event, founded_from
from forumdesk.domain.event import Asset, AssetBytes
from forumdesk.domain.people import Person
from forumdesk.exchange.package import FORMAT, DamagedPackage
from forumdesk.store.contents import carried, digest_of
from forumdesk.store.opening import create
from forumdesk.store.store import Store

HARD_NAMES = [
    "𠮷野家", "ابن سينا", "👩🏽\u200d🚀", "a\u0301\u0302\u0303", "110101199003071234", "+86 138", "007", "1-2", "2E5",
    "=1+1", "two\nlines", "<b>bold</b>", "\u200frtl mark",
]  # fmt: skip


def back(package: Path, target: str) -> Store:
    found, _ = founded_from(package)
    return create(target, found, actor="tester")


def test_everything_comes_back_with_the_same_digest(event_store: Store, tmp_path: Path) -> None:
    furnish(event_store)
    export_event(event_store, tmp_path / "x.zip", sensitive=True)
    again = back(tmp_path / "x.zip", str(tmp_path / "again.forum"))
    assert again.digest() == event_store.digest()
    assert [step.title for step in again.history()] == ["Import the event package"]
    again.close()


def test_a_package_goes_into_a_database_server(sample_store: Store, postgresql_url: str, tmp_path: Path) -> None:
    export_event(sample_store, tmp_path / "x.zip", sensitive=True)
    again = back(tmp_path / "x.zip", postgresql_url)
    assert again.digest() == sample_store.digest()
    again.close()


def test_hard_names_come_back_letter_by_letter(event_store: Store, tmp_path: Path) -> None:
    with event_store.work("Names") as work:
        for name in HARD_NAMES:
            work.add(Person(note=name))
    export_event(event_store, tmp_path / "x.zip", sensitive=True)
    again = back(tmp_path / "x.zip", str(tmp_path / "again.forum"))
    with again.look() as look:
        assert sorted(person.note for person in look.all(Person) if person.note) == sorted(HARD_NAMES)
    again.close()


def test_pictures_and_fonts_travel_along(event_store: Store, tmp_path: Path) -> None:
    furnish(event_store)
    Bus(event_store).run(example("SetPhoto", picture=RED_PIXEL))
    Bus(event_store).run(example("SetPhoto"))
    export_event(event_store, tmp_path / "x.zip")
    again = back(tmp_path / "x.zip", str(tmp_path / "again.forum"))
    with again.look() as look:
        assets, kept = look.all(Asset), look.all(AssetBytes)
        assert {asset.kind for asset in assets} == {"photo", "font"}
        assert {asset.sha256 for asset in assets} == {row.sha256 for row in kept}
        assert all(hashlib.sha256(row.content).hexdigest() == row.sha256 for row in kept)
    again.close()


def test_contact_data_stays_at_home_unless_asked_for(event_store: Store, tmp_path: Path) -> None:
    with event_store.work("Contact") as work:
        work.add(Person(phone="+86 138 0013 8000", email="z@example.org", id_number="110101199003071234"))
    export_event(event_store, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert not any(secret in whole for secret in (b"138 0013", b"z@example", b"110101"))
    again = back(tmp_path / "x.zip", str(tmp_path / "again.forum"))
    with again.look() as look:
        assert {person.phone for person in look.all(Person)} == {""}
    again.close()


def test_the_lists_inside_read_as_the_event_does(sample_store: Store, tmp_path: Path) -> None:
    export_event(sample_store, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        agenda = archive.read("lists/agenda.csv").decode("utf-8-sig").splitlines()
        attendees = archive.read("lists/attendees.csv").decode("utf-8-sig").splitlines()
    assert len(agenda) == 19
    assert agenda[1].startswith("世界领先科技园区发展论坛,畅春厅,2025-03-28,09:00,09:08,开场,")
    assert len(attendees) == 41
    assert attendees[0] == "姓名,另一语言姓名,本国文字姓名,单位,职务,类别,状态,胸牌号,座位,备注"


def test_another_suffix_is_refused(sample_store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        export_event(sample_store, tmp_path / "x.json")
    assert not (tmp_path / "x.json").exists()


def changed(package: Path, about: Callable[[dict[str, Any]], None], rows: Callable[[dict[str, Any]], None]) -> Path:
    """The package with its first person and what it says about itself changed, and a digest that fits again."""
    with zipfile.ZipFile(package) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    people = json.loads(parts["data/person.json"])
    rows(people[0])
    parts["data/person.json"] = json.dumps(people).encode()
    facts = json.loads(parts["about.json"])
    kinds = sorted((name, kind) for name, kind in carried().items() if kind.journalled)
    facts["digest"] = digest_of((name, json.loads(parts[f"data/{name}.json"])) for name, _ in kinds)
    about(facts)
    parts["about.json"] = json.dumps({**facts, "format": FORMAT}).encode()
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return package


def leave(_: dict[str, Any]) -> None:
    """Change nothing."""


@pytest.fixture
def package(sample_store: Store, tmp_path: Path) -> Path:
    export_event(sample_store, tmp_path / "x.zip")
    return tmp_path / "x.zip"


def test_a_row_that_was_meddled_with_is_noticed(package: Path, tmp_path: Path) -> None:
    changed(package, lambda facts: facts.update(digest="0" * 64), leave)
    with pytest.raises(DamagedPackage) as refused:
        founded_from(package)
    assert str(package) in str(refused.value)


@pytest.mark.parametrize(
    "meddle",
    [
        lambda row: row.update(surname_length="two"),
        lambda row: row.update(surname_length=True),
        lambda row: row.update(note=None),
        lambda row: row.update(spellings="abc"),
        lambda row: row.update(spellings=[1]),
        lambda row: row.update(photo_id="no id"),
        lambda row: row.update(colour="red"),
        lambda row: row.pop("note"),
    ],
    ids=["text for a number", "yes for a number", "nothing for a text", "a text for a list", "a list of numbers",
         "no id", "a strange column", "a column less"],
)  # fmt: skip
def test_a_row_of_another_shape_is_refused_and_no_file_is_left(
    package: Path, tmp_path: Path, meddle: Callable[[dict[str, Any]], None]
) -> None:
    changed(package, leave, meddle)
    with pytest.raises(DamagedPackage) as refused:
        back(package, str(tmp_path / "again.forum"))
    assert "data/person.json" in str(refused.value)
    assert not (tmp_path / "again.forum").exists()


def test_a_package_of_another_schema_is_refused_with_both_numbers(package: Path) -> None:
    changed(package, lambda facts: facts.update(schema=99), leave)
    with pytest.raises(OtherSchema) as refused:
        founded_from(package)
    assert "99" in str(refused.value)
