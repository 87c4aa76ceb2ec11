"""What was printed, and what of it the last change has made stale."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.checking import check
from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.commands.event import EditEvent
from forumdesk.app.commands.people import EditPost, RemovePerson
from forumdesk.app.printing.kinds import KINDS, Kind
from forumdesk.app.printing.making import print_document
from forumdesk.app.printing.order import Order, Piece, Setting
from forumdesk.app.printing.pieces import NothingStale, gathered
from forumdesk.app.printing.record import past, record
from forumdesk.app.printing.stock import in_stock, pieces, said
from forumdesk.app.printing.told import FIELDS, Change, changes, told
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Event
from forumdesk.domain.people import Post
from forumdesk.domain.printing import PrintRecord
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

LANGUAGES = ("zh", "en", "both")
ZHOU_LI = key("person", "zhou-li-torch")
NEW_TITLE = Text("首席科学家", "Chief Scientist")


def order(kind: str, language: str, **choices: object) -> Order:
    (found,) = (each for each in KINDS if each.name == kind)
    return Order(found.document, language, kinds=(kind,), **choices)  # type: ignore[arg-type]


def print_everything(store: Store, *languages: str) -> None:
    for kind in KINDS:
        for language in languages:
            with store.look() as look:
                found = gathered(look, order(kind.name, language))
            record(store, found)


def stale(store: Store, language: str) -> set[tuple[str, str]]:
    with store.look() as look:
        found = past(look)
    return {
        (kind, piece)
        for kind, printed in found.items()
        for piece, each in printed.get(language, {}).items()
        if each.stale
    }


def change_the_title(store: Store) -> None:
    with store.look() as look:
        (post, *_) = look.all(Post, person_id=ZHOU_LI)
    Bus(store).run(EditPost(id=post.id, title=NEW_TITLE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_undo_makes_what_a_change_made_stale_fresh_again(sample_store: Store, language: str) -> None:
    print_everything(sample_store, language)
    change_the_title(sample_store)
    found = stale(sample_store, language)
    assert {kind for kind, _ in found} >= {"programme", "thanks", "attendees"}
    sample_store.undo()
    assert stale(sample_store, language) == set()
    sample_store.redo()
    assert stale(sample_store, language) == found


def test_a_change_in_one_language_leaves_paper_in_the_other_as_it_is(sample_store: Store) -> None:
    print_everything(sample_store, *LANGUAGES)
    with sample_store.look() as look:
        (post, *_) = look.all(Post, person_id=ZHOU_LI)
        title = post.title.first
    Bus(sample_store).run(EditPost(id=post.id, title=Text(title, "Chief Scientist")))
    assert stale(sample_store, "zh") == set()
    assert stale(sample_store, "en") == stale(sample_store, "both") != set()


def test_the_stale_pieces_are_printed_and_nothing_else(sample_store: Store, tmp_path: Path) -> None:
    print_everything(sample_store, "zh")
    out = tmp_path / "again.pdf"
    with pytest.raises(NothingStale):
        print_document(sample_store, order("thanks", "zh", stale=True), out)
    assert not out.exists()
    change_the_title(sample_store)
    printed = print_document(sample_store, order("thanks", "zh", stale=True), out, recorded=True)
    assert printed.pieces == 1
    with pypdfium2.PdfDocument(out) as pdf:
        assert "首席科学家" in pdf[0].get_textpage().get_text_bounded()
    assert "thanks" not in {kind for kind, _ in stale(sample_store, "zh")}


def test_what_was_never_printed_is_not_stale(sample_store: Store, tmp_path: Path) -> None:
    print_document(sample_store, Order("certificates"), tmp_path / "saved.pdf")  # a saved PDF is not a printed one
    change_the_title(sample_store)
    with pytest.raises(NothingStale):
        print_document(sample_store, Order("certificates", stale=True), tmp_path / "again.pdf")


def test_a_piece_says_how_often_it_was_printed_and_what_has_changed(sample_store: Store) -> None:
    print_everything(sample_store, "zh")
    print_everything(sample_store, "zh")
    change_the_title(sample_store)
    (piece,) = (piece for piece in pieces(sample_store, order("thanks", "zh")) if piece.label == "周力")
    assert piece.past is not None
    assert piece.line()["printed"] == 2
    assert said(piece.past, Words.english()).startswith("printed 2 × already, last on 20")
    assert said(piece.past, Words.of("zh")).startswith("已打印 2 次，最近 20")
    (change,) = piece.past.changes
    before, after = "工业和信息化部火炬中心高新区发展处处长", "工业和信息化部火炬中心高新区发展处首席科学家"
    assert change.say(Words.english()) == f"post changed: {before} → {after}"
    assert change.say(Words.of("zh")) == f"职务已改：{before} → {after}"


def test_a_later_start_is_told_in_hours_and_minutes_for_each_item_behind(sample_store: Store) -> None:
    print_everything(sample_store, "zh")
    with sample_store.look() as look:
        item = look.get(AgendaItem, key("item", "keynote-zhou"))
    Bus(sample_store).run(EditItem(id=item.id, minutes=item.minutes + 3))
    (programme,) = pieces(sample_store, order("programme", "zh"))
    assert programme.past is not None
    sentences = [change.say(Words.english()) for change in programme.past.changes]
    assert "2025-03-28: end changed: 12:20 → 12:23" in sentences
    assert any(sentence.endswith("start changed: 09:46 → 09:49") for sentence in sentences)


def test_both_titles_are_on_a_programme_in_one_language(sample_store: Store) -> None:
    print_everything(sample_store, "zh")
    Bus(sample_store).run(EditEvent(title=Text("世界领先科技园区发展论坛", "Another title")))
    assert stale(sample_store, "zh") == {("programme", "programme")}


def test_a_piece_that_is_gone_is_not_printed_again(sample_store: Store) -> None:
    print_everything(sample_store, "zh")
    before = {key for kind, key in text_of_keys(sample_store) if kind == "thanks"}
    Bus(sample_store).run(RemovePerson(id=ZHOU_LI, everywhere=True))
    now = {key for kind, key in text_of_keys(sample_store) if kind == "thanks"}
    (gone,) = before - now
    assert ("thanks", gone) not in stale(sample_store, "zh")


def text_of_keys(store: Store) -> set[tuple[str, str]]:
    with store.look() as look:
        return {(kind, piece.key) for kind, found in in_stock(look).pieces.items() for piece in found}


def test_the_record_stands_outside_undo_and_the_digest(sample_store: Store) -> None:
    digest, steps = sample_store.digest(), len(sample_store.history())
    print_everything(sample_store, "zh", "en")
    assert (sample_store.digest(), len(sample_store.history())) == (digest, steps)
    with sample_store.look() as look:
        rows = look.all(PrintRecord)
    assert sorted({row.number for row in rows}) == list(range(1, 2 * len(printed_kinds(sample_store)) + 1))
    assert {row.actor for row in rows} == {sample_store.actor}


def printed_kinds(store: Store) -> set[str]:
    with store.look() as look:
        return {row.document for row in look.all(PrintRecord)}


def test_the_check_names_documents_that_were_printed_before_a_change(sample_store: Store) -> None:
    print_everything(sample_store, "zh")
    change_the_title(sample_store)
    with sample_store.look() as look:
        found = {problem.label: problem for problem in check(look) if problem.code == "stale-print"}
    assert {"programme", "thanks", "attendees"} <= found.keys()
    assert (
        found["thanks"].say(Words.english()) == "“Thanks”: 1 of 16 printed pieces no longer tell what the event does."
    )
    assert found["thanks"].say(Words.of("zh")) == "“感谢证书”：已印 16 件中有 1 件与现在不符。"


def test_a_field_that_can_change_has_a_name(sample_store: Store) -> None:
    with sample_store.look() as look:
        found = [gathered(look, order(kind.name, "both")) for kind in KINDS]
    names = {
        name
        for each in found
        for kind, those in each.by_kind
        for piece in those
        for name in fields(piece, kind, each.setting)
    }
    assert names - FIELDS.keys() == set()


def fields(piece: Piece, kind: Kind, setting: Setting) -> set[str]:
    """Every field of a piece's facts that holds a value itself, not further facts."""

    def walk(fact: object, name: str) -> set[str]:
        match fact:
            case dict():
                inner = ((each, name if each.startswith("@") else each) for each in fact)
                return {found for each, called in inner for found in walk(fact[each], called)}
            case list():
                return {name} | {found for each in fact for found in walk(each, name)}
        return {name}

    written = json.loads(told([piece], kind, setting)[piece.key])
    return {name for part in written.values() for name in walk(part, "")} - {"", "key"}


