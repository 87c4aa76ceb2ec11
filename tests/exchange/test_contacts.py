from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import vobject

from forumdesk.exchange.cells import CellUnfit
from forumdesk.exchange.contacts import Card, write_vcf

PLAIN = Card(
    name="欧阳明",
    surname="欧阳",
    given="明",
    organisation="北方大学",
    title="教授",
    email="ming@example.org",
    phone="+86 138 0013 8000",
    note="",
    uid="6f1c1a52-0b6e-4c0e-9d55-0d8f6f8f7a01",
)


def written(path: Path, *cards: Card) -> list[vobject.base.Component]:
    write_vcf(cards, path / "cards.vcf")
    return list(vobject.readComponents((path / "cards.vcf").read_bytes().decode()))


def test_a_person_is_one_card_of_version_3(tmp_path: Path) -> None:
    write_vcf([PLAIN], tmp_path / "cards.vcf")
    lines = (tmp_path / "cards.vcf").read_bytes().decode().split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert lines[-2:] == ["END:VCARD", ""]
    assert sorted(lines[2:-2]) == [
        "EMAIL;TYPE=INTERNET:ming@example.org",
        "FN:欧阳明",
        "N:欧阳;明;;;",
        "ORG:北方大学",
        "TEL;TYPE=WORK:+86 138 0013 8000",
        "TITLE:教授",
        "UID:6f1c1a52-0b6e-4c0e-9d55-0d8f6f8f7a01",
    ]


def test_commas_semicolons_backslashes_and_line_breaks_come_back(tmp_path: Path) -> None:
    odd = r"a;b, c\n d: e\\ "
    card = replace(PLAIN, name=odd, surname=odd, given=odd, organisation=odd, title=odd, note=f"{odd}\n{odd}")
    (read,) = written(tmp_path, card)
    assert (read.fn.value, read.title.value, read.note.value) == (odd, odd, f"{odd}\n{odd}")
    assert (read.n.value.family, read.n.value.given, read.org.value) == (odd, odd, [odd])


def test_every_line_break_becomes_the_same_one(tmp_path: Path) -> None:
    (read,) = written(tmp_path, replace(PLAIN, note="one\r\ntwo\rthree\nfour"))
    assert read.note.value == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("text", ["中" * 500, "a" + "й" * 500, "😀" * 300, "김 철수 " * 90, "x" * 74, "x" * 75])
def test_long_lines_are_folded_at_75_bytes_and_never_inside_a_character(tmp_path: Path, text: str) -> None:
    (read,) = written(tmp_path, replace(PLAIN, note=text))
    assert read.note.value == text
    for line in (tmp_path / "cards.vcf").read_bytes().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    (read,) = written(tmp_path, replace(PLAIN, organisation="", title="", email="", phone="", note=""))
    assert set(read.contents) == {"version", "uid", "fn", "n"}


def test_a_name_without_a_known_surname_is_shown_whole(tmp_path: Path) -> None:
    unsplit, mononym = written(
        tmp_path, replace(PLAIN, surname="", given=""), replace(PLAIN, surname="", given="Sukarno")
    )
    assert (unsplit.n.value.family, unsplit.n.value.given) == ("欧阳明", "")
    assert (mononym.n.value.family, mononym.n.value.given) == ("", "Sukarno")


def test_many_cards_keep_their_order_and_ids(tmp_path: Path) -> None:
    cards = [replace(PLAIN, uid=f"id-{number}") for number in range(50)]
    assert [read.uid.value for read in written(tmp_path, *cards)] == [card.uid for card in cards]


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x7f", "\ud800"], ids=ascii)
def test_a_control_character_is_refused_with_its_place(tmp_path: Path, bad: str) -> None:
    with pytest.raises(CellUnfit, match=rf"Row 2, column note: the character U\+{ord(bad):04X}"):
        write_vcf([PLAIN, replace(PLAIN, note=f"a{bad}")], tmp_path / "cards.vcf")
