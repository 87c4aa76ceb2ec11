"""Fitting a label on a card: it wraps, then shrinks to its stated minimum, and says when it got there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from forumdesk.documents.model import Label
from forumdesk.documents.render.lines import broken_once, natural_width
from forumdesk.documents.render.rows import Placed
from forumdesk.documents.render.styles import MM, style

STEP = 0.97  # each attempt is this much smaller


class Fitted(NamedTuple):
    """The placed lines of a label, the part of its size they have, how far they grew downwards, whether that is the
    minimum, what is missing.
    """

    lines: tuple[Placed, ...]
    scale: float
    growth: float
    at_minimum: bool
    missing: str


def fitted_together(labels: Sequence[Label]) -> list[Fitted]:
    """Set the labels of one piece: those that are to be alike in the size of the smallest of them."""
    made = [fitted(label) for label in labels]
    least: dict[str, float] = {}
    for label, one in zip(labels, made, strict=True):
        if label.alike:
            least[label.alike] = min(one.scale, least.get(label.alike, 1.0))
    return [
        fitted(label, least[label.alike])._replace(at_minimum=one.at_minimum)
        if least.get(label.alike, one.scale) < one.scale
        else one
        for label, one in zip(labels, made, strict=True)
    ]


def fitted(label: Label, most: float = 1.0) -> Fitted:
    """Set a label at the largest size that fits its width and number of lines, or at the part `most` of its own.

    At the minimum it takes as many lines as it needs: nothing is left out.
    """
    of = style(label.spans[0].style)
    least = min(1.0, label.smallest / of.size) if label.smallest else 1.0
    single = max(least, min(1.0, label.single / of.size)) if label.single else 1.0
    measure, whole = label.width * MM, 0.0
    scale = most
    while True:
        allowed = 1 if scale > single else label.lines
        if scale <= least or whole * scale <= allowed * measure:  # else it is not worth trying
            made = broken_once(label.spans, measure, even=True, scale=scale)
            fits = len(made.lines) <= allowed and not made.cut
            if fits or scale <= least:
                break
            whole = whole or natural_width(label.spans)
        scale = max(least, scale * STEP)
    pitch = of.pitch * scale
    first = label.y - label.rise * pitch * (len(made.lines) - 1)
    lines = tuple(
        Placed(_left(label, line.width / MM), first + number * pitch, line) for number, line in enumerate(made.lines)
    )
    growth = (1 - label.rise) * pitch * (len(made.lines) - 1)
    return Fitted(lines, scale, growth, not fits or scale <= least < 1.0, made.missing)


def _left(label: Label, width: float) -> float:
    if label.align == "centre":
        return label.x - width / 2
    return label.x - width if label.align == "right" else label.x