SETTING = Setting(("zh", "en"), ("zh",))


def difference(old: object, new: object) -> tuple[Change, ...]:
    before, after = (told([Piece("1", Text(), facts)], KINDS[0], SETTING)["1"] for facts in (old, new))
    return changes(before, after)


def test_what_comes_and_goes_is_told_by_its_name() -> None:
    old = {"items": ({"title": Text("开场"), "start": 540}, {"title": Text("致辞"), "start": 548})}
    new = {"items": ({"title": Text("开场"), "start": 540},)}
    assert difference(old, new) == (Change("items", "致辞", ""),)
    assert difference(new, old) == (Change("items", "", "致辞"),)
    assert difference({"name": Text("张洋")}, {"name": Text("张洋"), "post": Text("秘书长")}) == (
        Change("post", "", "秘书长"),
    )


def test_a_fact_that_is_not_plain_is_refused() -> None:
    with pytest.raises(TypeError):
        told([Piece("1", Text(), {1, 2})], KINDS[0], SETTING)


def test_another_theme_makes_everything_stale(sample_store: Store) -> None:
    print_everything(sample_store, "zh")
    with sample_store.work("Choose a theme") as work:
        work.all(Event)[0].theme = "festive"
    assert {"programme", "booklet", "thanks", "signing"} <= {kind for kind, _ in stale(sample_store, "zh")}
    (piece, *_) = pieces(sample_store, order("thanks", "zh"))
    assert piece.past is not None
    assert [change.field for change in piece.past.changes] == ["theme"]
