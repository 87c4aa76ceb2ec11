"""A script in an event: what was accepted of its draft, as one step, and again without a change."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import AddForum
from forumdesk.app.founding import found_event
from forumdesk.app.script_draft import Draft, NotADraft, draft_of, read_draft, write_draft
from forumdesk.app.script_import import NothingAccepted, NotReviewed, WhichForum, import_script, incoming
from forumdesk.app.summary import summary
from forumdesk.domain.agenda import AgendaItem, Appearance, Cue, Rundown
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.signing import Party
from forumdesk.domain.stage import Ceremony, StageCall, StagePlace
from forumdesk.domain.text import Text
from forumdesk.rules.script.finding import What
from forumdesk.rules.timing import clock
from forumdesk.store.opening import create
from forumdesk.store.store import Store
from rules.script.invented import HARBOUR, PORTS, TEA

RECORD = Path(__file__).parents[3] / "shared" / "forum-2025" / "transcript.txt"
"""A forum's record, where it lies beside the project."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return create(str(tmp_path / "x.forum"), found_event("活动", "Event", "zh,en", "2024-01-01", "Asia/Shanghai"))


@pytest.fixture
def ports(tmp_path: Path) -> Path:
    (tmp_path / "ports.txt").write_text(PORTS.text, encoding="utf-8")
    return tmp_path / "ports.txt"


def names(store: Store) -> list[str]:
    with store.look() as look:
        return [person.name.first for person in look.all(Person)]


def test_an_accepted_script_is_an_event_and_one_undo_takes_it_back(store: Store, ports: Path) -> None:
    before = store.digest()
    import_script(store, ports, accept=True)
    counts = summary(store)["counts"]
    assert counts["agenda_items"] == len(PORTS.items)
    assert counts["agreements"] == 3
    assert counts["plaques_announced"] == 5
    with store.look() as look:
        (event,) = look.all(Event)
        (forum,) = look.all(Forum)
        (hall,) = look.all(Hall)
        assert (forum.title.first, event.venue.first, hall.name.first) == (
            "云港国际智慧港口论坛", "云港会议中心", "望潮厅",
        )  # fmt: skip
        rundown = Rundown.of(forum, look.all(AgendaItem))
        assert [item.kind for item in rundown.items] == list(PORTS.items)
        assert clock(rundown.times()[0].start) == "14:00"
        assert clock(rundown.times()[-1].end) == "17:30"
        assert {item.date.isoformat() for item in rundown.items} == {"2024-11-06"}
    store.undo()
    assert store.digest() == before


def test_people_come_once_with_posts_rank_and_spellings(store: Store, ports: Path) -> None:
    import_script(store, ports, accept=True)
    with store.look() as look:
        people = {person.name.first: person for person in look.all(Person)}
        assert len(people) == look.count(Person) == 11
        ranked = {person.id: name for name, person in people.items()}
        assert [ranked[row.person_id] for row in look.all(Precedence)] == [
            "孙立", "白露", "玛丽亚·科斯塔", "尹建国", "Erik Solheim", "柯敏",
        ]  # fmt: skip
        assert people["玛丽亚·科斯塔"].spellings == ("玛丽亚·科斯达",)
        assert (people["白露"].honorific, people["柯敏"].honorific) == ("ms", "")
        offices = {row.id: row.name.first for row in look.all(Organisation)}
        posts = {(ranked[row.person_id], offices[row.organisation_id], row.title.first) for row in look.all(Post)
                 if row.person_id in ranked}  # fmt: skip
    assert ("白露", "云港市港务局、口岸办", "主任") in posts
    assert "谭国强" not in people, "somebody who was only mentioned"


def test_ceremonies_have_their_batch_counts_pairs_and_people_on_stage(store: Store, ports: Path) -> None:
    import_script(store, ports, accept=True)
    with store.look() as look:
        items = {item.id: item.kind for item in look.all(AgendaItem)}
        people = {person.id: person.name.first for person in look.all(Person)}
        offices = {row.id: row.name.first for row in look.all(Organisation)}
        ceremonies = {items[row.item_id]: row for row in look.all(Ceremony)}
        assert (ceremonies["plaque"].batch.first, ceremonies["plaque"].announced) == ("首批", 5)
        assert (ceremonies["signing"].announced, ceremonies["launch"].countdown) == (3, 5)
        parties = [(offices[row.organisation_id], row.side.value) for row in look.all(Party)]
        assert ("云港港务集团", "host") in parties
        assert ("南湾保税区", "guest") in parties
        places = {
            items[call.item_id]: [people[place.person_id] for place in look.all(StagePlace, call_id=call.id)]
            for call in look.all(StageCall)
        }
        assert places == {"plaque": ["孙立", "白露"], "launch": ["孙立", "柯敏", "Erik Solheim"]}
        roles = {(people[row.person_id], row.role) for row in look.all(Appearance)}
        assert {("何苗", "mc"), ("温如玉", "moderator"), ("蓝天", "panelist"), ("柯敏", "launcher")} <= roles
        signing = [cue for cue in look.all(Cue) if items[cue.item_id] == "signing"]
        assert [(cue.kind, cue.label.first) for cue in signing] == [
            ("on-stage", "签约代表上台"), ("sign", "签约"), ("photo", "合影"),
        ]  # fmt: skip
        assert [cue.offset_seconds for cue in signing] == sorted(cue.offset_seconds for cue in signing)
        said = [line.text.first for line in look.all(ScriptLine)]
        assert "让我们用掌声欢迎他们！" in said


