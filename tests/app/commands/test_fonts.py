"""Fonts of the user's own: what is taken, what is refused and why, and what papers make of them."""

from __future__ import annotations

import pytest

from app.furnished import FONT, done, furnish, key, refused, rows
from app.own_font import LACKING, drawing, with_bits
from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import EditEvent
from forumdesk.app.commands.fonts import AddFont, FontIsThere, RemoveFont
from forumdesk.app.printing.making import render_document
from forumdesk.app.printing.order import Order
from forumdesk.base.errors import Refused
from forumdesk.documents.render.own_fonts import FontForbids, FontOfOtherKind, NoFont, name_of
from forumdesk.domain.event import Asset, AssetBytes
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from forumdesk.store.work import NotFound


def test_a_font_is_kept_under_the_name_it_gives_itself_and_undo_takes_it_out(event_store: Store) -> None:
    done(event_store, AddFont(font=FONT))
    (font,) = rows(event_store, Asset)
    assert font.name == name_of(FONT)
    with event_store.look() as look:
        assert [kept.content for kept in look.all(AssetBytes, sha256=font.sha256)] == [FONT]
    refused(event_store, FontIsThere, AddFont(font=FONT))
    event_store.undo()
    assert not rows(event_store, Asset)


def test_a_font_is_removed_once(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, RemoveFont(id=key("font")))
    refused(store, NotFound, RemoveFont(id=key("font")))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"OTTO" + FONT[4:], FontOfOtherKind),
        (b"ttcf" + FONT[4:], FontOfOtherKind),
        (b"", NoFont),
        (b"GIF89a", NoFont),
        (FONT[:40], NoFont),
        (FONT[: len(FONT) // 2], NoFont),
        (FONT[:400] + bytes(len(FONT) - 400), NoFont),
        (with_bits(0x0002), FontForbids),
        (with_bits(0x0100), FontForbids),
    ],
)
def test_what_cannot_be_set_or_embedded_is_refused(event_store: Store, content: bytes, reason: type[Refused]) -> None:
    refused(event_store, reason, AddFont(font=content))


def test_fonts_that_may_be_embedded_for_printing_or_editing_are_taken() -> None:
    assert name_of(with_bits(0x0004)) == name_of(with_bits(0x0008)) == name_of(FONT)


def test_papers_take_what_the_product_s_faces_lack_from_it_and_stay_the_same(sample_store: Store) -> None:
    bus, order = Bus(sample_store), Order("programme", "zh")
    plain, _ = render_document(sample_store, order)
    bus.run(EditEvent(title=Text(f"论坛{LACKING}")))
    bus.run(AddFont(font=drawing(LACKING)))
    pdf, printed = render_document(sample_store, order)
    assert not printed.missing_characters
    assert pdf == render_document(sample_store, order)[0]
    sample_store.undo()
    assert render_document(sample_store, order)[1].missing_characters
    sample_store.undo()
    assert render_document(sample_store, order)[0] == plain
