"""Who and what may have been entered twice."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.people import AddOrganisation, AddPerson
from forumdesk.app.duplicates import Entry, organisations_twice, pairs, people_twice
from forumdesk.domain.text import Text
from forumdesk.store.store import Store


def entry(number: int, *names: str, spellings: tuple[str, ...] = (), phone: str = "", email: str = "") -> Entry:
    return Entry(UUID(int=number), names, spellings, phone, email)


def reasons(*entries: Entry) -> list[str]:
    """Why the first two may be one; nothing where they are not."""
    return [reason for pair in pairs(entries) for reason in pair.reasons]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (entry(1, "张洋"), entry(2, "张 洋"), ["name"]),
        (entry(1, "", "Ilan Maor"), entry(2, "", "IlanMaor"), ["name"]),
        (entry(1, "艾巴·伦德", spellings=("艾巴·朗德",)), entry(2, "艾巴·朗德"), ["name", "near"]),
        (entry(1, "艾巴·伦德"), entry(2, "艾巴・朗德"), ["near"]),
        (entry(1, "", "Ebba Lund"), entry(2, "", "Ebba Lundt"), ["near"]),
        (entry(1, "张洋", phone="+86 138 0000 1111"), entry(2, "Yang", phone="8613800001111"), ["phone"]),
        (entry(1, "张洋", email="Zy@example.org"), entry(2, "Yang", email="zy@example.org "), ["email"]),
        (entry(1, "张洋", "Zhang Yang"), entry(2, "", "ZHANG Yang"), ["name"]),
    ],
)
def test_two_who_may_be_one_are_found_with_the_reason(one: Entry, other: Entry, why: list[str]) -> None:
    assert reasons(one, other) == why
    assert [(pair.one, pair.other) for pair in pairs([other, one])] == [(other.id, one.id)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry(1, "张洋"), entry(2, "张阳")),
        (entry(1, "张洋", "Zhang Yang"), entry(2, "章扬", "Zhang Yang")),
        (entry(1, "东城区人民政府"), entry(2, "西城区人民政府")),
        (entry(1, "", "Park 1"), entry(2, "", "Park 2")),
        (entry(1, "", "Bo"), entry(2, "", "Bob")),
        (entry(1, "李妍", phone="110"), entry(2, "周力", phone="110")),
        (entry(1, "", ""), entry(2, "", "")),
    ],
)
def test_two_who_only_sound_or_look_alike_are_left_in_peace(one: Entry, other: Entry) -> None:
    assert reasons(one, other) == []


def test_a_number_that_many_share_is_a_front_desk() -> None:
    assert pairs([entry(number, f"张{number}", phone="010 1234 5678") for number in range(1, 30)]) == []


def test_many_names_are_compared_without_comparing_every_two() -> None:
    many = [entry(number, "", f"Guest {number:05} of the forum") for number in range(1, 5000)]
    assert [pair.reasons for pair in pairs([*many, entry(5000, "", "Guest 00007 of the fourm")])] == []
    assert [pair.reasons for pair in pairs([*many, entry(5000, "", "Guest 00007 of the forums")])] == [("near",)]


def test_the_sample_has_none_and_what_is_entered_again_is_found(sample_store: Store) -> None:
    with sample_store.look() as look:
        assert people_twice(look) == organisations_twice(look) == []
    person, organisation = uuid4(), uuid4()
    Bus(sample_store).run(AddPerson(id=person, name=Text("", "Ilan Maor")))
    Bus(sample_store).run(AddOrganisation(id=organisation, name=Text("", "IASP")))
    with sample_store.look() as look:
        assert [person in (pair.one, pair.other) for pair in people_twice(look)] == [True]
        assert [organisation in (pair.one, pair.other) for pair in organisations_twice(look)] == [True]
