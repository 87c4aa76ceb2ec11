"""The event package as a file: what it refuses, and with which words."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from forumdesk.exchange.package import (
    FORMAT,
    MOST_ENTRIES,
    DamagedPackage,
    NotAPackage,
    Package,
    PackageTooLarge,
    read_package,
    write_package,
)
from forumdesk.exchange.tables import Column, Table

PICTURE = b"\x89PNG of a face"
DIGEST = hashlib.sha256(PICTURE).hexdigest()
ABOUT = json.dumps({"format": FORMAT}).encode()


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """A zip of these parts, whatever they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def written(path: Path) -> Path:
    rows = [{"id": "1", "name": "张洋", "spellings": ["Zhang Yang"], "rank": None}]
    people = Table("People", [Column("Name", 10)], [["张洋"]])
    write_package(Package({"title": "论坛"}, {"person": rows}, {DIGEST: PICTURE}, {"people": people}), path)
    return path


def test_rows_and_pictures_come_back_as_they_went(tmp_path: Path) -> None:
    package = read_package(written(tmp_path / "x.zip"))
    assert package.about == {"format": FORMAT, "title": "论坛"}
    assert package.rows == {"person": [{"id": "1", "name": "张洋", "spellings": ["Zhang Yang"], "rank": None}]}
    assert package.pictures == {DIGEST: PICTURE}


def test_people_can_read_it_without_the_program(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path / "x.zip")) as archive:
        assert "张洋" in archive.read("data/person.json").decode()
        assert archive.read("lists/people.csv").decode("utf-8-sig") == "Name\r\n张洋\r\n"


def test_the_same_event_makes_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "x.zip").read_bytes() == written(tmp_path / "y.zip").read_bytes()


def test_what_does_not_belong_into_a_package_is_not_read(tmp_path: Path) -> None:
    strangers = {"../../evil.json": b"[]", "data/../person.json": b"[]", "data/Person.json": b"[]", "notes.txt": b"x"}
    package = read_package(packed(tmp_path / "x.zip", {"about.json": ABOUT, **strangers}))
    assert (package.rows, package.pictures) == ({}, {})
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xd8\xff\xe0JFIF", b"PK\x03\x04 and no more"],
    ids=["empty", "a picture", "a zip that was cut"],
)
def test_a_file_that_is_no_zip_is_no_package(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(NotAPackage) as refused:
        read_package(tmp_path / "x.zip")
    assert str(refused.value) == f"{tmp_path / 'x.zip'} is not an event package of ForumDesk."


@pytest.mark.parametrize(
    "parts",
    [{"readme.txt": b"holiday pictures"}, {"about.json": b"[]"}, {"about.json": b'{"format": "something-else"}'}],
    ids=["nothing about it", "a list", "another format"],
)
def test_a_zip_of_something_else_is_no_package(tmp_path: Path, parts: dict[str, bytes]) -> None:
    with pytest.raises(NotAPackage):
        read_package(packed(tmp_path / "x.zip", parts))


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("data/person.json", b"[{"),
        ("data/person.json", b"{}"),
        ("data/person.json", b'[{"name": "without an id"}]'),
        ("data/person.json", b"[" * 100_000),
        ("data/person.json", b"\xb0\xa1"),
        (f"pictures/{DIGEST}", b"another face"),
    ],
    ids=["cut", "no list", "no id", "nested without end", "no UTF-8", "another picture"],
)
def test_a_damaged_part_is_named(tmp_path: Path, part: str, content: bytes) -> None:
    with pytest.raises(DamagedPackage) as refused:
        read_package(packed(tmp_path / "x.zip", {"about.json": ABOUT, part: content}))
    assert part in str(refused.value)


def test_bytes_that_flipped_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("about.json", ABOUT)
        archive.writestr("data/person.json", b'[{"id": "1"}]')
    path.write_bytes(path.read_bytes().replace(b'"id": "1"', b'"id": "2"', 1))
    with pytest.raises(DamagedPackage):
        read_package(path)


def _inflates(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {**parts, "data/person.json": b"[" + b" " * 10_000_000 + b"]"}


def _crowded(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {**parts, **{f"pictures/{number}": b"" for number in range(MOST_ENTRIES)}}


@pytest.mark.parametrize("swell", [_inflates, _crowded], ids=["a part that inflates", "entries without number"])
def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, swell: Callable[[dict[str, Any]], dict[str, bytes]]
) -> None:
    with pytest.raises(PackageTooLarge):
        read_package(packed(tmp_path / "x.zip", swell({"about.json": ABOUT})))
