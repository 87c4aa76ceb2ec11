"""What goes out in a format comes back from it, whatever people are called; and no field becomes a formula."""

from __future__ import annotations

import random
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumdesk.app.bus import Bus
from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.lists import EnterPeople
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.app.exporting import FIELDS, export_attendees
from forumdesk.app.lists.importing import carry_out, read_incoming
from forumdesk.base.errors import Refused
from forumdesk.domain.text import Text
from forumdesk.exchange.lists import read_list
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store

HARD = (
    "张洋", "𠮷野𪚥", "עברית", "محمد", "👩‍👩‍👧‍👦", "é́́", "007", "+86 138 0013 8000", "110101199003070018",
    "1-2", "2E5",
    "=1+1", "@SUM(A1)", "-2+3", "'=x", "一行\n两行", "Smith, John; \"Jr\"", "ＡＢＣ", "\u202eabc\u202c", "TRUE",
    "2025-03-28", "a\tb",
)  # fmt: skip
ANY = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=12)
TEXTS = st.one_of(st.sampled_from(HARD), ANY.filter(str.strip).map(str.strip))
GUEST = st.fixed_dictionaries(
    dict.fromkeys(("name", "organisation", "title", "phone", "email", "note", "seat"), TEXTS)
)

FORMULAS = [
    f"{sign}{body}"
    for sign in ("=", "+", "-", "@", "\t=", " =", "＝", "'=")
    for body in ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', "SUM(A1:A9)", "IMPORTXML(A1)")
]


@pytest.fixture(scope="module")
def empty(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(founded_file, tmp_path_factory.mktemp("trips") / "empty.forum"))


def fresh(empty: Path, name: str) -> Store:
    return open_store(str(shutil.copy(empty, empty.with_name(name))), actor="tester")


def enter(store: Store, guests: list[dict[str, str]]) -> None:
    places = {guest["organisation"]: AddOrganisation(name=Text(guest["organisation"])) for guest in guests}
    people = [AddPerson(name=Text(one["name"]), phone=one["phone"], email=one["email"]) for one in guests]
    pairs = list(zip(people, guests, strict=True))
    posts = [
        AddPost(person=person.id, organisation=places[one["organisation"]].id, title=Text(one["title"]))
        for person, one in pairs
    ]
    attendees = [AddAttendee(person=person.id, note=one["note"], seat=one["seat"]) for person, one in pairs]
    Bus(store).run(
        EnterPeople(
            organisations=tuple(places.values()), people=tuple(people), posts=tuple(posts), attendees=tuple(attendees)
        )
    )  # fmt: skip


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".vcf"])
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(guests=st.lists(GUEST, min_size=1, max_size=4, unique_by=lambda one: one["phone"]))
def test_a_list_comes_back_as_it_went_out(empty: Path, suffix: str, guests: list[dict[str, str]]) -> None:
    # Somebody of one name and number is one person, and an organisation is known by a folded name.
    for place, guest in enumerate(guests):
        guest["name"], guest["organisation"] = f"{guest['name']} {place}", f"{guest['organisation']} {place}"
        guest["phone"], guest["email"] = f"{guest['phone']} {place}", f"{guest['email']} {place}"
    folder = empty.parent
    one, other = fresh(empty, "one.forum"), fresh(empty, "other.forum")
    try:
        enter(one, guests)
        out, again = folder / f"out{suffix}", folder / f"again{suffix}"
        columns = () if suffix == ".vcf" else tuple(FIELDS)
        export_attendees(one, out, columns=columns, sensitive=True)
        assert carry_out(other, read_incoming(other, "attendees", out)).done
        export_attendees(other, again, columns=columns, sensitive=True)
        assert read_list(again).rows == read_list(out).rows
        assert len(read_list(out).rows) == len(guests) + 1
    finally:
        one.close()
        other.close()


@pytest.fixture(scope="module")
def payloads(empty: Path) -> Iterator[Store]:
    store = fresh(empty, "payloads.forum")
    names = [
        {
            **dict.fromkeys(("organisation", "title", "phone", "email", "note", "seat"), text.strip()),
            "name": text.strip(),
        }
        for text in FORMULAS
    ]
    enter(store, names)
    yield store
    store.close()


def test_forty_formulas_are_texts_in_a_workbook_and_guarded_in_csv(payloads: Store, tmp_path: Path) -> None:
    assert len(FORMULAS) == 40
    export_attendees(payloads, tmp_path / "x.xlsx", sensitive=True)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f" not in sheet
    assert b"<hyperlink" not in sheet
    export_attendees(payloads, tmp_path / "x.csv", sensitive=True)
    for line in (tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines():
        assert not line.lstrip('"').startswith(("=", "@", "＝"))
    books = [read_list(tmp_path / name).rows for name in ("x.xlsx", "x.csv")]
    assert books[0] == books[1]
    assert {row[0] for row in books[0][1:]} == {text.strip() for text in FORMULAS}


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, cut or doubled."""
    held = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(held))
        match chance.randrange(4):
            case 0:
                held[at] = chance.randrange(256)
            case 1:
                del held[at : at + chance.randint(1, 40)]
            case 2:
                held[at:at] = held[at : at + chance.randint(1, 40)]
            case _:
                held[at:at] = chance.choice([b'"', b"\0", b"\r\n", b"<", b";", b"\xff", b"=", b"END:VCARD\n"])
        if not held:
            return b""
    return bytes(held)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".vcf"])
def test_three_hundred_spoilt_files_are_read_or_refused_in_one_sentence(
    payloads: Store, tmp_path: Path, suffix: str
) -> None:
    export_attendees(payloads, tmp_path / f"whole{suffix}", where=[("name", "=1+1")], sensitive=True)
    content = (tmp_path / f"whole{suffix}").read_bytes()
    chance, path = random.Random(suffix), tmp_path / f"spoilt{suffix}"
    for _ in range(300):
        path.write_bytes(spoilt(content, chance))
        try:
            sheet = read_list(path)
        except Refused as refusal:
            assert path.name in str(refusal)
        else:
            assert all(isinstance(cell, str) for row in sheet.rows for cell in row)
