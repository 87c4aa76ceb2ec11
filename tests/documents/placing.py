"""Facts of the real forum on cards, as the product would print them."""

from __future__ import annotations

from typing import Any

from documents.forum_facts import AWARDS, GUESTS, OCCASION, PAIR, SIGNINGS, THANKS
from forumdesk.documents.cards.compose import Piece, composed
from forumdesk.documents.cards.facts import Occasion
from forumdesk.documents.cards.fill import Manner
from forumdesk.documents.cards.kinds import KINDS, kind, tell_occasion
from forumdesk.documents.cards.layout import Layout
from forumdesk.documents.cards.shipped import usual
from forumdesk.documents.model import Document

CERTIFICATES = ("thanks", "participation", "appointment", "award", "signing", "plaque")
LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
PIECES: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(KINDS, GUESTS),
    "thanks": THANKS,
    "signing": SIGNINGS,
    "plaque": AWARDS,
    "plaque-artwork": AWARDS,
}


def placed(
    name: str,
    languages: str = "both",
    pieces: tuple[Any, ...] | None = None,
    *,
    layout: Layout | None = None,
    occasion: Occasion = OCCASION,
    **manner: Any,
) -> Document:
    """A kind of card by its name, with pieces of the forum where none are given."""
    known = kind(name)
    told = [Piece(piece.key, known.tell(piece, PAIR)) for piece in (PIECES[name] if pieces is None else pieces)]
    shared = tell_occasion(occasion, PAIR)
    return composed(layout or usual(name), shared, told, Manner(PAIR, LANGUAGES[languages], **manner))
