"""Photos, logos and seals: given, replaced, taken away, brought back, and never lost while an undo wants them."""

from __future__ import annotations

from base64 import b64decode

import pytest

from app.furnished import PIXEL, RED_PIXEL, done, example, furnish, key, refused, row, rows
from forumdesk.app.bus import Bus
from forumdesk.app.commands.pictures import SetEventPicture, SetLogo, SetPhoto
from forumdesk.domain.event import FONT, Asset, AssetBytes, Event
from forumdesk.domain.people import Organisation, Person
from forumdesk.exchange.pictures import NoPicture
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store

ONE, OTHER = b64decode(PIXEL), b64decode(RED_PIXEL)


def pictures(store: Store) -> list[Asset]:
    """The assets but the font that the event was furnished with."""
    return [asset for asset in rows(store, Asset) if asset.kind != FONT]


def contents(store: Store) -> list[AssetBytes]:
    """The bytes that are kept, but those of fonts."""
    fonts = {asset.sha256 for asset in rows(store, Asset) if asset.kind == FONT}
    return [kept for kept in rows(store, AssetBytes) if kept.sha256 not in fonts]


@pytest.fixture
def store(event_store: Store) -> Store:
    return furnish(event_store)


def photo(store: Store, picture: bytes | None, person: str = "zhang") -> None:
    Bus(store).run(SetPhoto(person=key(person), picture=picture))


def test_each_owner_has_its_picture_of_its_kind(store: Store) -> None:
    done(store, SetPhoto(person=key("zhang"), picture=ONE))
    done(store, SetLogo(organisation=key("park"), picture=ONE))
    for kind in ("logo", "seal"):
        done(store, SetEventPicture(kind=kind, picture=ONE))
    (event,) = rows(store, Event)
    owned = {
        row(store, Person, "zhang").photo_id: "photo",
        row(store, Organisation, "park").logo_id: "logo",
        event.logo_id: "logo",
        event.seal_id: "seal",
    }
    assert {asset.id: asset.kind for asset in pictures(store)} == owned


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    for person in ("zhang", "li"):
        photo(store, ONE, person)
    assert len(pictures(store)) == 2
    assert len(contents(store)) == 1


def test_another_picture_takes_the_place_of_the_first_and_null_takes_it_away(store: Store) -> None:
    photo(store, ONE)
    (first,) = pictures(store)
    done(store, SetPhoto(person=key("zhang"), picture=OTHER))
    (second,) = pictures(store)
    assert second.sha256 != first.sha256
    done(store, SetPhoto(person=key("zhang"), picture=None))
    assert pictures(store) == []
    assert row(store, Person, "zhang").photo_id is None


def test_the_same_picture_again_is_no_step(store: Store) -> None:
    photo(store, ONE)
    assert not done(store, SetPhoto(person=key("zhang"), picture=ONE))
    assert not done(store, SetPhoto(person=key("li"), picture=None))


def test_what_is_no_picture_is_refused_and_nothing_is_changed(store: Store) -> None:
    photo(store, ONE)
    refused(store, NoPicture, SetPhoto(person=key("zhang"), picture=b"Dear Sir or Madam"))


@pytest.mark.parametrize("gone", [{"RemovePerson": "zhang"}, {"RemoveOrganisation": "park"}])
def test_who_is_removed_takes_the_picture_along_and_brings_it_back(store: Store, gone: dict[str, str]) -> None:
    photo(store, ONE)
    Bus(store).run(SetLogo(organisation=key("park"), picture=OTHER))
    ((command, name),) = gone.items()
    done(store, example(command, id=str(key(name)), everywhere=True))
    assert len(pictures(store)) == 1


@pytest.mark.parametrize("both", [True, False])
def test_of_two_merged_the_one_who_stays_keeps_a_picture(store: Store, both: bool) -> None:
    for person in ("lund", "li")[: 1 + both]:
        photo(store, ONE if person == "lund" else OTHER, person)
    for organisation in ("company", "park")[: 1 + both]:
        Bus(store).run(SetLogo(organisation=key(organisation), picture=ONE if organisation == "company" else OTHER))
    done(store, example("MergePeople"))
    done(store, example("MergeOrganisations"))
    assert {asset.id for asset in pictures(store)} == {
        row(store, Person, "li").photo_id,
        row(store, Organisation, "park").logo_id,
    }


def test_a_photo_comes_back_by_undo_after_a_restart(store: Store, event_target: str) -> None:
    photo(store, ONE)
    (first,) = pictures(store)
    photo(store, OTHER)
    photo(store, None)
    again = open_store(event_target, actor="tester")
    try:
        again.undo()
        again.undo()
        assert row(again, Person, "zhang").photo_id == first.id
        assert len(rows(again, AssetBytes, sha256=first.sha256)) == 1
    finally:
        again.close()


def test_bytes_are_forgotten_once_no_undo_or_redo_can_want_them(store: Store) -> None:
    photo(store, ONE)
    store.undo()
    assert len(contents(store)) == 1, "a redo may want it"
    photo(store, OTHER, "li")
    assert len(contents(store)) == 2, "the step is dropped only now"
    photo(store, None, "li")
    (last,) = contents(store)
    store.undo()
    assert [asset.sha256 for asset in pictures(store)] == [last.sha256]
