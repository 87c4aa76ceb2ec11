"""From the event to paper and back: what a reader of the printed pages finds."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from uuid import uuid4

import pypdfium2
import pytest
from PIL import Image

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem, EditAppearance, EditCue, EditItem
from forumdesk.app.commands.ceremonies import EditCeremony
from forumdesk.app.commands.event import AddForum, EditEvent
from forumdesk.app.commands.people import EditPerson
from forumdesk.app.commands.pictures import SetEventPicture
from forumdesk.app.commands.plaques import NamePlaques, Recipient
from forumdesk.app.commands.signing import AddAgreement, Signs
from forumdesk.app.commands.templates import AddTemplate
from forumdesk.app.facts.agenda import UnknownForum
from forumdesk.app.facts.run_of_show import UnknownDepartment
from forumdesk.app.languages import UnknownLanguage
from forumdesk.app.printing.layouts import UnknownTemplate
from forumdesk.app.printing.making import (
    NobodyChosen,
    NothingToPrint,
    print_document,
    render_document,
)
from forumdesk.app.printing.order import Order
from forumdesk.app.printing.pieces import NotTaken, UnknownBatch, UnknownDocument, UnknownPaper, UnknownPiece
from forumdesk.app.printing.stock import in_stock, pieces
from forumdesk.app.sample import key
from forumdesk.base.places import resources
from forumdesk.base.words import Words
from forumdesk.documents.cards.layout import Layout
from forumdesk.domain.agenda import Cue
from forumdesk.domain.attendance import Attendance, Attendee
from forumdesk.domain.event import Event
from forumdesk.domain.people import Person
from forumdesk.domain.signing import Side
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

STARTS = "09:00 09:08 09:16 09:23 09:32 09:46 10:14 10:24 10:32 10:43 10:52 11:05 11:13 11:17 11:23 11:32 11:38 12:16"
SPEAKERS = "艾巴·伦德 于英杰 辛国斌 周力 张宇蕾 拉斯洛·博迪斯 李妍 金賢坤 励波 丽娜·米兰达"


def text_of(path: Path) -> str:
    """The text of all pages as another program reads it, white space taken out."""
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    else:
        with pypdfium2.PdfDocument(path) as pdf:
            text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    return re.sub(r"\s", "", text)


def people() -> list[dict[str, object]]:
    facts = tomllib.loads((resources() / "sample" / "forum.toml").read_text(encoding="utf-8"))
    return list(facts["person"])


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_all_forty_names_are_on_the_attendee_list(sample_store: Store, tmp_path: Path, language: str) -> None:
    out = tmp_path / "attendees.pdf"
    print_document(sample_store, Order("attendees", language=language), out)
    text = text_of(out)
    for person in people():
        name = person["name"]
        assert isinstance(name, dict)
        for code in ("zh", "en"):
            if language in (code, "both") and name[code]:
                assert re.sub(r"\s", "", name[code]) in text


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_programme_tells_the_agenda_in_order(sample_store: Store, tmp_path: Path, language: str) -> None:
    out = tmp_path / "programme.pdf"
    printed = print_document(sample_store, Order("programme", language=language), out)
    assert printed.pieces == 1
    assert not printed.missing_characters
    text = text_of(out)
    times = re.findall(r"\d\d:\d\d", text)
    starts = (
        "09:00 09:08 09:16 09:23 09:32 09:46 10:14 10:24 10:32 10:43 10:52 11:05 11:13 11:17 11:23 11:32 11:38 12:16"
    )
    in_order = iter(times)
    assert all(start in in_order for start in starts.split())
    if language in ("zh", "both"):
        names = (
            "艾巴·伦德",
            "于英杰",
            "辛国斌",
            "周力",
            "张宇蕾",
            "拉斯洛·博迪斯",
            "李妍",
            "金賢坤",
            "励波",
            "丽娜·米兰达",
        )
        places = [text.index(name) for name in names]
        assert places == sorted(places)
        assert "北京市人民政府" in text
        assert "畅春厅" in text
    if language in ("en", "both"):
        assert "ShapingtheFutureofScienceParks" in text
        assert "ChangchunHall" in text


def test_certificates_are_thanks_seven_signings_and_no_blank_plaque(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "certificates.pdf"
    printed = print_document(sample_store, Order("certificates", language="both"), out)
    assert [(piece.what, piece.count) for piece in printed.made_of.not_printable] == [
        ("中关村特色产业园授牌仪式", 17)
    ]
    assert any("17 were announced" in sentence for sentence in printed.remarks(Words.english()))
    signings = print_document(sample_store, Order("certificates", language="both", kinds=("signing",)), out)
    assert (signings.pages, signings.pieces) == (7, 7)
    text = text_of(out)
    assert "中关村国际孵化器" in text
    assert "LAUNCHRhein-Main" in text
    thanks = print_document(sample_store, Order("certificates", kinds=("thanks",)), out)
    assert thanks.pieces == 16  # ten speakers, a moderator, five panelists
    assert printed.pieces == 16 + 40 + 7  # thanks, participation, signings; honours only where somebody asks
    assert thanks.line()["not_printable"] == []


def test_plaques_are_printed_as_their_recipients_become_known(sample_store: Store, tmp_path: Path) -> None:
    names = tuple(Recipient(name=Text(f"特色园{number}", f"Park {number}")) for number in range(1, 6))
    Bus(sample_store).run(NamePlaques(ceremony=key("ceremony", "plaque"), recipients=names))
    printed = print_document(sample_store, Order("certificates", kinds=("plaque",)), tmp_path / "c.pdf")
    assert printed.pieces == 5
    assert printed.made_of.not_printable[0].count == 12
    text = text_of(tmp_path / "c.pdf")
    assert "特色园3" in text
    assert "“中关村特色产业园”牌匾" in text  # what is awarded, not what its ceremony is called


def test_one_piece_is_chosen_by_its_id(sample_store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownPiece):
        print_document(sample_store, Order("certificates", only=("nobody",)), tmp_path / "c.pdf")
    with sample_store.look() as look:
        from forumdesk.domain.signing import Agreement

        one = str(look.all(Agreement)[1].id)
    printed = print_document(sample_store, Order("certificates", only=(one,)), tmp_path / "c.pdf")
    assert printed.pieces == 1
    assert "ApexBrasil" in text_of(tmp_path / "c.pdf")


def test_an_agreement_without_a_second_party_is_not_printed(sample_store: Store, tmp_path: Path) -> None:
    lonely = Signs(organisation=key("organisation", "torch"), side=Side.HOST)
    Bus(sample_store).run(EditCeremony(id=key("ceremony", "signing"), announced=8))
    Bus(sample_store).run(AddAgreement(ceremony=key("ceremony", "signing"), parties=(lonely,)))
    printed = print_document(sample_store, Order("certificates", kinds=("signing",)), tmp_path / "c.pdf")
    assert printed.pieces == 7


def test_a_speaker_is_thanked_as_what_they_appeared(sample_store: Store, tmp_path: Path) -> None:
    appearance = key("appearance", "roundtable/gu-gongyao")
    Bus(sample_store).run(EditAppearance(id=appearance, title=Text("特邀专家", "Invited expert")))
    print_document(sample_store, Order("certificates", only=(str(appearance),)), tmp_path / "c.pdf")
    assert "特邀专家" in text_of(tmp_path / "c.pdf")


def test_several_forums_share_a_programme_and_each_can_have_its_own(sample_store: Store, tmp_path: Path) -> None:
    bus, forum = Bus(sample_store), uuid4()
    bus.run(AddForum(id=forum, title=Text("青年论坛", "Youth forum"), after=key("forum", "")))
    with sample_store.look() as look:
        from forumdesk.domain.event import Event

        day = look.all(Event)[0].starts
    bus.run(
        AddItem(forum=forum, date=day, kind="keynote", title=Text("开放创新", "Open innovation"), fixed_start=840)
    )
    out = tmp_path / "p.pdf"
    print_document(sample_store, Order("programme"), out)
    assert "青年论坛" in text_of(out)
    assert "艾巴·伦德" in text_of(out)
    print_document(sample_store, Order("programme", forum="Youth forum"), out)
    assert "开放创新" in text_of(out)
    assert "艾巴·伦德" not in text_of(out)
    with pytest.raises(UnknownForum):
        print_document(sample_store, Order("programme", forum="No such"), out)


def test_what_is_unknown_or_empty_is_refused_and_writes_nothing(
    sample_store: Store, event_store: Store, tmp_path: Path
) -> None:
    out = tmp_path / "it.pdf"
    with pytest.raises(UnknownDocument):
        print_document(sample_store, Order("menu"), out)
    with pytest.raises(UnknownLanguage):
        print_document(sample_store, Order("programme", language="fr"), out)
    for document in ("programme", "booklet", "run-of-show", "signing-book", "sign-in", "certificates", "attendees"):
        with pytest.raises(NothingToPrint):
            print_document(event_store, Order(document), out)
    assert list(tmp_path.glob("*.pdf*")) == []


def test_characters_no_font_has_are_named_with_their_bearer(sample_store: Store, tmp_path: Path) -> None:
    Bus(sample_store).run(EditEvent(title=Text("论坛\U0002b740", "Forum")))
    printed = print_document(sample_store, Order("programme"), tmp_path / "p.pdf")
    told = list(printed.remarks(Words.english()))
    assert printed.missing_characters or "\U0002b740" in text_of(tmp_path / "p.pdf")
    assert len(told) == 1 + len(printed.missing_characters)


def test_what_is_rendered_into_memory_is_what_is_printed(sample_store: Store, tmp_path: Path) -> None:
    pdf, rendered = render_document(sample_store, Order("programme", language="en"))
    printed = print_document(sample_store, Order("programme", language="en"), tmp_path / "p.pdf")
    assert (tmp_path / "p.pdf").read_bytes() == pdf
    assert rendered == printed


def test_pieces_are_listed_in_the_order_they_are_printed_in(sample_store: Store) -> None:
    listed = pieces(sample_store, Order("certificates", language="en", kinds=("signing", "thanks")))
    assert [piece.kind for piece in listed] == ["thanks"] * 16 + ["signing"] * 7
    assert listed[0].label == "Ebba Lund"
    assert listed[-6].label == "Zhongguancun Life Science Park"
    assert "ApexBrasil" in listed[-6].detail
    assert [len(pieces(sample_store, Order(document))) for document in ("programme", "attendees")] == [1, 1]
    with pytest.raises(UnknownDocument):
        pieces(sample_store, Order("menu"))


def test_what_is_in_stock_counts_what_cannot_be_printed_yet(sample_store: Store, event_store: Store) -> None:
    with sample_store.look() as look:
        stock = in_stock(look)
    assert (sum(map(len, stock.pieces.values())), stock.attendees, len(stock.forums)) == (270, 40, 1)
    assert [piece.count for piece in stock.not_printable["plaque"]] == [17]
    with event_store.look() as look:
        empty = in_stock(look)
    assert (any(empty.pieces.values()), empty.attendees) == (False, 0)


def test_a_name_that_had_to_shrink_is_told_by_who_bears_it(sample_store: Store) -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff von und zu " * 4
    (first, *_) = pieces(sample_store, Order("certificates", kinds=("thanks",)))
    with sample_store.look() as look:
        from uuid import UUID

        from forumdesk.domain.agenda import Appearance

        person = look.get(Appearance, UUID(first.key)).person_id
    Bus(sample_store).run(EditPerson(id=person, name=Text(long.strip(), "\U0002b740")))
    _, printed = render_document(sample_store, Order("certificates", only=(first.key,)))
    assert [who for who, _ in printed.shrunk] == [long.strip()]
    assert "smallest size" in list(printed.remarks(Words.english()))[-1]


def test_a_batch_is_printed_without_the_others(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "c.pdf"
    batch = pieces(sample_store, Order("certificates", kinds=("signing",), batch="首批"))
    assert len(batch) == 7
    assert print_document(sample_store, Order("certificates", batch="首批"), out).pieces == 7  # no thanks
    with pytest.raises(UnknownBatch):
        print_document(sample_store, Order("certificates", batch="第三批"), out)


def test_a_choice_a_document_does_not_have_is_refused(sample_store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotTaken):
        print_document(sample_store, Order("attendees", forum="青年论坛"), tmp_path / "a.pdf")


def test_a_paper_a_document_is_not_set_on_is_refused_with_those_it_is(sample_store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownPaper, match="A3") as refused:
        print_document(sample_store, Order("booklet", paper="A3"), tmp_path / "it.pdf")
    assert refused.value.facts["known"] == "A4, A5, A5-folded"
    printed = print_document(sample_store, Order("programme", paper="A5-folded"), tmp_path / "it.pdf")
    assert printed.pages == 4


def test_the_booklet_shows_the_life_of_who_speaks_and_leaves_out_who_does_not_come(
    sample_store: Store, tmp_path: Path
) -> None:
    with sample_store.work("Write a life") as work:
        (speaker,) = work.all(Person, name=Text("李妍", "Li Yan"))
        speaker.biography = Text("长期从事园区建设。")
        (guest,) = work.all(Person, name=Text("欧阳武", "Ouyang Wu"))
        (attendee,) = work.all(Attendee, person_id=guest.id)
        attendee.status = Attendance.DECLINED
        work.all(Event)[0].hints = Text("请提前入座。")
    print_document(sample_store, Order("booklet"), tmp_path / "it.pdf")
    text = text_of(tmp_path / "it.pdf")
    assert text.count("长期从事园区建设。") == text.count("请提前入座。") == 1
    assert "欧阳武" not in text


def test_an_abstract_stands_in_the_booklet_and_makes_no_programme_stale(sample_store: Store, tmp_path: Path) -> None:
    programme, booklet = Order("programme"), Order("booklet")
    print_document(sample_store, programme, tmp_path / "before.pdf")
    Bus(sample_store).run(EditItem(id=key("item", "keynote-zhou"), abstract=Text("园区如何合作。\n三个例子。")))
    print_document(sample_store, programme, tmp_path / "after.pdf")
    print_document(sample_store, booklet, tmp_path / "it.pdf")
    text = text_of(tmp_path / "it.pdf")
    assert text.count("园区如何合作。") == text.count("三个例子。") == 1
    assert (tmp_path / "before.pdf").read_bytes() == (tmp_path / "after.pdf").read_bytes()


def test_the_event_s_seal_stands_on_its_certificates_in_place_of_the_ring(
    sample_store: Store, tmp_path: Path
) -> None:
    out, red = tmp_path / "thanks.pdf", io.BytesIO()
    Image.new("RGB", (40, 40), "#CC0000").save(red, "PNG")
    order = Order("certificates", kinds=("thanks",))
    print_document(sample_store, order, out)
    assert "盖章处" in text_of(out)
    Bus(sample_store).run(SetEventPicture(kind="seal", picture=red.getvalue()))
    print_document(sample_store, order, out)
    assert "盖章处" not in text_of(out)
    with pypdfium2.PdfDocument(out) as file:
        shown = file[0].render(scale=1).to_pil().convert("RGB")
    assert shown.getpixel((round(195 / 25.4 * 72), round(160 / 25.4 * 72)))[1] < 80


def test_a_layout_of_the_event_is_printed_on_by_its_name(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "badges.pdf"
    small = {"kind": "badge", "title": {}, "width": 80, "height": 50}
    small["elements"] = [{"type": "text", "x": 40, "y": 25, "width": 70, "smallest": 8, "text": "嘉宾 {name}"}]
    Bus(sample_store).run(AddTemplate(kind="badge", name=Text("小胸卡"), layout=Layout.of(small)))
    assert print_document(sample_store, Order("badges", template="小胸卡"), out).pages == 40
    assert "嘉宾" in text_of(out)
    with pytest.raises(UnknownTemplate, match="badge-sheet"):
        print_document(sample_store, Order("badges", template="大胸卡"), out)


def test_a_department_gets_its_own_cues_and_every_item_to_find_its_place(sample_store: Store, tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    print_document(sample_store, Order("run-of-show", department="protocol"), out)
    text = text_of(out)
    assert "总流程·礼仪" in text
    assert "同时签署" in text
    assert "签约代表上台就位" not in text
    assert all(start in text for start in STARTS.split())
    with pytest.raises(UnknownDepartment, match="舞台"):
        print_document(sample_store, Order("run-of-show", department="烟火"), out)


@pytest.mark.parametrize("document", ["sign-in", "booklet"])
def test_people_of_one_organisation_stand_together_where_that_is_asked_for(
    sample_store: Store, tmp_path: Path, document: str
) -> None:
    out = tmp_path / "s.pdf"
    print_document(sample_store, Order(document, grouping="organisation"), out)
    text = text_of(out)
    guests = text[text.index("12:16") if document == "booklet" else 0 :]
    assert "演讲嘉宾" not in guests
    first, second = guests.index("李有平"), guests.index("吕先志")  # 14 guests apart in the order of rank
    assert second - first < 30


def test_an_honour_is_printed_for_those_who_are_named_and_for_nobody_else(
    sample_store: Store, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    with pytest.raises(NobodyChosen):
        print_document(sample_store, Order("certificates", kinds=("appointment",)), out)
    only = ("欧阳武", "Ebba Lund")
    printed = print_document(sample_store, Order("certificates", kinds=("appointment",), only=only), out)
    assert printed.pieces == 2
    assert "欧阳武" in text_of(out)
    with pytest.raises(UnknownPiece, match="张三"):
        print_document(sample_store, Order("certificates", kinds=("award",), only=("张三",)), out)


def test_each_department_s_print_of_the_run_of_show_is_remembered_for_itself(
    sample_store: Store, tmp_path: Path
) -> None:
    for department in (None, "礼仪", "音响"):
        order = Order("run-of-show", department=department)
        print_document(sample_store, order, tmp_path / "r.pdf", recorded=True)
    with sample_store.look() as look:
        (cue,) = (cue for cue in look.all(Cue) if str(cue.label) == "同时签署")
    Bus(sample_store).run(EditCue(id=cue.id, label=Text("依次签署", "Pairs sign in turn")))
    with sample_store.look() as look:
        stale = {piece: past.stale for piece, past in in_stock(look).past["run-of-show"]["zh"].items()}
    assert stale == {"run-of-show": True, "run-of-show/礼仪": True, "run-of-show/音响": False}
