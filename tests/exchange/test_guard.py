from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from forumdesk.exchange.guard import guarded, unguarded


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(A1)",
        "+1+1",
        "-1-1",
        "--1",
        "-A1",
        "+86-138-0013-8000",
        " =1+1",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\u3000=1+1",
        "＝1+1",
        "＠SUM(A1)",
        "\tlooks harmless",
        "-2\n",
    ],
    ids=ascii,
)
def test_what_a_spreadsheet_might_evaluate_starts_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "-2",
        "-2.5",
        "+8613800138000",
        "+86 138 0013 8000",
        "007",
        "a=b",
        "a@b.cn",
        "'t Hooft",
        "《=》",
    ],
)
def test_numbers_phones_and_ordinary_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(some.text() | some.text(alphabet="'=+-@＝\t\r\n 12.A"))
def test_every_text_comes_back_from_its_guard(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(some.text(alphabet="'=+-@＝\t\r\n 12.A"))
def test_a_guarded_field_never_starts_as_a_formula_does(text: str) -> None:
    field = guarded(text).lstrip()
    assert not field.startswith(("=", "@", "＝"))
    if field.startswith(("+", "-")):
        assert set(field[1:]) <= set("12. ")


@pytest.mark.parametrize("field", ["'t Hooft", "''", "'007", "-2", "plain", "=1+1"])
def test_a_field_of_another_program_that_bears_no_guard_is_read_as_it_is(field: str) -> None:
    assert unguarded(field) == field
