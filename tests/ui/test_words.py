"""The desk speaks Chinese throughout."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import forumdesk.ui
from forumdesk.base.words import Words

SOURCES = sorted(Path(next(iter(forumdesk.ui.__path__))).rglob("*.py"))


def calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).split(".")[-1] == name:
                yield source, node


def literals() -> set[str]:
    arguments = [call.args[0] for name in ("say", "NOOP") for _, call in calls(name)]
    return {each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_every_text_of_the_desk_has_its_chinese() -> None:
    chinese = Words.of("zh").catalogue
    assert len(literals()) > 50
    assert sorted(text for text in literals() if text not in chinese) == []


def test_a_screen_is_asked_for_literals_only() -> None:
    computed = [
        f"{source.name}: {ast.unparse(call)}"
        for source, call in calls("say")
        if not isinstance(call.args[0], ast.Constant)
        and ast.unparse(call.func).endswith(("screen.say", "screen_of.say"))
    ]
    assert computed == []