def test_the_same_script_again_changes_nothing(store: Store, ports: Path) -> None:
    first = import_script(store, ports, accept=True)
    after = store.digest()
    again = import_script(store, ports, accept=True)
    assert (again.commands, again.added) == ([], 0)
    assert again.unchanged == first.added + first.unchanged
    assert store.digest() == after


def test_an_english_script_speaks_the_second_language(store: Store, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(HARBOUR.text, encoding="utf-8")
    import_script(store, tmp_path / "x.txt", accept=True)
    with store.look() as look:
        assert Text("", "Ana Duarte") in [person.name for person in look.all(Person)]
        (forum,) = look.all(Forum)
        assert forum.title == Text("活动", "Norhaven Harbour Forum")
        (stays,) = [call for call in look.all(StageCall) if call.stays]
        assert len(look.all(StagePlace, call_id=stays.id)) == 2


def test_a_script_without_a_speaker_before_its_lines_comes_in_too(store: Store, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEA.text, encoding="utf-8")
    import_script(store, tmp_path / "x.txt", accept=True)
    with store.look() as look:
        kinds = [item.kind for item in sorted(look.all(AgendaItem), key=lambda item: item.position)]
    assert kinds == list(TEA.items)


def test_only_what_was_accepted_comes_in(store: Store, ports: Path, tmp_path: Path) -> None:
    draft = draft_of(ports)
    wanted = [
        replace(one, accepted=(one.what is What.GUEST and one.text != "白露") or one.text == "谭国强")
        for one in draft.findings
    ]
    write_draft(Draft(draft.source, wanted), tmp_path / "draft.json")
    came = import_script(store, tmp_path / "draft.json")
    assert came.added == 6
    assert sorted(names(store)) == sorted(["孙立", "玛丽亚·科斯塔", "尹建国", "Erik Solheim", "柯敏", "谭国强"])


def test_what_belongs_to_an_item_that_was_not_accepted_stays_out_with_it(store: Store, ports: Path) -> None:
    draft = draft_of(ports).accepted()
    but = [replace(one, accepted=one.accepted and not (one.what is What.ITEM and one.role == "signing"))
           for one in draft.findings]  # fmt: skip
    with store.look() as look:
        came = incoming(look, Draft(draft.source, but))
    Bus(store).run_all(came.step, came.commands)
    assert summary(store)["counts"]["agreements"] == 0
    assert summary(store)["counts"]["agenda_items"] == len(PORTS.items) - 1


def test_an_edited_draft_comes_in_as_it_was_edited(store: Store, ports: Path, tmp_path: Path) -> None:
    write_draft(draft_of(ports), tmp_path / "draft.json")
    draft = json.loads((tmp_path / "draft.json").read_text(encoding="utf-8"))
    guest = next(one for one in draft["findings"] if one["what"] == "guest")
    guest |= {"text": "孙力", "title": "常务副市长", "accepted": True}
    (tmp_path / "draft.json").write_text(json.dumps(draft), encoding="utf-8")
    import_script(store, tmp_path / "draft.json")
    assert names(store) == ["孙力"]


def test_nothing_comes_in_unseen(store: Store, ports: Path, tmp_path: Path) -> None:
    before = store.digest()
    with pytest.raises(NotReviewed, match=r"ports\.txt"):
        import_script(store, ports)
    write_draft(draft_of(ports), tmp_path / "draft.json")
    with pytest.raises(NothingAccepted, match=r"draft\.json"):
        import_script(store, tmp_path / "draft.json")
    import_script(store, ports, accept=True, dry_run=True)
    assert store.digest() == before


def test_a_forum_is_chosen_where_there_are_several(store: Store, ports: Path) -> None:
    Bus(store).run(AddForum(title=Text("第二论坛")))
    with pytest.raises(WhichForum, match="第二论坛"):
        import_script(store, ports, accept=True)
    import_script(store, ports, accept=True, forum="第二论坛")
    with store.look() as look:
        assert {look.get(Forum, item.forum_id).title.first for item in look.all(AgendaItem)} == {PORTS.head[0]}


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b'{"format":"other","source":"x","findings":[]}', b"\xff\xfe",
     b'{"format":"forumdesk-draft","source":"x","findings":[{"what":"guest"}]}',
     b'{"format":"forumdesk-draft","source":"x","findings":[{"what":"cake","line":1,"source":""}]}'],
)  # fmt: skip
def test_what_is_no_draft_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(NotADraft, match=r"x\.json"):
        read_draft(tmp_path / "x.json")


def test_a_draft_is_written_and_read_back(ports: Path, tmp_path: Path) -> None:
    draft = draft_of(ports).accepted()
    write_draft(draft, tmp_path / "draft.json")
    assert read_draft(tmp_path / "draft.json") == draft


@pytest.mark.skipif(not RECORD.is_file(), reason="the record is not beside the project")
def test_a_real_record_becomes_a_forum_of_40_people(store: Store) -> None:
    import_script(store, RECORD, accept=True)
    counts = summary(store)["counts"]
    wanted = {"people": 40, "agenda_items": 16, "agreements": 7, "plaques_announced": 17, "unveilings_announced": 14}
    assert {name: counts[name] for name in wanted} == wanted
    with store.look() as look:
        (lund,) = [person for person in look.all(Person) if person.spellings]
        assert (lund.name.first, lund.spellings) == ("艾巴·伦德", ("艾巴·朗德",))
        offices = [name for row in look.all(Organisation) for name in (row.name.first, *row.spellings)]
        assert len(offices) == len(set(offices)), "a name of one organisation is another's spelling"
        assert look.count(Post) == 41, "one a person, and a second one"
