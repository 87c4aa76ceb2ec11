"""The main job: a newcomer types one command and holds the real forum's papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import CommandLine
from forumdesk.cli import first_run
from journeys.terminal import forumdesk


def test_without_a_screen_the_first_run_prints_the_sample_and_says_where(tmp_path: Path) -> None:
    ran = forumdesk(home=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "no screen" in ran.stderr
    folder = Path(ran.stdout.splitlines()[-1])
    assert folder.is_relative_to(tmp_path)
    papers = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert papers["programme.pdf"] > 20_000
    assert papers["certificates.pdf"] > 50_000
    assert papers["attendees.xlsx"] > 5_000


def test_a_second_run_keeps_what_was_edited(tmp_path: Path) -> None:
    first = forumdesk(home=tmp_path)
    file = next(Path(first.stdout.splitlines()[-1]).glob("*.forum"))
    edited = forumdesk("do", str(file), "AddPerson", '{"name": {"first": "王小明"}}', home=tmp_path)
    assert edited.returncode == 0, edited.stderr
    assert forumdesk(home=tmp_path).returncode == 0
    assert '"people": 41' in forumdesk("info", str(file), "--json", home=tmp_path).stdout


def test_with_a_screen_the_first_run_opens_the_desk_on_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(first_run, "has_screen", lambda: True)
    monkeypatch.setattr(first_run, "home_of_samples", lambda: tmp_path / "ForumDesk")
    terminal = CommandLine(capfd)
    assert terminal().code == 0
    (opened,) = terminal.opened
    assert opened.endswith(".forum")
    assert Path(opened).exists()


def test_a_morning_at_the_command_line(tmp_path: Path) -> None:
    """Write the sample, move the keynote, rename a guest, print again, think better of it."""
    file, programme = str(tmp_path / "x.forum"), str(tmp_path / "p.pdf")
    assert forumdesk("sample", file, home=tmp_path).returncode == 0
    commands = [
        ("do", file, "EditEvent", '{"title": {"first": "改名论坛", "second": "Renamed Forum"}}'),
        ("print", "programme", file, "-o", programme, "--language", "both"),
        ("undo", file),
        ("check", file),
        ("verify", file),
    ]
    for command in commands:
        ran = forumdesk(*command, home=tmp_path)
        assert ran.returncode == 0, (command, ran.stderr)
    assert '"title": "世界领先科技园区发展论坛"' in forumdesk("info", file, "--json", home=tmp_path).stdout
