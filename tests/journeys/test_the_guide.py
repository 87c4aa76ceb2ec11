"""What the guide tells to type works as it stands, one block after the other, in an empty folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def blocks(language: str) -> str:
    """All commands of the guide in a language."""
    guide = (ROOT / "docs" / "guide" / f"{language}.md").read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```sh\n(.*?)```", guide, re.DOTALL))


def words(language: str) -> list[str]:
    """The command lines of a guide without what is said in its language."""
    return [re.sub(r"\"[^\"]*\"|'[^']*'", "…", line) for line in blocks(language).splitlines() if "forumdesk" in line]


@pytest.mark.skipif(shutil.which("bash") is None, reason="the guide writes for a POSIX shell")
def test_every_command_of_the_guide_does_what_it_says(tmp_path: Path) -> None:
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    program = bin_ / "forumdesk"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m forumdesk "$@"\n')
    program.chmod(0o755)
    folder = tmp_path / "work"
    folder.mkdir()
    environment = {**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}", "FORUMDESK_LANGUAGE": "en"}
    script = f"set -e\n{blocks('en')}"
    ran = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]


def test_both_guides_tell_to_type_the_same() -> None:
    assert words("zh") == words("en")
