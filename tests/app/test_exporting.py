"""The attendee list as it leaves the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import vobject
from python_calamine import CalamineWorkbook

from forumdesk.app.bus import Bus
from forumdesk.app.commands.attendees import RemoveAttendee
from forumdesk.app.commands.people import EditPerson
from forumdesk.app.exporting import SensitiveColumn, export_attendees
from forumdesk.app.sample import key
from forumdesk.store.store import Store

GUESTS = (
    "辛国斌 于英杰 艾巴·伦德 拉斯洛·博迪斯 Anokhin_Mikhail Francisco_César 吴家喜 "
    "李有平 张宇蕾 盛继明 陈立东 欧阳武 顾翀 李妍"
)


def rows(path: Path) -> list[list[str]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_workbook_lists_forty_people_the_guests_first_in_their_order(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "attendees.xlsx"
    assert export_attendees(sample_store, out) == 40
    head, *people = rows(out)
    assert len(people) == 40
    assert [person[0] for person in people[:14]] == [name.replace("_", " ") for name in GUESTS.split(" ")]
    assert people[14][0] == "朱一静"  # then everybody else, as they were entered
    assert people[-1][0] == "顾功尧"
    assert "phone" not in " ".join(head).lower()


def test_the_english_list_has_english_names_and_posts(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "attendees.csv"
    export_attendees(sample_store, out, language="en", columns=["name", "other_name", "title", "category"])
    people = read_csv(out)
    assert people[0] == {
        "Name": "Xin Guobin",
        "Name in the other language": "辛国斌",
        "Title": "Vice Minister",
        "Category": "VIP",
    }


def test_rows_are_chosen_by_what_a_column_holds(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "vip.csv"
    assert export_attendees(sample_store, out, where=[("category", "vip")]) == 14
    assert export_attendees(sample_store, out, where=[("category", "vip"), ("organisation", "中国通信学会")]) == 1


def test_contact_data_leaves_only_when_asked_for(sample_store: Store, tmp_path: Path) -> None:
    person = key("person", "xin-guobin")
    Bus(sample_store).run(EditPerson(id=person, phone="+86 138 0013 8000", id_number="110101199001011234"))
    out = tmp_path / "a.xlsx"
    export_attendees(sample_store, out)
    assert not any("138" in cell for row in rows(out) for cell in row)
    with pytest.raises(SensitiveColumn):
        export_attendees(sample_store, out, columns=["name", "id_number"])
    export_attendees(sample_store, out, columns=["name", "phone", "id_number"], sensitive=True)
    assert rows(out)[1] == ["辛国斌", "+86 138 0013 8000", "110101199001011234"]
    export_attendees(sample_store, tmp_path / "a.vcf")
    assert "138" not in (tmp_path / "a.vcf").read_text(encoding="utf-8")
    export_attendees(sample_store, tmp_path / "a.vcf", sensitive=True)
    assert "138" in (tmp_path / "a.vcf").read_text(encoding="utf-8")


def test_contacts_know_surnames_of_two_characters(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "guests.vcf"
    export_attendees(sample_store, out, where=[("name", "欧阳武")])
    card = vobject.readOne(out.read_text(encoding="utf-8"))
    assert (card.n.value.family, card.n.value.given, card.fn.value) == ("欧阳", "武", "欧阳武")
    assert card.title.value == "副秘书长"


def test_a_list_of_nobody_still_has_its_heads(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "none.csv"
    assert export_attendees(sample_store, out, where=[("name", "nobody")]) == 0
    assert out.read_text(encoding="utf-8-sig").count("\n") == 1


def test_who_is_taken_off_the_list_is_no_longer_exported(sample_store: Store, tmp_path: Path) -> None:
    Bus(sample_store).run(RemoveAttendee(id=key("attendee", "xin-guobin")))
    assert export_attendees(sample_store, tmp_path / "a.csv") == 39
