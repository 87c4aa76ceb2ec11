"""Layouts at the command line: saved from one event, added to another, printed on."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.furnished import PIXEL
from cli.conftest import CommandLine


@pytest.fixture
def saved(forumdesk: CommandLine, sample_file: Path, tmp_path: Path) -> Path:
    """A file with the layout of thanks that ships, on a scanned ground."""
    out = tmp_path / "谢.layout"
    assert forumdesk("layout", "save", sample_file, "thanks", "-o", out).code == 0
    holds, key = json.loads(out.read_text(encoding="utf-8")), str(uuid4())
    holds["layout"]["background"] = key
    holds["layout"]["title"] = {"zh": "谢函", "en": "Letter of thanks"}
    holds["pictures"] = {key: PIXEL}
    out.write_text(json.dumps(holds), encoding="utf-8")
    return out


def test_a_layout_goes_from_event_to_event_with_its_pictures_and_is_printed_on(
    forumdesk: CommandLine, sample_file: Path, saved: Path, tmp_path: Path
) -> None:
    assert forumdesk("layout", "add", sample_file, saved).json["title"] == "Add layout"
    again, other = tmp_path / "again.layout", tmp_path / "other.forum"
    assert forumdesk("layout", "save", sample_file, "谢函", "-o", again).code == 0
    assert forumdesk("new", other, "--title", "春季论坛").code == 0
    assert forumdesk("layout", "add", other, again, "--title", "谢函二", "--title-second", "Thanks 2").code == 0
    assert forumdesk("info", other, "--json").code == 0
    twice = tmp_path / "twice.layout"
    assert forumdesk("layout", "save", other, "Thanks 2", "-o", twice).code == 0

    def content(file: Path) -> tuple[Any, list[str]]:
        holds = json.loads(file.read_text(encoding="utf-8"))
        holds["layout"]["background"] = holds["layout"]["title"] = ""
        return holds["layout"], list(holds["pictures"].values())

    assert content(twice) == content(again)
    printed = tmp_path / "thanks.pdf"
    ran = forumdesk("print", "certificates", sample_file, "--kind", "thanks", "--template", "谢函", "-o", printed)
    assert ran.code == 0
    assert printed.stat().st_size > 20_000


def test_a_file_added_twice_is_two_layouts_with_pictures_of_their_own(
    forumdesk: CommandLine, sample_file: Path, saved: Path, tmp_path: Path
) -> None:
    assert forumdesk("layout", "add", sample_file, saved).code == 0
    taken = forumdesk("layout", "add", sample_file, saved)
    assert taken.code == 2 and "谢函" in taken.err
    assert forumdesk("layout", "add", sample_file, saved, "--title", "另一").code == 0
    assert forumdesk("layout", "remove", sample_file, "谢函").json["title"] == "Remove layout"
    out = tmp_path / "rest.layout"
    assert forumdesk("layout", "save", sample_file, "另一", "-o", out).code == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["pictures"]) == 1


def test_layouts_are_listed_copied_renamed_and_removed_and_each_can_be_undone(
    forumdesk: CommandLine, sample_file: Path
) -> None:
    def own() -> list[str]:
        return [
            each["name"] for each in forumdesk("layout", "list", sample_file, "--json").json if len(each["id"]) > 30
        ]

    assert forumdesk("layout", "copy", sample_file, "table-card-a4", "--title", "桌签").code == 0
    assert own() == ["桌签"]
    assert forumdesk("layout", "rename", sample_file, "桌签", "--title", "主桌桌签").json["title"] == "Edit layout"
    assert own() == ["主桌桌签"]
    assert "主桌桌签" in forumdesk("layout", "list", sample_file).out
    assert forumdesk("layout", "remove", sample_file, "主桌桌签").code == 0
    assert own() == []
    assert forumdesk("undo", sample_file).code == 0
    assert own() == ["主桌桌签"]


def test_one_name_for_layouts_of_two_documents_asks_for_the_id(forumdesk: CommandLine, sample_file: Path) -> None:
    for kind in ("badge", "label"):
        assert forumdesk("layout", "copy", sample_file, kind, "--title", "我的").code == 0
    refused = forumdesk("layout", "remove", sample_file, "我的")
    assert refused.code == 2
    first = refused.err.rstrip(".\n").split(": ")[-1].split(", ")[0]
    assert forumdesk("layout", "remove", sample_file, first).code == 0
    assert "我的" in forumdesk("layout", "remove", sample_file, "nobody").err


PICTURE = {"type": "picture", "x": 1, "y": 1, "width": 1, "height": 1, "source": "/etc/a"}


def _set(path: str, value: Any) -> Any:
    def change(holds: dict[str, Any]) -> None:
        *way, last = path.split(".")
        at: Any = holds
        for step in way:
            at = at[int(step)] if step.isdigit() else at[step]
        at[int(last) if last.isdigit() else last] = value

    return change


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_set("layout.elements.3.x", "twelve"), "$.layout.elements[3].x"),
        (_set("layout.elements.2.width", 1e9), "$.layout.elements[2].width"),
        (_set("layout.elements.1.script", "run()"), "$.layout.elements[1]"),
        (_set("layout.elements.0", {"type": "film", "x": 0, "y": 0}), "$.layout.elements[0]"),
        (_set("layout.elements.1", {"type": "text", "x": 1, "width": 9, "text": "{phone}"}), "elements[1]"),
        (_set("layout.elements.1", {"type": "text", "x": 1, "width": 9, "text": "{name.first}"}), "elements[1]"),
        (_set("layout.elements.1", {"type": "rule", "x": 1, "y": 9, "colour": "puce"}), "elements[1]"),
        (
            _set(
                "layout.elements.1", {"type": "picture", "x": 1, "y": 1, "width": 1, "height": 1, "source": "/etc/a"}
            ),
            "$.layout.elements[1].source",
        ),
        (_set("layout.background", str(uuid4())), "$.layout.background"),
        (_set("layout.kind", "passport"), "passport"),
        (_set("forumdesk_layout", 2), "$.forumdesk_layout"),
        (_set("pictures", {str(uuid4()): "no base64!"}), "$.pictures"),
    ],
)
def test_a_bad_layout_file_is_refused_in_one_sentence_that_names_the_place(
    forumdesk: CommandLine, sample_file: Path, saved: Path, change: Any, place: str
) -> None:
    holds = json.loads(saved.read_text(encoding="utf-8"))
    change(holds)
    saved.write_text(json.dumps(holds), encoding="utf-8")
    before = forumdesk("history", sample_file).out
    answer = forumdesk("layout", "add", sample_file, saved)
    assert (answer.code, answer.out) == (2, "")
    assert place in answer.err
    assert answer.err.count("\n") == 1
    assert forumdesk("history", sample_file).out == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 100_000, b"{}", b"PK\x03\x04", b'{"layout": NaN}'])
def test_what_is_no_layout_at_all_is_refused_by_its_name(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.layout"
    path.write_bytes(content)
    answer = forumdesk("layout", "add", sample_file, path)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert str(path) in answer.err
    assert forumdesk("layout", "add", sample_file, tmp_path / "gone.layout").code == 2


def test_a_picture_in_a_layout_file_that_is_none_is_refused(
    forumdesk: CommandLine, sample_file: Path, saved: Path
) -> None:
    holds = json.loads(saved.read_text(encoding="utf-8"))
    holds["pictures"] = dict.fromkeys(holds["pictures"], b64encode(b"Dear Sir").decode())
    saved.write_text(json.dumps(holds), encoding="utf-8")
    answer = forumdesk("layout", "add", sample_file, saved)
    assert answer.code == 2 and "no picture" in answer.err
