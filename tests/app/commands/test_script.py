"""What the master of ceremonies says, paragraph by paragraph."""

from __future__ import annotations

import pytest

from app.furnished import done, furnish, key, refused, rows
from forumdesk.app.commands.script import AddScriptLine, EditScriptLine, MoveScriptLine, RemoveScriptLine
from forumdesk.domain.order import NotInThisList
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.text import Text
from forumdesk.store.store import Store


@pytest.fixture
def store(event_store: Store) -> Store:
    return furnish(event_store)


def script(store: Store, item: str = "remarks") -> list[str]:
    return [str(line.text) for line in rows(store, ScriptLine, item_id=key(item))]


def test_a_paragraph_is_added_last_or_behind_another(store: Store) -> None:
    done(store, AddScriptLine(item=key("remarks"), text=Text("last")))
    done(store, AddScriptLine(item=key("remarks"), text=Text("second"), after=key("line")))
    done(store, AddScriptLine(item=key("launch"), text=Text("elsewhere")))
    assert script(store) == ["line", "second", "next line", "last"]
    assert script(store, "launch") == ["elsewhere"]


def test_a_paragraph_moves_within_its_item(store: Store) -> None:
    done(store, AddScriptLine(id=key("elsewhere"), item=key("launch"), text=Text("elsewhere")))
    done(store, MoveScriptLine(id=key("next line")))
    assert script(store) == ["next line", "line"]
    refused(store, NotInThisList, MoveScriptLine(id=key("line"), after=key("elsewhere")))


def test_what_is_said_can_be_changed_and_taken_out(store: Store) -> None:
    done(store, EditScriptLine(id=key("line"), text=Text("各位领导：\n早上好！", "Good morning.")))
    done(store, RemoveScriptLine(id=key("next line")))
    assert [line.text for line in rows(store, ScriptLine)] == [Text("各位领导：\n早上好！", "Good morning.")]
