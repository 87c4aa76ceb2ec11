"""What the ceremonies page reads."""

from __future__ import annotations

from sqlalchemy import event

from forumdesk.app.bus import Bus
from forumdesk.app.commands.ceremonies import EditStageCall
from forumdesk.app.commands.people import AddOrganisation, AddPerson, EditOrganisation
from forumdesk.app.commands.plaques import NamePlaques, Recipient
from forumdesk.app.commands.signing import AddParty, RemoveAgreement, Signs
from forumdesk.app.sample import key
from forumdesk.domain.signing import Side
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.store.screens.ceremonies import CeremonyRow, ceremonies
from forumdesk.store.screens.typed_names import organisation_named, organisations_like, people_like, people_named
from forumdesk.store.store import Store


def rows(store: Store) -> dict[str, CeremonyRow]:
    with store.look() as look:
        return {row.kind: row for row in ceremonies(look)}


def selects(store: Store) -> int:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    with store.look() as look:
        ceremonies(look)
    event.remove(store.engine, "before_cursor_execute", note)
    return sum("SELECT" in statement for statement in said)


def test_the_four_ceremonies_come_in_order_with_what_was_announced_and_entered(sample_store: Store) -> None:
    found = rows(sample_store)
    assert [(row.kind, clock(row.start), row.announced, row.named) for row in found.values()] == [
        ("launch", "11:05", None, 1),
        ("signing", "11:17", 7, 7),
        ("plaque", "11:23", 17, 0),
        ("unveiling", "11:32", 14, 0),
    ]


def test_a_pair_has_its_host_at_the_left_and_its_guest_with_the_country_at_the_right(sample_store: Store) -> None:
    pair = rows(sample_store)["signing"].pairs[1]
    assert pair.number == 2
    assert pair.host is not None
    assert pair.guest is not None
    assert (str(pair.host.name), str(pair.guest.country), pair.state) == ("中关村生命园", "巴西", "draft")


def test_a_third_party_stands_on_a_line_of_its_own(sample_store: Store) -> None:
    pairs = rows(sample_store)["signing"].pairs
    assert pairs[0].agreement is not None
    party = Signs(organisation=key("organisation", "torch"), side=Side.GUEST)
    Bus(sample_store).run(AddParty(agreement=pairs[0].agreement, party=party))
    lines = rows(sample_store)["signing"].pairs
    assert [(line.number, line.host is None) for line in lines[:3]] == [(1, False), (0, True), (2, False)]
    assert rows(sample_store)["signing"].named == 7


def test_what_is_only_announced_has_empty_lines(sample_store: Store) -> None:
    last = rows(sample_store)["signing"].pairs[-1]
    assert last.agreement is not None
    Bus(sample_store).run(RemoveAgreement(id=last.agreement))
    signing = rows(sample_store)["signing"]
    assert (signing.pairs[-1].agreement, signing.pairs[-1].number, signing.named) == (None, 7, 6)
    assert len(rows(sample_store)["unveiling"].unveiled) == 14


def test_nine_presenters_stand_before_seventeen_and_stay_to_be_joined_by_three(sample_store: Store) -> None:
    found = rows(sample_store)
    award, release = found["plaque"], found["unveiling"]
    assert [(len(call.stage.people), call.stage.unnamed) for call in award.calls] == [(0, 17), (9, 17)]
    assert (len(award.leaves), award.next_start) == (9, release.start)
    assert award.then is not None
    assert [str(who.name) for who in award.then.came] == ["柳强", "陈仲秋", "庞鹏沙"]
    assert (len(award.then), release.crowd, len(release.leaves)) == (12, 12, 0)


def test_who_does_not_stay_is_not_there_at_the_next_item(sample_store: Store) -> None:
    Bus(sample_store).run(EditStageCall(id=rows(sample_store)["plaque"].calls[1].id, stays=False))
    assert rows(sample_store)["unveiling"].crowd == 3


def test_an_id_is_known_by_the_ceremony_it_hangs_from(sample_store: Store) -> None:
    found = rows(sample_store)
    pair = found["signing"].pairs[3].agreement
    assert pair is not None
    assert found["signing"].holds(pair)
    assert found["signing"].holds(key("ceremony", "signing"))
    assert found["launch"].holds(key("item", "launch"))
    assert not found["plaque"].holds(pair)


def test_a_full_batch_costs_as_many_selects_as_an_empty_one(sample_store: Store) -> None:
    before = selects(sample_store)
    award = rows(sample_store)["plaque"].ceremony
    assert award is not None
    names = tuple(Recipient(name=Text(f"园区{number}")) for number in range(17))
    Bus(sample_store).run(NamePlaques(ceremony=award, recipients=names))
    assert rows(sample_store)["plaque"].named == 17
    assert selects(sample_store) == before <= 16


def test_a_typed_name_means_an_organisation_by_any_of_its_names(sample_store: Store) -> None:
    Bus(sample_store).run(
        EditOrganisation(id=key("organisation", "torch"), short_name=Text("火炬"), spellings=("Torch Centre",))
    )
    with sample_store.look() as look:
        for name in ("火炬", "Torch Centre"):
            assert organisation_named(look, name) == key("organisation", "torch")
        assert organisation_named(look, "从未听说") is None


def test_of_two_people_with_one_name_neither_is_meant(sample_store: Store) -> None:
    Bus(sample_store).run(AddPerson(name=Text("周丽")))
    with sample_store.look() as look:
        assert len(people_named(look, "周丽")) == 2
        assert len(people_named(look, "张宇蕾")) == 1
        assert people_named(look, "从未听说") == []


def test_what_is_offered_holds_what_is_typed_and_nothing_is_a_wildcard(sample_store: Store) -> None:
    Bus(sample_store).run(AddOrganisation(name=Text("100% Park")))
    with sample_store.look() as look:
        assert {str(offer.name) for offer in people_like(look, "周")} == {"周力", "周丽"}
        assert [str(offer.name) for offer in organisations_like(look, "0%")] == ["100% Park"]
        assert [str(offer.name) for offer in people_like(look, "yulei")] == ["张宇蕾"]


def test_organisations_are_found_by_pinyin_by_initials_and_by_their_other_names(sample_store: Store) -> None:
    park = AddOrganisation(name=Text("春湖科技园", "Lake Park"), short_name=Text("春湖"), spellings=("CHP",))
    Bus(sample_store).run(park)
    with sample_store.look() as look:
        for typed in ("春湖", "chunhu", "chkjy", "lake", "chp"):
            assert park.id in {offer.id for offer in organisations_like(look, typed)}
