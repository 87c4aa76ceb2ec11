"""What the editor calls things."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from forumdesk.base.words import NOOP
from forumdesk.documents.cards.kinds import kind
from forumdesk.documents.cards.layout import FIELD, AnyElement, PictureBox, TextBox
from forumdesk.domain.text import Text
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Collection

    from forumdesk.documents.cards.fill import Manner

KINDS = MappingProxyType(
    {
        "text": NOOP("Text"), "picture": NOOP("Picture"), "rule": NOOP("Line"), "rectangle": NOOP("Rectangle"),
        "ring": NOOP("Ring"), "qr": NOOP("QR code"), "frame": NOOP("Ornament"),
    }
)  # fmt: skip
ICONS = MappingProxyType(
    {
        "text": "type", "picture": "image", "rule": "minus", "rectangle": "square", "ring": "circle",
        "qr": "qr-code", "frame": "frame",
    }
)  # fmt: skip
FACES = MappingProxyType(
    {
        "serif 400": NOOP("Serif"), "serif 600": NOOP("Serif, semibold"), "serif 700": NOOP("Serif, bold"),
        "sans 400": NOOP("Sans"), "sans 700": NOOP("Sans, bold"), "kai": NOOP("Kai (brush)"),
    }
)  # fmt: skip
COLOURS = MappingProxyType(
    {
        "ink": NOOP("Ink"), "title": NOOP("Title colour"), "second": NOOP("Grey"), "third": NOOP("Light grey"),
        "accent": NOOP("Accent"), "deep": NOOP("Deep accent"), "vermilion": NOOP("Vermilion"),
        "line": NOOP("Line colour"), "faint": NOOP("Faint line"), "tint": NOOP("Tint"), "white": NOOP("White"),
        "brushed": NOOP("Brushed metal"),
    }
)  # fmt: skip


def free_name(name: Text, taken: Collection[Text], screen: Screen) -> Text:
    """A name for a copy that no other layout has: 感谢状 副本, 感谢状 副本 2."""
    sides = {side for each in taken for side in (each.first, each.second)}
    number = 1
    while True:
        count = f" {number}" * (number > 1)
        copy = screen.say("{name} copy", name=screen.text(name)) + count
        if copy not in sides:
            return screen.written(Text(), copy)
        number += 1


def said(text: str, document: str, screen: Screen) -> str:
    """A text with the labels of its fields in the reader's language: 尊敬的〈姓名〉."""
    fields = kind(document).fields

    def label(name: str) -> str:
        return f"〈{screen.words.say(fields[name].label)}〉" if name in fields else f"{{{name}}}"

    return FIELD.sub(lambda found: label(found[1]), text).replace("¦", "")


def title_of(element: AnyElement, document: str, manner: Manner, screen: Screen) -> str:
    """What an element is called in a list: what it says, or else what it is."""
    from forumdesk.documents.cards.editing import kind_of
    from forumdesk.documents.cards.fill import worded

    word = screen.words.say(KINDS[kind_of(element)])
    if isinstance(element, TextBox):
        return " ".join(said(worded(element, manner), document, screen).split()) or word
    if isinstance(element, PictureBox) and "{" in element.source:
        return f"{word} {said(element.source, document, screen)}"
    return word
