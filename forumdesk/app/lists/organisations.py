"""Rows that are organisations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import AddOrganisation, EditOrganisation
from forumdesk.app.lists.matching import Organisations
from forumdesk.app.lists.people import spellings
from forumdesk.app.lists.rows import Change, RowRefused, SaidBefore, Texts, Told, own_id, said, wording
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.people import Organisation
from forumdesk.domain.text import NOTHING, NameNeeded
from forumdesk.store.work import Look

WORDED = ("name", "short_name", "country")


class NoDate(Refused):
    """A text is no date. Facts: typed."""

    code = "no-date"
    sentence = NOOP("“{typed}” is no date; write it as 2025-03-28.")


class NoNumber(Refused):
    """A text is no whole number. Facts: typed."""

    code = "no-whole-number"
    sentence = NOOP("“{typed}” is no whole number.")


class OrganisationRows:
    """An organisation is known by any of its names, or by its ID."""

    def __init__(self, look: Look, side: int) -> None:
        self._side = side
        self._names = Organisations(look)
        self._rows = {row.id: row for row in look.all(Organisation)}
        self._seen: dict[UUID, tuple[int, Texts]] = {}
        self._commands: list[Command] = []

    def row(self, number: int, texts: Texts) -> Change | None:
        """What a row changes. Raises `RowRefused`."""
        given = self._given(texts)
        known = own_id(texts)
        if known not in self._rows:
            called = (texts.get("name", ""), texts.get("other_name", ""))
            known = next((row for name in called if name and (row := self._names.find(name))), None)
        if known in self._seen:
            first, before = self._seen[known]
            if before == texts:
                return None
            raise RowRefused(Told("name", after=texts.get("name", ""), trouble=SaidBefore(row=first)))
        organisation = self._rows.get(known) if known else None
        for code in WORDED:
            if code in texts or f"other_{code}" in texts:
                before_ = getattr(organisation, code) if organisation else NOTHING
                given[code] = wording(texts, code, self._side, before_)
        if organisation is None:
            return self._add(number, texts, given)
        self._seen[organisation.id] = number, texts
        change = Change(str(organisation.name))
        edits = {code: value for code, value in given.items() if value != getattr(organisation, code)}
        for code, value in edits.items():
            change.tell(code, said(getattr(organisation, code), self._side), said(value, self._side))
        if edits:
            self._commands.append(EditOrganisation(id=organisation.id, **edits))
        return change

    def commands(self, *, all_of_them: bool) -> Iterator[Command]:
        """All of them, at the end."""
        if all_of_them:
            yield from self._commands

    def _add(self, number: int, texts: Texts, given: dict[str, Any]) -> Change:
        if given.get("name", NOTHING).blank:
            raise RowRefused(Told("name", trouble=NameNeeded()))
        own: dict[str, Any] = {"id": row} if (row := own_id(texts)) else {}
        new = AddOrganisation(**given, **own)
        self._commands.append(new)
        self._seen[new.id] = number, texts
        for name in filter(None, (new.name.first, new.name.second)):
            self._names.enter(name, new.id)
        return Change(str(new.name), is_new=True)

    def _given(self, texts: Texts) -> dict[str, Any]:
        given: dict[str, Any] = {code: texts[code] for code in ("kind", "note") if code in texts}
        if "spellings" in texts:
            given["spellings"] = spellings(texts["spellings"])
        if "founded" in texts:
            given["founded"] = _date(texts["founded"])
        if "sequence" in texts:
            given["sequence"] = whole_number("sequence", texts["sequence"], 1_000_000)
        return given


def _date(text: str) -> dt.date:
    found = re.fullmatch(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", text)
    try:
        return dt.date(*map(int, found.groups())) if found else dt.date.fromisoformat(text)
    except ValueError as error:
        raise RowRefused(Told("founded", after=text, trouble=NoDate(typed=text))) from error


def whole_number(field: str, text: str, most: int) -> int:
    """The number that a text is; raises `RowRefused`."""
    if not (text.isascii() and text.isdecimal() and int(text) <= most):
        raise RowRefused(Told(field, after=text, trouble=NoNumber(typed=text)))
    return int(text)
