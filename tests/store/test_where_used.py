"""Every place a person or an organisation stands, and the cards that show them."""

from __future__ import annotations

from uuid import UUID, uuid4

from forumdesk.app.bus import Bus
from forumdesk.app.commands.attendees import SetAttendance
from forumdesk.app.commands.people import AddPerson, RemovePerson
from forumdesk.app.commands.plaques import AwardPlaque
from forumdesk.app.commands.signing import EditParty
from forumdesk.app.sample import key
from forumdesk.domain.attendance import Attendance
from forumdesk.domain.signing import Party
from forumdesk.domain.stage import Ceremony
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.store.screens.cards import organisation_card, person_card
from forumdesk.store.screens.people import people_rows
from forumdesk.store.screens.where_used import Use, members, organisation_uses, person_uses
from forumdesk.store.store import Store

ZHANG = key("person", "zhang-yulei")


def uses(store: Store, person: UUID) -> tuple[Use, ...]:
    with store.look() as look:
        return person_uses(look, person)


def test_a_person_stands_in_items_by_time_and_in_the_order_of_rank(sample_store: Store) -> None:
    found = uses(sample_store, ZHANG)
    assert [(use.part, clock(use.start) if use.start else "", use.page) for use in found] == [
        ("speaker", "09:46", "agenda"),
        ("launcher", "11:05", "agenda"),
        ("call", "11:05", "ceremonies"),
        ("presenter", "11:23", "agenda"),
        ("call", "11:23", "ceremonies"),
        ("unveiler", "11:32", "agenda"),
        ("rank", "", "people"),
    ]
    assert (found[0].row, found[0].title.first) == (key("item", "keynote-zhang"), "中关村的探索与实践")
    assert [use.binds for use in found] == [True] * 6 + [False]


def test_signatories_assistants_recipients_presenters_and_deputies_stand_somewhere_too(sample_store: Store) -> None:
    bus, person = Bus(sample_store), uuid4()
    bus.run(AddPerson(id=person, name=Text("王小明")))
    assert uses(sample_store, person) == ()
    with sample_store.look() as look:
        party = look.all(Party)[0]
        attendee = person_card(look, key("person", "li-yan"))
        assert attendee is not None
        assert attendee.attendee is not None
        ceremony = next(row.id for row in look.all(Ceremony) if row.item_id == key("item", "plaque"))
    bus.run(EditParty(id=party.id, signatory=person, assistant=person))
    bus.run(
        AwardPlaque(ceremony=ceremony, organisation=party.organisation_id, representative=person, presenter=person)
    )
    bus.run(SetAttendance(attendees=(attendee.attendee,), status=Attendance.SENDS_DEPUTY, deputy=person))
    assert [use.part for use in uses(sample_store, person)] == [
        "signatory", "assistant", "recipient", "presenter", "deputy",
    ]  # fmt: skip
    assert all(use.binds for use in uses(sample_store, person))
    bus.run(RemovePerson(id=person, everywhere=True))
    assert uses(sample_store, person) == ()


def test_an_organisation_organises_issues_signs_and_has_people(sample_store: Store) -> None:
    with sample_store.look() as look:
        torch = organisation_uses(look, key("organisation", "torch"))
        assert [(use.part, str(use.title)[:6]) for use in torch] == [
            ("organiser", "世界领先科技"),
            ("issuer", "国家高新区与"),
        ]
        party = look.all(Party)[0]
        assert "party" in [use.part for use in organisation_uses(look, party.organisation_id)]
        names = [str(name) for _, name, _ in members(look, key("organisation", "torch"))]
        assert sorted(names) == ["吕先志", "李有平"]


def test_a_card_tells_how_a_name_is_read_and_what_a_reader_may_stumble_over(sample_store: Store) -> None:
    with sample_store.look() as look:
        ren = person_card(look, key("person", "ren-junfeng"))
        lund = person_card(look, key("person", "ebba-lund"))
        assert person_card(look, uuid4()) is organisation_card(look, uuid4()) is None
    assert ren is not None
    assert (ren.reading, ren.pinyin) == ("Rén Jùnfēng", "rén jùn fēng")
    assert ren.ambiguous == (("任", ("rén", "rèn")),)
    assert lund is not None
    assert (lund.reading, lund.ambiguous) == ("", ())


def test_rows_are_found_by_characters_pinyin_initials_and_english(sample_store: Store) -> None:
    with sample_store.look() as look:
        rows = people_rows(look)
    for typed in ("张宇蕾", "zyl", "zhang yulei", "zhangyulei"):
        assert [str(row.name) for row in rows.people if typed in row.found_by] == ["张宇蕾"]
    assert [str(row.name) for row in rows.people if "김현곤" in row.found_by] == ["金賢坤"]
    assert "工业和信息化部火炬中心" in [str(row.name) for row in rows.organisations if "torch center" in row.found_by]
    assert [row.number for row in rows.ranks] == list(range(1, 15))
    assert [str(row.name) for row in rows.ranks if not row.strokes][:2] == ["艾巴·伦德", "拉斯洛·博迪斯"]
