"""Bad input: one sentence says what is wrong, and nothing is changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from msgspec import inspect

from app.furnished import DAY, EXAMPLES, done, example, furnish, refused
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem
from forumdesk.app.commands.catalogue import commands
from forumdesk.app.commands.command import UnfitInput, UnfitText
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from forumdesk.store.work import NotFound
from store.small import FORUM

CATALOGUE = commands()
USED = [name for name in CATALOGUE if name != "FoundEvent"]


def with_one_id_unknown(value: Any) -> Iterator[Any]:
    """Copies of JSON fields in which one id after the other belongs to nothing."""
    match value:
        case str():
            try:
                UUID(value)
            except ValueError:
                return
            yield str(uuid4())
        case dict():
            for name, inner in value.items():
                for other in with_one_id_unknown(inner) if name != "subject" else ():
                    yield {**value, name: other}
        case list():
            for place, inner in enumerate(value):
                for other in with_one_id_unknown(inner):
                    yield [*value[:place], other, *value[place + 1 :]]


def test_an_id_that_does_not_exist_is_not_found_wherever_it_stands(event_store: Store) -> None:
    store = furnish(event_store)
    before = store.digest(), store.stamp()
    for name in USED:
        for fields in with_one_id_unknown(EXAMPLES[name]):
            with pytest.raises(NotFound) as refusal:
                Bus(store).run(CATALOGUE[name].read(json.dumps(fields)))
            assert str(refusal.value.facts["id"]) in json.dumps(fields), name
    assert (store.digest(), store.stamp()) == before


def leaves(node: Any) -> Iterator[Any]:
    """The simple types a field may hold."""
    match node:
        case inspect.Metadata():
            yield from leaves(node.type)
        case inspect.UnionType():
            for each in node.types:
                yield from leaves(each)
        case inspect.VarTupleType():
            yield from leaves(node.item_type)
        case inspect.StructType() | inspect.DataclassType():
            for field in node.fields:
                yield from leaves(field.type)
        case _:
            yield node


MISFITS: dict[type, tuple[Any, ...]] = {
    inspect.StrType: ("字" * 10_001, "bell\x07", "NUL\x00", "escape\x1b[0m", "\x85", 7, ["x"]),
    inspect.UUIDType: ("", "x", "00000000-0000-0000-0000-00000000000g", 7, f"{{{uuid4()}}}"),
    inspect.DateType: ("", "2025-02-30", "17.9.2025", "2025-9-17", "2025-09-17T09:00", "10000-01-01", 20250917),
    inspect.BoolType: (1, "true", "yes"),
    inspect.LiteralType: ("nonsense", 7),
    inspect.EnumType: ("nonsense", "", 7),
    inspect.BytesType: ("%", "x", 7),
    inspect.NoneType: (),
}


def bounds(number: inspect.IntType) -> tuple[int, int]:
    """The least and the most an integer field takes."""
    assert number.ge is not None
    most = number.le if number.lt is None else number.lt - 1
    assert most is not None
    return number.ge, most


def spoilt(node: Any, good: Any) -> Iterator[Any]:
    """Values that do not fit a type."""
    match node:
        case inspect.Metadata():
            yield from spoilt(node.type, good)
        case inspect.UnionType():
            for each in node.types:
                yield from spoilt(each, good)
        case inspect.VarTupleType():
            yield "no list"
            yield from ([bad] for bad in spoilt(node.item_type, good[0] if good else None))
        case inspect.StructType() | inspect.DataclassType():
            whole = good if isinstance(good, dict) else {}
            yield "no object"
            yield {**whole, "no_such_field": "x"}
            for field in node.fields:
                yield from ({**whole, field.name: bad} for bad in spoilt(field.type, whole.get(field.name)))
        case inspect.DictType():
            yield 7
            yield from ({"zh": bad} for bad in spoilt(node.value_type, None))
        case inspect.FloatType():
            assert node.ge is not None
            assert node.le is not None
            yield from (node.ge - 1, node.le + 1, 1e300, "7", True)
        case inspect.IntType():
            least, most = bounds(node)
            yield from (least - 1, most + 1, 10**30, 1.5, "7", True)
        case _:
            yield from MISFITS[type(node)]


def test_every_number_has_bounds_that_any_database_can_hold() -> None:
    for kind in CATALOGUE.values():
        for field in inspect.type_info(kind).fields:
            for leaf in leaves(field.type):
                if isinstance(leaf, inspect.IntType):
                    least, most = bounds(leaf)
                    assert 0 <= least < most < 2**31, (kind, field.name)


@pytest.mark.parametrize("name", USED)
def test_a_field_that_does_not_fit_is_refused_in_one_sentence(name: str) -> None:
    kind = CATALOGUE[name]
    for field in inspect.type_info(kind).fields:
        for bad in spoilt(field.type, EXAMPLES[name].get(field.name)):
            with pytest.raises((UnfitInput, UnfitText)) as refusal:
                kind.read(json.dumps({**EXAMPLES[name], field.name: bad})).check()
            said = str(refusal.value)
            assert said.endswith(".") and "\n" not in said and "`" not in said


def with_a_lone_surrogate(node: Any, good: Any) -> Iterator[Any]:
    """Values that no JSON can bring, but a window could."""
    match node:
        case inspect.UnionType():
            for each in node.types:
                yield from with_a_lone_surrogate(each, good)
        case inspect.VarTupleType():
            yield from ((bad,) for bad in with_a_lone_surrogate(node.item_type, None))
        case inspect.DataclassType():
            yield from (Text("fine", "\ud800"), Text("\udfff"))
        case inspect.StrType():
            yield "fine \ud800"


def test_half_a_character_is_refused_whoever_brings_it(event_store: Store) -> None:
    store = furnish(event_store)
    before = store.digest(), store.stamp()
    for name in USED:
        for field in inspect.type_info(CATALOGUE[name]).fields:
            for bad in with_a_lone_surrogate(field.type, None):
                with pytest.raises(UnfitText, match="U\\+D"):
                    Bus(store).run(msgspec.structs.replace(example(name), **{field.name: bad}))
    assert (store.digest(), store.stamp()) == before


@pytest.mark.parametrize("name", CATALOGUE)
@pytest.mark.parametrize("text", ['{"no_such_field": 1}', "[]", "", "{", "null", '"x"', "\x00"])
def test_what_is_no_command_at_all_is_refused(name: str, text: str) -> None:
    with pytest.raises(UnfitInput, match=f"^{name}: "):
        CATALOGUE[name].read(text)


def test_numbers_out_of_bounds_are_refused_from_the_window_too(event_store: Store) -> None:
    error = refused(event_store, UnfitInput, AddItem(forum=FORUM, date=DAY, kind="report", minutes=0))
    assert "minutes" in str(error)


def test_a_text_of_exactly_the_longest_length_is_kept(event_store: Store) -> None:
    store = furnish(event_store)
    longest = "字" * 10_000
    assert done(store, example("EditScriptLine", text={"first": longest, "second": "tab\tand\nnew line"}))
