"""What was found so far, item by item, and what is known of the item that is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from forumdesk.rules.script.cues import kind_of_cue
from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.headings import times_in
from forumdesk.rules.script.items import SPEECHES, Announced
from forumdesk.rules.script.lengths import CUE_MINUTES, minutes_of, shared_out
from forumdesk.rules.script.people import Introduced
from forumdesk.rules.script.prose import Line
from forumdesk.rules.script.turns import same_person, same_spelling

PARTS = (What.GUEST, What.APPEARANCE, What.STAGE)
"""What people have a part of their own by."""


class Notebook:
    """Findings in their order. Of several items the last is the open one, and takes what is noted.

    >>> notes, line = Notebook(), Line(1, "有请林晓致辞。")
    >>> notes.begin(Announced("remarks", "致辞"), line, line.text)
    >>> notes.note_person(What.APPEARANCE, line, line.text, "speaker", Introduced("林晓"))
    >>> notes.kind, notes.appears("林晓"), [(one.text, one.value) for one in notes.whole()]
    ('remarks', True, [('致辞', 1), ('林晓', None)])
    """

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._items: list[int] = []  # places of the items among what was found
        self._minutes: list[float] = []

    @property
    def kind(self) -> str:
        """The kind of the open item, or nothing."""
        return self._found[self._items[-1]].role if self._items else ""

    @property
    def title(self) -> str:
        """The title of the open item, or nothing."""
        return self._found[self._items[-1]].text if self._items else ""

    def begin(self, found: Announced, line: Line, source: str) -> None:
        """Open an item."""
        self._items.append(len(self._found))
        self._minutes.append(0)
        self.note(What.ITEM, line, source, role=found.kind, text=found.title, organisation=found.organisation)

    def retitle(self, line: Line, source: str, title: str) -> None:
        """Call the open item by what is said of it later."""
        place = self._items[-1]
        self._found[place] = replace(self._found[place], line=line.number, source=source, text=title)

    def note(
        self, what: What, line: Line, source: str, *, role: str = "", text: str = "", second: str = "",
        organisation: str = "", value: int | None = None,
    ) -> None:  # fmt: skip
        """Write something down, in the open item."""
        self._found.append(
            Finding(
                what=what, line=line.number, source=source, item=len(self._items), role=role, text=text,
                second=second, organisation=organisation, value=value,
            )
        )  # fmt: skip

    def note_person(self, what: What, line: Line, source: str, role: str, someone: Introduced) -> None:
        """Write down somebody with all that was said of them."""
        self._found.append(
            Finding(
                what=what, line=line.number, source=source, item=len(self._items), role=role, text=someone.name,
                second=someone.second, organisation=someone.organisation, title=someone.title,
                honorific=someone.honorific, more=someone.more,
            )
        )  # fmt: skip

    def note_cue(self, line: Line, source: str, cue: str) -> None:
        """Write down a cue; what it calls for takes its time."""
        self.note(What.CUE, line, source, role=kind_of_cue(cue), text=cue)
        self._take(CUE_MINUTES)

    def note_said(self, said: str) -> None:
        """Give the open item the time in which that is said."""
        self._take(minutes_of(said))

    def _take(self, minutes: float) -> None:
        if self._minutes:
            self._minutes[-1] += minutes

    def drop(self, what: What) -> None:
        """Take back all of a kind."""
        self._found = [one for one in self._found if one.what is not what]

    def has(self, *whats: What) -> bool:
        """Whether anything of these kinds was found."""
        return any(one.what in whats for one in self._found)

    def holds(self, *whats: What, role: str = "") -> bool:
        """Whether the open item has something of these kinds, in that role."""
        return any(one.what in whats and one.role.startswith(role) for one in self._here())

    def appears(self, name: str, *, exactly: bool = False) -> bool:
        """Whether somebody is in the open item, perhaps in another spelling."""
        same = same_spelling if exactly else same_person
        return any(
            same(part, other)
            for one in self._here()
            if one.what in (What.APPEARANCE, What.STAGE)
            for part in re.split(r"\s*[/／]\s*", name)
            for other in (one.text, one.second)
        )

    def is_guest(self, name: str) -> bool:
        """Whether somebody was introduced."""
        return any(one.what is What.GUEST and same_person(one.text, name) for one in self._found)

    def introduced(self) -> list[str]:
        """The names of all who have a part, each once."""
        return list(dict.fromkeys(one.text for one in self._found if one.what in PARTS))

    def _here(self) -> list[Finding]:
        return self._found[self._items[-1] :] if self._items else []

    def whole(self) -> Iterator[Finding]:
        """Everything, items with their minutes; of the mentions, the first of everybody who has no part."""
        self._weigh()
        known = [name for one in self._found if one.what in PARTS for name in (one.text, one.second) if name]
        for one in self._found:
            if one.what is What.MENTION:
                if any(same_person(one.text[-len(name) :], name) for name in known):
                    continue
                known.append(one.text)
            yield one

    def _weigh(self) -> None:
        times = next((times_in(one.source) for one in self._found if one.what is What.TIME), None)
        talks = [self._found[place].role in (*SPEECHES, "roundtable") for place in self._items]
        lengths = shared_out(self._minutes, talks, times[2] - times[1] if times else None)
        for place, minutes in zip(self._items, lengths, strict=True):
            self._found[place] = replace(self._found[place], value=minutes)
