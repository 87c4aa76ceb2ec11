"""Every text can be read on every ground it stands on, in both themes."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QPalette

from forumdesk.rules.contrast import contrast
from forumdesk.ui.agenda.sheet import agenda_sheet
from forumdesk.ui.ceremonies.look import page_sheet as ceremonies_sheet
from forumdesk.ui.documents.style import page_sheet as documents_sheet
from forumdesk.ui.parts.field import field_sheet
from forumdesk.ui.people.look import page_sheet as people_sheet
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import THEMES, Theme, palette

TEXT, SHAPE = 4.5, 3.0
"""WCAG 2.2, level AA: of a text and its ground, and of what shows where a control is."""

GROUNDS = ("surface", "window", "sunken", "hover", "selected")
INKS = ("ink", "ink_2", "accent", "vermilion", "amber")
SHEETS = (style_sheet, agenda_sheet, ceremonies_sheet, documents_sheet, field_sheet, people_sheet)

both = pytest.mark.parametrize("theme", list(THEMES.values()), ids=lambda theme: theme.name)


def rules(sheet: str) -> list[tuple[str, dict[str, str]]]:
    """A style sheet as selectors with what they set."""
    return [
        (where.strip(), dict(re.findall(r"([\w-]+):\s*([^;]+)", body)))
        for where, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)
    ]


@both
@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, GROUNDS)))
def test_inks_are_readable_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@both
@pytest.mark.parametrize("ground", ["surface", "window", "sunken", "hover"])
def test_the_third_ink_is_readable_but_on_selected_rows_where_none_of_it_stands(theme: Theme, ground: str) -> None:
    assert contrast(theme.ink_3, getattr(theme, ground)) >= TEXT


@both
def test_tints_buttons_and_families_are_readable(theme: Theme) -> None:
    pairs = [
        (theme.vermilion, theme.vermilion_tint),
        (theme.amber, theme.amber_tint),
        ("#FFFFFF", theme.accent_fill),
        ("#FFFFFF", theme.accent_pressed),
        (theme.surface, theme.vermilion),  # the count on the rail
        *((family.ink, family.tint) for family in theme.families.values()),
    ]
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


@both
def test_fields_and_the_ring_of_the_keyboard_are_seen(theme: Theme) -> None:
    for ground in (theme.surface, theme.window):
        assert contrast(theme.control, ground) >= SHAPE
    for ground in GROUNDS:
        assert contrast(theme.focus, getattr(theme, ground)) >= SHAPE


@both
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.__module__.split('.')[-2]}")
def test_no_rule_of_a_style_sheet_puts_a_text_on_a_ground_it_cannot_be_read_on(theme: Theme, sheet) -> None:
    grounds = [theme.surface, theme.window]
    found = []
    for where, sets in rules(sheet(theme)):
        ink = sets.get("color") or sets.get("selection-color")
        ground = sets.get("background") or sets.get("background-color") or sets.get("selection-background-color")
        if ink is None or ":disabled" in where or not ink.startswith("#"):
            continue
        on = [ground] if ground and ground.startswith("#") else grounds
        found += [(where, ink, each) for each in on if contrast(ink, each) < TEXT]
    assert found == []


@both
def test_qt_s_own_roles_are_readable(theme: Theme) -> None:
    role, made = QPalette.ColorRole, palette(theme)
    for ink, ground in (
        (role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base), (role.HighlightedText, role.Highlight), (role.Link, role.Base),
        (role.ToolTipText, role.ToolTipBase), (role.Text, role.AlternateBase),
    ):  # fmt: skip
        assert contrast(made.color(ink).name(), made.color(ground).name()) >= TEXT
