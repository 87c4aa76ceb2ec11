from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from forumdesk.base.words import Words
from forumdesk.cli.main import run


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class CommandLine:
    """`forumdesk …` in this process; remembers which events a desk was asked for."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd
        self.opened: list[str] = []

    def __call__(self, *arguments: object) -> Answer:
        self._capfd.readouterr()
        code = run([str(argument) for argument in arguments], open_desk=self._open)
        out, err = self._capfd.readouterr()
        return Answer(code, out, err)

    def _open(self, target: str, words: Words) -> int:
        self.opened.append(target)
        return 0


@pytest.fixture
def forumdesk(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "en")
    return CommandLine(capfd)
