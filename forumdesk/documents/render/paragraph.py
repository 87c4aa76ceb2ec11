"""Where to break a paragraph.

Marks may not start or end a line where Chinese practice forbids it (GB/T 15834, W3C clreq), English words
stay whole and none is left alone on a last line. Even lines are for titles: they break at a mark, or else as
evenly as whole words allow; a zero-width space in the text is a break somebody chose, and wins.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Literal, NamedTuple

from forumdesk.documents.render.compounds import COMPOUNDS, PHRASES
from forumdesk.documents.render.script import eastern

Kind = Literal["wide", "word", "space"]

_NOT_AT_START = frozenset("、，。．；：！？）〕］｝〉》」』】〗’”…—·％‰℃ー々ゝゞ,.;:!?)]}%")
NOT_AT_END = frozenset("（〔［｛〈《「『【〖‘“([{￥＄№")
_PAUSES = frozenset("·、，。；：！？—…）》”’,.;:!?")
MOST_WEIGHED = 60  # lines; more are filled one after the other: their ways grow with the square
SLACK = 0.3  # a line that is to be filled never stays shorter than the fullest way by more of the measure
LONGER_FIRST = 0.01  # of two equal ways the one with the longer line above
_INSIDE_WORDS = frozenset("-/–")  # where a long word may be broken, and better is not
_JOINERS = frozenset("与和及暨")
_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


class Atom(NamedTuple):
    """What a line cannot divide, with its width and the number of its span.

    It is `hinted` where a break was asked for in front of it.
    """

    text: str
    width: float
    kind: Kind
    hinted: bool = False
    span: int = 0


class Paragraph:
    """Atoms to be broken at a measure. Lines of a title come near one width; other lines are filled."""

    def __init__(self, atoms: Sequence[Atom], measure: float, even: bool) -> None:
        self.atoms = atoms
        self.measure = measure
        self.even = even
        self.reach = [0.0, *itertools.accumulate(atom.width for atom in atoms)]
        self.inked = [0.0]  # the reach without the spaces before a place, which are not seen at a line's end
        for atom, reach in zip(atoms, self.reach[1:], strict=True):
            self.inked.append(self.inked[-1] if atom.kind == "space" else reach)

    def asked(self) -> list[int]:
        """Breaks only where they were asked for; none where those do not suffice."""
        places = [at for at in range(1, len(self.atoms)) if self.atoms[at].hinted]
        lines = self._fewest(places) if places else 0
        if lines == len(places) + 1:
            return [0, *places, len(self.atoms)]
        return self._least_ugly(places, lines) if lines else []

    def breaks(self) -> list[int]:
        """Where lines start, and the end: the fewest lines, and of those the least ugly."""
        places = [at for at in range(1, len(self.atoms)) if self._may_break(at)]
        lines = self._fewest(places)
        if lines > MOST_WEIGHED:
            return self._filled(places)
        return self._least_ugly(places, lines) if lines else self._forced()

    def _fits(self, start: int, end: int) -> bool:
        return self.inked[end] - self.reach[start] <= self.measure + 0.01

    def _fewest(self, places: Sequence[int]) -> int:
        """How many lines it takes to fill each as far as these places allow; 0 where they do not suffice."""
        lines, start, last = 1, 0, 0
        for place in (*places, len(self.atoms)):
            if not self._fits(start, place):
                if last == start:
                    return 0
                lines, start = lines + 1, last
                if not self._fits(start, place):
                    return 0
            last = place
        return lines

    def _filled(self, places: Sequence[int]) -> list[int]:
        """Each line as full as these places allow."""
        breaks, last = [0], 0
        for place in (*places, len(self.atoms)):
            if not self._fits(breaks[-1], place):
                breaks.append(last)
            last = place
        return [*breaks, len(self.atoms)]

    def _least_ugly(self, places: Sequence[int], lines: int) -> list[int]:
        """The best way to that number of lines, line by line, over the places that can still lead to it."""
        count, whole = len(self.atoms), self.inked[-1]
        goal = min(self.measure, whole / lines)
        spaces = lines * max((atom.width for atom in self.atoms if atom.kind == "space"), default=0.0)
        layers: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
        furthest = 0  # where a line ends if it and those before it are as full as they can be
        for line in range(1, lines + 1):
            least = whole - (lines - line) * self.measure - spaces
            most = line * self.measure + spaces
            ends = [at for at in places if least <= self.reach[at] <= most] if line < lines else [count]
            if not self.even and line < lines:
                furthest = max(at for at in ends if at > furthest and self._fits(furthest, at))
                ends = [at for at in ends if self.reach[at] > self.reach[furthest] - SLACK * self.measure]
            layer: dict[int, tuple[float, int]] = {}
            for end in ends:
                bad = self._bad_break(end) if line < lines else 0.0
                ways = [
                    (cost + bad + self._ugliness(start, end, goal), start)
                    for start, (cost, _) in layers[-1].items()
                    if start < end and self._fits(start, end)
                ]
                if ways:
                    layer[end] = min(ways)
            layers.append(layer)
        breaks = [count]
        for layer in layers[:0:-1]:
            breaks.append(layer[breaks[-1]][1])
        return breaks[::-1]

    def _forced(self) -> list[int]:
        """For a row of marks that may break nowhere: cut where it must be."""
        breaks = [0]
        for end in range(1, len(self.reach)):
            if self.reach[end] - self.reach[breaks[-1]] > self.measure and end - 1 > breaks[-1]:
                breaks.append(end - 1)
        return [*breaks, len(self.atoms)]

    def _may_break(self, at: int) -> bool:
        before, after = self.atoms[at - 1], self.atoms[at]
        if after.kind == "space" or after.text[0] in _NOT_AT_START:
            return False  # a space stays at the end of its line, where it is not seen
        if before.kind == "space":
            return True
        if before.text[-1] in NOT_AT_END:
            return False
        if after.hinted or "wide" in (before.kind, after.kind):
            return True
        return before.text[-1] in _INSIDE_WORDS and after.text[0].isalpha()

    def _ugliness(self, start: int, end: int, goal: float) -> float:
        """How bad a line is: its distance from the goal, and a word left alone at the end."""
        used = self.inked[end] - self.reach[start]
        last = end == len(self.atoms)
        ugly = 4.0 if last and start and self._alone(start) else 0.0
        if self.even:
            return ugly + ((used - goal) / goal) ** 2 - (0.0 if last else LONGER_FIRST * used / goal)
        return ugly if last else ugly + ((self.measure - used) / self.measure) ** 2

    def _alone(self, start: int) -> bool:
        """Whether one word or one character is all that a last line holds."""
        first, *others = [atom for atom in self.atoms[start : start + 4] if atom.kind != "space"][:2]
        if others or " " in first.text:
            return False
        before = self.atoms[start - 1 - (self.atoms[start - 1].kind == "space")]
        return first.kind == before.kind and (first.kind == "wide" or not eastern(first.text))

    def _bad_break(self, end: int) -> float:
        """How bad it is to break here, by what stands on both sides."""
        spaced = self.atoms[end - 1].kind == "space"
        before, after = self.atoms[end - 1 - spaced], self.atoms[end]
        bad = -1.0 if after.hinted else 0.0
        joined = f"{before.text} {after.text}".lower() if spaced else before.text + after.text
        if joined in COMPOUNDS or joined in PHRASES or (not spaced and before.text[-1] in _INSIDE_WORDS):
            bad += 0.4 if self.even else 0.05
        if before.text.lower() in _SMALL_WORDS:
            bad += 0.15
        if self.even and before.text[-1] in _PAUSES:
            bad -= 0.5
        if self.even and before.text in _JOINERS:
            bad -= 0.15
        if self.even and after.text[0] in NOT_AT_END:
            bad -= 0.4
        if self.even and spaced and before.kind != after.kind:
            bad -= 0.3
        return bad
