"""Contacts for phones and mail programs: vCard 3.0, the version all of them read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from forumdesk.exchange.cells import NOT_VCARD, check_characters


@dataclass(frozen=True, slots=True)
class Card:
    """A person as a phone knows one; all but `name` and `uid` may be empty."""

    name: str
    surname: str
    given: str
    organisation: str
    title: str
    email: str
    phone: str
    note: str
    uid: str


def write_vcf(cards: Iterable[Card], path: Path) -> None:
    """Write the cards as UTF-8, escaped, in lines of at most 75 bytes folded between characters.

    Every line break, CR too, becomes the format's one kind. Raises `CellUnfit`, whose row is the card's
    place in the list and whose column is the card's field, or `OSError`.
    """
    with path.open("w", encoding="utf-8", newline="") as out:
        for number, card in enumerate(cards, start=1):
            check_characters(number, asdict(card).items(), NOT_VCARD)
            out.write(_vcard(card).serialize())


def _vcard(card: Card) -> Any:
    import vobject

    vcard = vobject.vCard()
    vcard.add("uid").value = card.uid
    vcard.add("fn").value = card.name
    # Phones build the name from N alone; a name whose surname is not known goes there whole.
    surname = card.surname if card.surname or card.given else card.name
    vcard.add("n").value = vobject.vcard.Name(family=surname, given=card.given)
    if card.organisation:
        vcard.add("org").value = [card.organisation]
    for field, kind, text in (
        ("title", None, card.title),
        ("email", "INTERNET", card.email),
        ("tel", "WORK", card.phone),
        ("note", None, card.note),
    ):
        if text:
            line = vcard.add(field)
            line.value = text
            if kind:
                line.type_param = kind
    return vcard
