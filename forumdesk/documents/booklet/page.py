"""The page all parts of a booklet share: its measures, and how a part opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forumdesk.documents import wording
from forumdesk.documents.model import Block, Cell, Flow, Line, Row, Rule, Span

Side = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """Paper in mm with its margins, and the languages: one or two codes with their place in the event's pair."""

    width: float
    height: float
    margin: float
    top: float
    photo: tuple[float, float]
    sides: tuple[Side, ...]
    title: str

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - 2 * self.margin

    @property
    def first(self) -> Side:
        """The language that leads."""
        return self.sides[0]

    @property
    def alphabet(self) -> str:
        """Which variant of a style the leading language is set in."""
        return wording.alphabet(self.first[0])

    def words(self, key: str) -> list[str]:
        """A word in every language of the booklet."""
        return [wording.word(key, code) for code, _ in self.sides]

    def full(self, *lines: Line, before: float = 0.0, keep: bool = False, mark: str = "", about: str = "") -> Row:
        """A row over the whole measure."""
        return Row((Cell(self.margin, self.measure, lines),), before=before, keep=keep, mark=mark, about=about)

    def rule(self, weight: str, before: float, after: float) -> Rule:
        """A line over the whole measure."""
        return Rule(self.margin, self.measure, weight, before=before, after=after)

    def part(self, key: str, blocks: tuple[Block, ...]) -> Flow:
        """A part under its heading, which is named again at the head of its later pages."""
        named = wording.BLANK.join(dict.fromkeys(self.words(key)))
        return Flow(
            left=self.margin,
            right=self.margin,
            top=self.top,
            bottom=self.top - 3.0,
            front=tuple(self._opening(key)),
            blocks=blocks,
            tightest=0.7,
            head=(Span(named, "running.head"), Span(wording.BLANK + self.title, "running.head")),
            number="{page}",
            number_at="centre",
        )

    def _opening(self, key: str) -> Iterator[Block]:
        first, *others = self.words(key)
        heading = Line((Span(first, f"booklet.heading.{self.alphabet}"),))
        yield self.full(heading, keep=True, mark=key, about=first)
        for other in others:
            yield self.full(Line((Span(other, "booklet.heading.second"),)), before=0.6, keep=True)
        yield Rule(self.margin, 18.0, "accent", before=4.2, after=4.4)
