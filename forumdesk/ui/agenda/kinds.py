"""What may be chosen for an item, an appearance and a cue, and the icons of cues."""

from __future__ import annotations

from forumdesk.app.wording import say_code
from forumdesk.base.words import NOOP
from forumdesk.ui import wording
from forumdesk.ui.screen import Screen

ITEM_KINDS = (
    "opening", "remarks", "keynote", "report", "launch", "initiative", "signing", "plaque", "unveiling",
    "roundtable", "video", "break", "closing",
)  # fmt: skip
ROLES = (
    "mc", "speaker", "moderator", "panelist", "presenter", "recipient", "signatory", "witness", "launcher",
    "unveiler",
)  # fmt: skip

CUES = {
    "video": ("monitor-play", NOOP("Video")),
    "on-stage": ("footprints", NOOP("Walk on")),
    "off-stage": ("log-out", NOOP("Walk off")),
    "countdown": ("timer", NOOP("Countdown")),
    "launch": ("rocket", NOOP("Launch")),
    "hands": ("hand", NOOP("Hands on the screen")),
    "unveil": ("sparkles", NOOP("Unveiling")),
    "sign": ("pen-line", NOOP("Signing")),
    "plaques": ("award", NOOP("Plaques handed over")),
    "photo": ("camera", NOOP("Photo")),
    "music": ("music", NOOP("Music")),
    "light": ("lightbulb", NOOP("Light")),
}
"""Kinds of cues: icon and word. The list is open; a kind that is not here has the last icon below."""

OTHER_CUE = "bell"
_SPOKEN = dict.fromkeys(("opening", "remarks", "roundtable", "closing"), "mic") | dict.fromkeys(
    ("keynote", "report"), "presentation"
)


def family(kind: str) -> str:
    """The family of colours a kind of item belongs to."""
    return wording.FAMILIES.get(kind, "frame")


def cue_icon(kind: str) -> str:
    """The icon of a kind of cue."""
    return CUES[kind][0] if kind in CUES else OTHER_CUE


def cue_word(kind: str, screen: Screen) -> str:
    """What a kind of cue is called."""
    return screen.words.say(CUES[kind][1]) if kind in CUES else kind


def item_icons(kind: str, cues: tuple[str, ...]) -> tuple[str, ...]:
    """The icons of an item's cues; of one that only has people talk, what they talk with."""
    shown = dict.fromkeys(cue_icon(cue) for cue in cues if cue not in ("off-stage", "music"))
    if shown or kind not in _SPOKEN:
        return tuple(shown)
    return (_SPOKEN[kind],)


def choices(codes: tuple[str, ...], screen: Screen) -> list[tuple[str, str]]:
    """Codes with what they are called."""
    return [(code, say_code(screen.words, code)) for code in codes]


def cue_choices(screen: Screen) -> list[tuple[str, str]]:
    """Kinds of cues with what they are called."""
    return [(code, cue_word(code, screen)) for code in CUES]
