"""What holds for every command: it is described, it can be taken back, and it refuses what is wrong."""

from __future__ import annotations

import json
from uuid import uuid4

import msgspec
import pytest

from app.furnished import EXAMPLES, at, done, example, furnish, refused
from forumdesk.app.bus import Bus
from forumdesk.app.commands.catalogue import UnknownCommand, command, commands, describe
from forumdesk.app.commands.command import Command, Edit, Move, new_id
from forumdesk.app.commands.fonts import FontIsThere
from forumdesk.domain.agenda import SplitOutside
from forumdesk.domain.attendance import AlreadyAttending
from forumdesk.domain.stage import SecondCeremony
from forumdesk.store.store import Store
from forumdesk.store.work import IdTaken, NotFound

CATALOGUE = commands()
USED = [name for name in CATALOGUE if name != "FoundEvent"]


# ---- described ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_command_says_what_it_does_and_what_it_takes(name: str) -> None:
    kind = CATALOGUE[name]
    said = describe(kind)
    assert kind.__doc__
    assert kind.run.__doc__
    assert said["name"] == name
    assert said["title"] == kind.step
    assert said["does"].endswith(".")
    assert set(said["fields"]) == set(kind.__struct_fields__)
    assert set(said["required"]) <= set(said["fields"])
    json.dumps(said)


def test_no_two_commands_have_the_same_title_in_the_history() -> None:
    titles = [kind.step for kind in CATALOGUE.values()]
    assert len(set(titles)) == len(titles)


def test_a_command_that_does_not_exist_is_named() -> None:
    assert command("AddPerson") is CATALOGUE["AddPerson"]
    with pytest.raises(UnknownCommand, match="MakeCoffee"):
        command("MakeCoffee")


def test_the_shapes_that_commands_share_are_no_commands() -> None:
    assert not {"Command", "Edit", "Move"} & CATALOGUE.keys()
    assert all(issubclass(kind, Command) for kind in (Edit, Move))


def test_every_command_has_an_example_here_with_every_id_it_can_name() -> None:
    assert set(EXAMPLES) == set(USED)
    for name in USED:
        names = {
            field.name
            for field in msgspec.structs.fields(CATALOGUE[name])
            if "UUID" in str(field.type) and field.default_factory is not new_id
        }
        assert names <= EXAMPLES[name].keys(), name


@pytest.mark.parametrize("name", USED)
def test_a_command_reads_what_it_writes(name: str) -> None:
    once = example(name)
    assert CATALOGUE[name].read(msgspec.json.encode(once)) == once


# ---- done, undone, redone -----------------------------------------------------------------------


def test_every_command_does_something_that_can_be_undone_and_redone(event_store: Store) -> None:
    store = at(furnish(event_store))
    original = store.digest()
    for name in USED:
        assert done(store, example(name)), name
        assert store.history(1)[0].title == CATALOGUE[name].step
        store.undo()
        assert store.digest() == original, name


def test_a_new_thing_is_entered_once_however_often_its_command_is_given(event_store: Store) -> None:
    store = furnish(event_store)
    own_rules = {
        "AddFont": FontIsThere,
        "AddCeremony": SecondCeremony,
        "AddAttendee": AlreadyAttending,
        "SplitItem": SplitOutside,
    }
    again_and_again = {"RankPerson", "AcceptProblem", "SetPhoto", "SetLogo", "SetEventPicture"}
    for name in USED:
        fields = msgspec.structs.fields(CATALOGUE[name])
        if name not in again_and_again and any(field.default_factory is new_id for field in fields):
            once = example(name)
            Bus(store).run(once)
            refused(store, own_rules.get(name, IdTaken), once)
            store.undo()


def test_several_commands_are_one_step_or_none(event_store: Store) -> None:
    store = furnish(event_store)
    before = store.digest()
    good, bad = example("EditPerson"), example("EditPerson", id=str(uuid4()))
    with pytest.raises(NotFound):
        Bus(store).run_all("both", [good, bad])
    assert store.digest() == before
    Bus(store).run_all("both", [good, example("RemoveCue")])
    bus = Bus(store)
    bus.undo()
    assert store.digest() == before
    assert bus.redo().title == "both"
