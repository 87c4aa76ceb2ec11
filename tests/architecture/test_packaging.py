"""What the package tells a desktop agrees with the program."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import click
from defusedxml import ElementTree

from forumdesk.cli.program import program
from forumdesk.store.marks import APPLICATION_ID

PACKAGING = Path(__file__).parents[2] / "packaging"
TYPES = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_file_type_is_known_by_the_mark_in_the_header_of_an_event(sample_file: Path) -> None:
    kind = ElementTree.parse(PACKAGING / "linux" / "forumdesk.xml").find(f"{TYPES}mime-type")
    matches = [(int(match.get("offset")), match.get("value").encode()) for match in kind.iter(f"{TYPES}match")]
    header = sample_file.read_bytes()[:100]
    assert matches == [(0, rb"SQLite format 3\000"), (68, APPLICATION_ID.to_bytes(4, "big"))]
    assert header[68:72] == matches[1][1]
    assert kind.find(f"{TYPES}glob").get("pattern") == f"*{sample_file.suffix}"


def test_the_menu_entry_opens_files_of_that_type() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux" / "forumdesk.desktop", encoding="utf-8")
    kind = ElementTree.parse(PACKAGING / "linux" / "forumdesk.xml").find(f"{TYPES}mime-type")
    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert entry["Desktop Entry"]["Exec"] == "forumdesk %f"


def test_the_manual_page_has_every_command() -> None:
    ran = subprocess.run([sys.executable, str(PACKAGING / "manual.py")], capture_output=True, text=True, check=True)
    context = click.Context(program)
    shown = [name for name in program.list_commands(context) if not program.get_command(context, name).hidden]
    assert len(shown) > 15
    assert all(f"\n.B {name}" in ran.stdout.replace(r"\-", "-") for name in shown)
