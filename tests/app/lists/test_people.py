"""Lists of attendees and people come in: columns, whom a row means, what changes, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumdesk.app.attendance import Guest, guests
from forumdesk.app.exporting import export_attendees
from forumdesk.app.lists.importing import Review, carry_out, read_incoming, review
from forumdesk.app.lists.mapping import NoHead, NoSuchColumn, NoSuchField
from forumdesk.app.lists.rows import Became
from forumdesk.base.job import Cancelled, Ticket
from forumdesk.base.words import Words
from forumdesk.domain.people import Organisation, Person
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store


@pytest.fixture
def store(founded_file: Path, tmp_path: Path) -> Iterator[Store]:
    import shutil

    store = open_store(str(shutil.copy(founded_file, tmp_path / "x.forum")), actor="tester")
    yield store
    store.close()


def bring(
    store: Store, tmp_path: Path, text: str, kind: str = "attendees", *, skip: bool = False, **columns: str
) -> Review:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return carry_out(store, read_incoming(store, kind, path, columns=columns), skip_refused=skip)


def counted(found: Review) -> dict[str, int]:
    return {became.value: count for became, count in found.counts.items()}


def listed(store: Store) -> list[Guest]:
    with store.look() as look:
        return list(guests(look))


def reasons(found: Review) -> list[tuple[int, str, str]]:
    return [(each["row"], each["column"], each["reason"]) for each in found.line(Words.english())["refused"]]


def test_a_list_comes_in_as_one_step_and_one_undo_takes_it_back(store: Store, tmp_path: Path) -> None:
    before = store.digest()
    found = bring(
        store,
        tmp_path,
        "姓名,单位,职务,手机,类别,状态\n张洋,工信部,副部长,007,贵宾,确认\n李四,工信部,司长,1-2,代表,\n",
    )
    assert counted(found) == {"added": 2}
    one, two = listed(store)
    assert (str(one.person.name), str(one.organisation), str(one.title)) == ("张洋", "工信部", "副部长")
    assert (one.person.phone, one.attendee.category, one.attendee.status) == ("007", "vip", "confirmed")
    assert (two.person.phone, two.attendee.category, two.attendee.status) == ("1-2", "delegate", "invited")
    with store.look() as look:
        assert len([each for each in look.all(Organisation) if each.name.first == "工信部"]) == 1
    assert [step.title for step in store.history(2)] == ["Import attendees", "Found the event"]
    store.undo()
    assert store.digest() == before
    store.redo()
    assert len(listed(store)) == 2


def test_read_again_a_list_changes_nothing_and_then_only_what_differs(store: Store, tmp_path: Path) -> None:
    text = "Name,Organisation,Title,Phone,Seat\nAda,Park,Head,+86 138 0013 8000,A1\nBob,Park,Aide,,B2\n"
    bring(store, tmp_path, text)
    steps = len(store.history())
    assert counted(bring(store, tmp_path, text)) == {"unchanged": 2}
    assert len(store.history()) == steps
    found = bring(store, tmp_path, text.replace("Head", "Director").replace("A1", "C3").replace("+86 ", ""))
    assert counted(found) == {"updated": 1, "unchanged": 1}
    (ada, *_) = found.outcomes
    told = {(each.field, each.before, each.after) for each in ada.told}
    assert told == {
        ("title", "Head", "Director"),
        ("seat", "A1", "C3"),
        ("phone", "+86 138 0013 8000", "138 0013 8000"),
    }
    assert [(str(guest.title), guest.attendee.seat) for guest in listed(store)] == [
        ("Director", "C3"),
        ("Aide", "B2"),
    ]


@pytest.mark.parametrize(
    ("row", "becomes"),
    [
        ("张伟,甲单位,,", "unchanged"),  # name and organisation
        ("张伟,乙单位,13800138000,", "updated"),  # name and phone: another organisation now
        ("张 伟,,,zw@x.org", "unchanged"),  # name and e-mail
        ("张伟,,,", "added"),  # a name alone is too little
        ("张伟,乙单位,,", "added"),
        ("李伟,甲单位,13800138000,zw@x.org", "added"),  # all but the name
        ("张伟,甲单位,13911112222,", "added"),  # two of one name in one house
    ],
)
def test_somebody_is_known_by_their_name_and_one_more_thing(
    store: Store, tmp_path: Path, row: str, becomes: str
) -> None:
    head = "姓名,单位,手机,邮箱\n"
    bring(store, tmp_path, head + "张伟,甲单位,+86 138-0013-8000,zw@x.org\n")
    assert counted(bring(store, tmp_path, head + row + "\n")) == {becomes: 1}


def test_where_several_fit_the_row_is_refused(store: Store, tmp_path: Path) -> None:
    head = "姓名,单位,手机\n"
    bring(store, tmp_path, head + "张伟,甲单位,13800138000\n张伟,甲单位,13911112222\n")
    found = bring(store, tmp_path, head + "张伟,甲单位,\n")
    assert reasons(found) == [
        (2, "姓名", "Several people called 张伟 fit this row; add a phone number, an e-mail address or the ID.")
    ]
    assert len(listed(store)) == 2


def test_an_id_means_its_row_whatever_the_name(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, "姓名,单位\n张伟,甲单位\n")
    (guest,) = listed(store)
    assert counted(bring(store, tmp_path, f"ID,姓名\n{guest.id},张玮\n")) == {"updated": 1}
    assert [str(each.person.name) for each in listed(store)] == ["张玮"]


def test_refused_rows_keep_everything_out_unless_they_may_be_skipped(store: Store, tmp_path: Path) -> None:
    text = (
        "2025 年参会名单\n姓名,单位,职务,状态\n张洋,部,部长,确认\n,部,司长,确认\n李四,,处长,\n王五,部,,也许\n"
        "赵六,部,,派代表\n张洋,部,副部长,确认\n张洋,部,部长,确认\n合计 6 人,,,\n\n"
    )
    before = store.stamp()
    found = bring(store, tmp_path, text)
    assert counted(found) == {"added": 1, "refused": 5, "skipped": 3} and not found.done
    assert reasons(found) == [
        (4, "姓名", "A name is needed, in one of the two languages at least."),
        (5, "职务", "A post needs an organisation; enter that, too."),
        (6, "状态", "“也许” is none of these: Invited, Confirmed, Declined, Sends a deputy, Arrived."),
        (7, "状态", "Name the deputy, somebody else, for an attendee who sends one."),
        (8, "姓名", "Row 3 means the same one and says it differently."),
    ]
    assert store.stamp() == before
    assert bring(store, tmp_path, text, skip=True).done
    assert [str(guest.person.name) for guest in listed(store)] == ["张洋"]


def test_looking_writes_nothing_and_says_the_same(store: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("姓名\n张洋\n", encoding="utf-8")
    incoming = read_incoming(store, "attendees", tmp_path / "list.csv")
    before = store.stamp()
    with store.look() as look:
        found = review(look, incoming)
    assert (counted(found), store.stamp()) == ({"added": 1}, before)


@pytest.mark.parametrize(
    ("head", "cell", "name", "organisation", "title"),
    [
        ("姓名（单位 职务）", "张洋（工业和信息化部 副部长）", "张洋", "工业和信息化部", "副部长"),
        ("姓名及职务", "张洋，工业和信息化部副部长", "张洋", "工业和信息化部", "副部长"),
        ("Name, office", '"Julia Kleber, polidia GmbH"', "Julia Kleber", "polidia GmbH", ""),
        ("Name and office", '"Ada (Head of Unit, City of Munich)"', "Ada", "City of Munich", "Head of Unit"),
        ("姓名,单位职务", "张洋,小单位部处长", "张洋", "小单位部", "处长"),
    ],
)
def test_a_cell_with_a_name_and_an_office_is_taken_apart(
    store: Store, tmp_path: Path, *, head: str, cell: str, name: str, organisation: str, title: str
) -> None:
    heads = head if head.startswith("姓名,") else f'"{head}"'
    bring(store, tmp_path, f"{heads}\n{cell}\n")
    (guest,) = listed(store)
    assert (str(guest.person.name), str(guest.organisation), str(guest.title)) == (name, organisation, title)


def test_columns_are_known_in_both_languages_and_can_be_named(store: Store, tmp_path: Path) -> None:
    found = bring(
        store, tmp_path, "序号,嘉宾姓名,英文名,Company,Mobile Phone,证件号码,性别\n1,张洋,Zhang Yang,Park,1,2,男\n"
    )
    assert found.incoming.fields == {
        "name": 1, "other_name": 2, "organisation": 3, "phone": 4, "id_number": 5, "honorific": 6,
    }  # fmt: skip
    (guest,) = listed(store)
    assert (guest.person.name.first, guest.person.name.second, guest.person.honorific) == ("张洋", "Zhang Yang", "mr")
    found = bring(store, tmp_path, "谁,哪里\nAda,Park\n", name="谁", organisation="B")
    assert counted(found) == {"added": 1}
    assert "phone" not in bring(store, tmp_path, "姓名,手机\nEve,1\n", phone="").incoming.fields
    with pytest.raises(NoSuchColumn, match="it has 谁, 哪里"):
        bring(store, tmp_path, "谁,哪里\nAda,Park\n", name="谁", organisation="Z")
    with pytest.raises(NoSuchField, match="no field “shoe”; there are name"):
        bring(store, tmp_path, "谁,哪里\nAda,Park\n", shoe="A")


def test_what_was_said_of_columns_is_remembered_for_the_same_heads(store: Store, tmp_path: Path) -> None:
    text = "Guest,Known as,Where from\nAda,Countess,London\n"
    bring(store, tmp_path, text, organisation="Where from")
    assert bring(store, tmp_path, text).incoming.fields == {"name": 0, "organisation": 2}
    assert "organisation" not in bring(store, tmp_path, text.replace("Known as", "Alias")).incoming.fields


def test_a_list_without_a_head_wants_its_columns_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NoHead):
        bring(store, tmp_path, "Ada,Park\nBob,Park\n")
    assert counted(bring(store, tmp_path, "Ada,Park\nBob,Park\n", name="A", organisation="B")) == {"added": 2}


def test_people_come_in_with_what_only_they_have(store: Store, tmp_path: Path) -> None:
    text = "姓名,简介,别名,备注,单位,职务\n张洋,生于北京。,张扬；Zhang Y.,司机同行,部,部长\n"
    assert counted(bring(store, tmp_path, text, "people")) == {"added": 1}
    with store.look() as look:
        (person,) = [each for each in look.all(Person) if each.name.first == "张洋"]
    assert (person.biography.first, person.spellings, person.note) == ("生于北京。", ("张扬", "Zhang Y."), "司机同行")
    assert not listed(store)
    assert counted(bring(store, tmp_path, text.replace("司机", "秘书"), "people")) == {"updated": 1}


def test_what_was_exported_comes_back_unchanged(sample_store: Store, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        for name in ("list.xlsx", "list.csv"):
            export_attendees(sample_store, tmp_path / name, language=language, sensitive=True)
            incoming = read_incoming(sample_store, "attendees", tmp_path / name, language=language)
            with sample_store.look() as look:
                found = review(look, incoming)
            assert set(found.counts) == {Became.UNCHANGED}, [one for one in found.outcomes if one.told]


def test_whoever_thinks_better_of_it_finds_everything_as_it_was(store: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("姓名\n" + "\n".join(f"人{n}" for n in range(1200)), encoding="utf-8")
    incoming = read_incoming(store, "attendees", tmp_path / "list.csv")
    before = store.stamp()
    ticket = Ticket(lambda done, _: ticket.cancel() if done >= 500 else None)
    with pytest.raises(Cancelled):
        carry_out(store, incoming, ticket=ticket)
    assert store.stamp() == before
