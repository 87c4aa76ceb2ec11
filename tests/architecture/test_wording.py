"""Every text a user reads is in the message catalogue, and nothing else is."""

from __future__ import annotations

import ast
import inspect
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from uuid import uuid4

import pytest

from forumdesk.app.commands.catalogue import commands
from forumdesk.app.printing.kinds import DOCUMENTS
from forumdesk.base.errors import Trouble
from forumdesk.base.places import resources
from forumdesk.base.words import Term, Words
from forumdesk.documents.cards.shipped import layouts
from forumdesk.store.cells import journalled_tables
from forumdesk.store.journal import Conflict
from forumdesk.store.work import NotFound, StillUsed

PACKAGE = Path(__file__).parents[2] / "forumdesk"
CATALOGUE: dict[str, str] = tomllib.loads((resources() / "i18n" / "zh.toml").read_text(encoding="utf-8"))


def test_the_catalogue_is_toml() -> None:
    assert Words.of("zh").catalogue == CATALOGUE


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the program that is given a text to mark, to say or to name a code, and where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def given_text(call: ast.Call) -> ast.expr | None:
    """The text a call marks (`NOOP`), says (`x.say`) or names a code by (`Term`)."""
    match call:
        case ast.Call(func=ast.Name("NOOP") | ast.Attribute(attr="say"), args=[text, *_]):
            return text
        case ast.Call(func=ast.Name("Term"), args=[*_, text]):
            return text
    return None


def written_texts() -> dict[str, set[str]]:
    """The literal texts of the program, each with the facts it is given where it is said."""
    texts: dict[str, set[str]] = {}
    for _, call in calls():
        match given_text(call):
            case ast.Constant(str(text)):
                texts.setdefault(text, set()).update(keyword.arg for keyword in call.keywords if keyword.arg)
    for layout in layouts().values():
        for element in layout.elements:
            if element.name:
                texts.setdefault(element.name, set())  # what reports call it
    for document in DOCUMENTS:
        texts.setdefault(document, set())
    for table in journalled_tables():
        texts.setdefault(Term(table).text, set())
    return texts


def fields(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def errors(kind: type[Trouble] = Trouble) -> Iterator[type[Trouble]]:
    """Every error that has a sentence."""
    for child in kind.__subclasses__():
        if "sentence" in vars(child):
            yield child
        yield from errors(child)


def test_every_text_of_the_program_has_a_translation():
    assert sorted(written_texts().keys() - CATALOGUE.keys()) == []


def test_no_translation_has_outlived_its_text():
    assert sorted(CATALOGUE.keys() - written_texts().keys()) == []


def test_a_translation_holds_the_fields_of_its_text():
    given = written_texts()
    wrong = {
        text: translation
        for text, translation in CATALOGUE.items()
        # Where a text is said in place it may be given more facts: English says “+ 6”, Chinese “等 7 人”.
        if fields(translation) != fields(text) and not fields(translation) <= given.get(text, set())
    }
    assert wrong == {}


def test_no_text_is_put_together_before_it_is_translated():
    put_together = (ast.JoinedStr, ast.BinOp)
    assert [where for where, call in calls() if isinstance(given_text(call), put_together)] == []


def test_an_error_says_no_more_than_its_documented_facts():
    for error in errors():
        _, _, documented = (error.__doc__ or "").partition("Facts:")
        assert fields(error.sentence) <= set(documented.replace("(", " ").replace(",", " ").replace(".", " ").split())


def test_no_two_errors_have_the_same_code():
    codes = [error.code for error in errors() if "code" in vars(error)]  # a special case may share its parent's
    assert sorted(codes) == sorted(set(codes))


def test_every_step_has_a_name_of_its_own():
    names = [kind.step for kind in commands().values() if not inspect.isabstract(kind)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("trouble", "english", "chinese"),
    [
        (
            NotFound(kind=Term("agenda_item"), id=uuid4()),
            "There is no agenda item with the id {id}.",
            "没有编号为 {id} 的议程项。",
        ),
        (
            StillUsed(kind=Term("person"), places={Term("stage_place"): 1, Term("appearance"): 2}),
            "This person is still used (stage place × 1, appearance × 2); free it first, or remove it everywhere.",
            "此人员仍被引用（站位 × 1、出场 × 2）；请先解除引用，或连同引用一并删除。",
        ),
        (
            Conflict(title=Term("Edit hall"), kind=Term("hall"), field="seats"),
            "“Edit hall” cannot be taken back or done again: somebody has changed this hall since.",
            "无法撤销或重做“编辑会场”：之后有人改动过此会场。",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_sentences_name_kinds_of_rows_in_the_reader_s_language(trouble, english, chinese):
    assert str(trouble) == english.format(**trouble.facts)
    assert trouble.say(Words.of("zh_CN.UTF-8")) == chinese.format(**trouble.facts)


def test_a_name_in_the_data_is_never_translated():
    assert Words.of("zh").say("“{label}” has no agenda yet.", label="Opening") == "“Opening”还没有议程。"
