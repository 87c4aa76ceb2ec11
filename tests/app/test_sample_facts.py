"""The sample event's file, read by itself: it is whole, its counts agree, and every key leads somewhere."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from forumdesk.base.places import resources

Table = dict[str, Any]


@pytest.fixture(scope="module")
def sample() -> Table:
    return tomllib.loads((resources() / "sample" / "forum.toml").read_text("utf-8"))


def by_key(tables: list[Table]) -> dict[str, Table]:
    found = {table["key"]: table for table in tables}
    assert len(found) == len(tables), "a key stands twice"
    return found


def texts(value: Any, path: str = "") -> Iterator[tuple[str, Table]]:
    """Every { zh, en } below `value`, with the path that leads to it."""
    if isinstance(value, list):
        for each in value:
            yield from texts(each, path)
    elif isinstance(value, dict):
        if {"zh", "en"} & value.keys():
            yield path, value
        for name, each in value.items():
            yield from texts(each, f"{path}.{name}")


def spoken(sample: Table, item: str, side: str) -> str:
    return " ".join(line[side] for line in sample["line"] if line["item"] == item)


def called(item: Table) -> list[str]:
    return [person for call in item["call"] for person in call["people"]]


def test_the_morning_has_18_items_that_fill_it_to_the_minute(sample: Table) -> None:
    minutes = sum(item["minutes"] for item in sample["item"])
    start, end = (
        int(hour) * 60 + int(minute)
        for hour, minute in (sample["event"][side].split(":") for side in ("start", "end"))
    )
    assert len(by_key(sample["item"])) == 18
    assert minutes == end - start == 200


def test_40_people_begin_with_the_mc_and_the_14_guests_in_protocol_order(sample: Table) -> None:
    people = sample["person"]
    assert len(by_key(people)) == 40
    assert [person.get("guest_rank") for person in people] == [None, *range(1, 15), *[None] * 25]
    assert all(person["category"] == "vip" for person in people[1:15])


def test_two_people_may_share_a_romanised_name_but_never_a_key(sample: Table) -> None:
    names = Counter(person["name"]["en"] for person in sample["person"])
    assert [name for name, times in names.items() if times > 1] == ["Zhou Li"]


def test_everybody_has_one_main_post_and_it_comes_first(sample: Table) -> None:
    for person in sample["person"]:
        assert [post.get("main", False) for post in person["posts"]] == [
            True,
            *[False] * (len(person["posts"]) - 1),
        ]


def test_a_reading_has_as_many_syllables_as_the_name_has_characters(sample: Table) -> None:
    read = [person for person in sample["person"] if "pinyin" in person]
    assert read
    assert all(len(person["pinyin"].split()) == len(person["name"]["zh"]) for person in read)


def test_every_key_leads_somewhere(sample: Table) -> None:
    people, organisations = by_key(sample["person"]), by_key(sample["organisation"])
    items = by_key(sample["item"])
    named_people = {each["person"] for item in sample["item"] for each in item["appearances"]}
    named_people |= {person for item in sample["item"] if "call" in item for person in called(item)}
    named_organisations = (
        {each["organisation"] for each in sample["organiser"]}
        | {post["organisation"] for person in sample["person"] for post in person["posts"]}
        | {agreement[side] for agreement in sample["agreement"] for side in ("host", "guest")}
        | {item["organisation"] for item in sample["item"] if "organisation" in item}
        | {each["organisation"] for item in sample["item"] for each in item["appearances"] if "organisation" in each}
    )
    assert named_people <= people.keys()
    assert named_organisations == organisations.keys(), "an organisation is missing, or nobody needs it"
    assert {line["item"] for line in sample["line"]} == items.keys(), "an item is missing, or has no words"


def test_whoever_is_called_on_stage_appears_in_the_item_and_the_other_way_round(sample: Table) -> None:
    items = by_key(sample["item"])
    stayed = [person for call in items["plaque"]["call"] if call.get("stays") for person in call["people"]]
    on_stage = {key: called(item) for key, item in items.items() if "call" in item}
    on_stage["unveiling"] = stayed + on_stage["unveiling"]
    assert on_stage == {key: [each["person"] for each in items[key]["appearances"]] for key in on_stage}


def test_17_recipients_come_before_9_presenters_who_stay_and_3_more_join_them(sample: Table) -> None:
    items = by_key(sample["item"])
    recipients, presenters = items["plaque"]["call"]
    (joining,) = items["unveiling"]["call"]
    assert (recipients["places"], recipients["people"], recipients.get("stays")) == (17, [], None)
    assert (len(presenters["people"]), presenters["stays"]) == (9, True)
    assert (len(joining["people"]), joining["joins_stayed"], joining.get("stays")) == (3, True, None)


def test_seven_agreements_join_fourteen_different_organisations(sample: Table) -> None:
    parties = [agreement[side] for agreement in sample["agreement"] for side in ("host", "guest")]
    assert len(sample["agreement"]) == 7
    assert len(set(parties)) == 14


def test_a_guest_of_an_agreement_comes_from_abroad(sample: Table) -> None:
    organisations = by_key(sample["organisation"])
    for agreement in sample["agreement"]:
        assert organisations[agreement["host"]]["country"] == "CN"
        assert organisations[agreement["guest"]]["country"] not in {"", "CN"}


def test_countries_are_two_letters_or_not_known(sample: Table) -> None:
    assert all(re.fullmatch("([A-Z]{2})?", each["country"]) for each in sample["organisation"])


def test_7_pairs_17_plaques_and_14_future_parks_are_announced(sample: Table) -> None:
    ceremonies = {item["key"]: item["ceremony"] for item in sample["item"] if "ceremony" in item}
    assert {key: ceremony.get("announced") for key, ceremony in ceremonies.items()} == {
        "launch": None,
        "signing": 7,
        "plaque": 17,
        "unveiling": 14,
    }
    assert [key for key, ceremony in ceremonies.items() if ceremony.get("countdown") == 3] == [
        "launch",
        "unveiling",
    ]


@pytest.mark.parametrize(("item", "numbers"), [("signing", {"7", "3.0"}), ("plaque", {"17"}), ("unveiling", {"14"})])
@pytest.mark.parametrize("side", ["zh", "en"])
def test_the_script_speaks_the_announced_counts_and_no_other_number(
    sample: Table, item: str, numbers: set[str], side: str
) -> None:
    assert set(re.findall(r"\d+(?:\.\d+)?", spoken(sample, item, side))) == numbers


def test_the_script_counts_the_panelists_as_the_agenda_does(sample: Table) -> None:
    roles = Counter(each["role"] for each in by_key(sample["item"])["roundtable"]["appearances"])
    assert roles == {"moderator": 1, "panelist": 5}
    assert "五位" in spoken(sample, "roundtable", "zh")
    assert "five panelists" in spoken(sample, "roundtable", "en")


def test_the_opening_lines_introduce_the_guests_in_protocol_order(sample: Table) -> None:
    guests = sample["person"][1:15]
    for side in ("zh", "en"):
        words = spoken(sample, "opening", side)
        places = [words.index(guest["name"][side]) for guest in guests]
        assert places == sorted(places)


def test_everybody_called_on_stage_is_named_in_the_script(sample: Table) -> None:
    people = by_key(sample["person"])
    for item in sample["item"]:
        for person in called(item) if "call" in item else []:
            name = people[person]["name"]
            assert name["zh"] in spoken(sample, item["key"], "zh")
            assert (name["en"] or name["zh"]) in spoken(sample, item["key"], "en")


def test_the_script_is_long_enough_to_read_and_follows_the_agenda(sample: Table) -> None:
    order = [item["key"] for item in sample["item"]]
    lines = [order.index(line["item"]) for line in sample["line"]]
    assert lines == sorted(lines)
    assert 18 <= len(lines) <= 45


def test_every_text_has_both_languages_save_where_the_record_has_none(sample: Table) -> None:
    one_sided = [(path, text) for path, text in texts(sample) if bool(text["zh"]) != bool(text["en"])]
    assert one_sided == [(".person.name", {"zh": "尼克拉斯·卡尔·欣里希斯", "en": ""})]
    silent = {path for path, text in texts(sample) if not text["zh"]}
    assert silent == {".item.title"}


def test_items_without_a_title_are_those_the_record_leaves_untitled(sample: Table) -> None:
    untitled = [item["kind"] for item in sample["item"] if not item["title"]["zh"]]
    assert Counter(untitled) == {"remarks": 3, "report": 3, "roundtable": 1, "closing": 1}


def test_cues_come_in_order_and_inside_their_item(sample: Table) -> None:
    for item in sample["item"]:
        offsets = [cue["offset_seconds"] for cue in item.get("cues", [])]
        assert offsets == sorted(offsets)
        assert all(0 <= offset < item["minutes"] * 60 for offset in offsets)
