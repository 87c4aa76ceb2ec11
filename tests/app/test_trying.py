"""A layout tried out while somebody edits it: the page is the one that will be printed."""

from __future__ import annotations

from base64 import b64decode
from uuid import UUID, uuid4

import pypdfium2
import pytest
from msgspec.structs import replace

from app.furnished import PIXEL
from app.own_font import LACKING, drawing
from app.read_back import POINTS_A_MM, origins
from forumdesk.app.bus import Bus
from forumdesk.app.commands.fonts import AddFont
from forumdesk.app.commands.templates import AddTemplate, EditTemplate, RemoveTemplate
from forumdesk.app.printing.making import render_document
from forumdesk.app.printing.order import Order
from forumdesk.app.printing.trying import OwnLayout, own_layout, tried
from forumdesk.documents.cards import editing
from forumdesk.documents.cards.fill import Manner
from forumdesk.documents.cards.layout import PictureBox, TextBox
from forumdesk.domain.event import Asset
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

ZH = Manner(("zh", "en"), ("zh",))


@pytest.fixture
def own(sample_store: Store) -> OwnLayout:
    """A certificate of thanks of the sample's own."""
    template = uuid4()
    Bus(sample_store).run(AddTemplate(id=template, kind="thanks", name=Text("我的感谢状", "My thanks")))
    return read(sample_store, template)


def read(store: Store, template: UUID) -> OwnLayout:
    with store.look() as look:
        found = own_layout(look, template)
    assert found is not None
    return found


@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")])
def test_what_is_tried_is_what_is_printed(own: OwnLayout, sample_store: Store, languages: tuple[str, ...]) -> None:
    order = Order(
        "certificates",
        "both" if len(languages) > 1 else languages[0],
        kinds=("thanks",),
        only=(own.pieces[0].key,),
        template=str(own.id),
    )
    printed, _ = render_document(sample_store, order)
    assert tried(own, own.layout, languages, own.pieces[0].key).pdf == printed


def test_a_box_that_is_moved_takes_its_text_exactly_along(own: OwnLayout) -> None:
    place, name = next(
        (place, element) for place, element in enumerate(own.layout.elements)
        if isinstance(element, TextBox) and element.text == "{name}"
    )  # fmt: skip
    key, said = own.pieces[0].key, own.pieces[0].label.first[:1]
    moved = editing.with_element(own.layout, place, editing.moved(name, ZH, -12.5, 3.25))
    before, after = (tried(own, layout, ("zh",), key) for layout in (own.layout, moved))
    (_, x, y), (_, new_x, new_y) = (
        next(each for each in origins(trial.pdf) if each[0] == said) for trial in (before, after)
    )
    assert (new_x - x, new_y - y) == pytest.approx((-12.5, 3.25), abs=0.01)
    old, new = before.areas[place], after.areas[place]
    assert old is not None
    assert new is not None
    assert (new.x - old.x, new.y - old.y) == pytest.approx((-12.5, 3.25))


@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")])
def test_every_character_stands_in_the_box_that_is_drawn_about_it(own: OwnLayout, languages: tuple[str, ...]) -> None:
    for piece in own.pieces:
        made = tried(own, own.layout, languages, piece.key)
        boxes = [
            area for area, element in zip(made.areas, own.layout.elements, strict=True)
            if area is not None and isinstance(element, TextBox)
        ]  # fmt: skip
        for character, x, y in origins(made.pdf):
            assert any(
                box.x - 0.1 <= x <= box.x + box.width + 0.1 and box.y <= y <= box.y + box.height for box in boxes
            ), (piece.label, character, x, y)


def test_a_piece_of_many_on_a_sheet_is_tried_alone(sample_store: Store) -> None:
    template = uuid4()
    Bus(sample_store).run(AddTemplate(id=template, kind="label", name=Text("标签", "")))
    own = read(sample_store, template)
    assert own.layout.sheet is None or own.layout.sheet.columns * own.layout.sheet.rows > 1
    with pypdfium2.PdfDocument(tried(own, own.layout, ("zh",), own.pieces[0].key).pdf) as document:
        size = document.get_page_size(0)
    assert size == pytest.approx((own.layout.width * POINTS_A_MM, own.layout.height * POINTS_A_MM))


def test_without_a_piece_the_samples_of_the_fields_are_shown(own: OwnLayout) -> None:
    said = "".join(character for character, _, _ in origins(tried(own, own.layout, ("zh",)).pdf))
    assert "张洋" in said
    assert "中关村的探索与实践" in said


def test_a_font_of_the_event_draws_what_the_faces_lack_here_too(own: OwnLayout, sample_store: Store) -> None:
    place = next(place for place, each in enumerate(own.layout.elements) if isinstance(each, TextBox))
    box = own.layout.elements[place]
    assert isinstance(box, TextBox)
    layout = editing.with_element(own.layout, place, replace(box, text=LACKING))
    assert tried(own, layout, ("zh",)).missing == LACKING
    Bus(sample_store).run(AddFont(font=drawing(LACKING)))
    assert tried(read(sample_store, own.id), layout, ("zh",)).missing == ""


def test_a_picture_is_kept_for_as_long_as_a_layout_shows_it(own: OwnLayout, sample_store: Store) -> None:
    bus, picture = Bus(sample_store), uuid4()
    shown = PictureBox(x=20.0, y=20.0, width=30.0, height=30.0, source=str(picture))
    with_picture = editing.with_new(own.layout, shown)
    bus.run(EditTemplate(id=own.id, layout=with_picture, pictures={picture: b64decode(PIXEL)}))
    now = read(sample_store, own.id)
    assert tried(now, now.layout, ("zh",)).areas[-1] == (20.0, 20.0, 30.0, 30.0)
    bus.run(RemoveTemplate(id=own.id))
    with sample_store.look() as look:
        assert look.find(Asset, picture) is None
    sample_store.undo()
    again = read(sample_store, own.id)
    assert tried(again, again.layout, ("zh",)).areas[-1] is not None


def test_paper_printed_before_is_seen_and_not_printed(own: OwnLayout, sample_store: Store) -> None:
    picture = uuid4()
    on_paper = replace(own.layout, background=str(picture))
    Bus(sample_store).run(EditTemplate(id=own.id, layout=on_paper, pictures={picture: b64decode(PIXEL)}))
    now = read(sample_store, own.id)
    only_data = tried(now, now.layout, ("zh",), now.pieces[0].key, data_only=True)
    assert b"/OCProperties" in only_data.pdf
    assert "感谢状" not in "".join(character for character, _, _ in origins(only_data.pdf))
