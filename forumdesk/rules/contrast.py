"""How well one colour is read on another: the contrast ratio of WCAG 2.2."""

from __future__ import annotations

READABLE = 4.5
"""What text of ordinary size needs (level AA)."""


def luminance(colour: str) -> float:
    """The relative luminance of a colour `#RRGGBB`, from 0 for black to 1 for white."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 for the same colour to 21 for black on white.

    >>> round(contrast("#000000", "#FFFFFF"), 2), round(contrast("#777777", "#FFFFFF"), 2)
    (21.0, 4.48)
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
