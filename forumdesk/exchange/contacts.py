"""Contacts of phones and mail programs: written as vCard 3.0, which all of them read; read as 3.0 or 4.0."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from forumdesk.exchange.cells import NOT_VCARD, check_characters
from forumdesk.exchange.sheets import DamagedList, Sheet


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


HEADS = ("name", "organisation", "title", "phone", "email", "note", "id")
"""The columns of contacts that were read."""


def read_vcf(path: Path, text: str, encoding: str) -> Sheet:
    """Contacts as a list under the heads `HEADS`; of several numbers or addresses the preferred, else the first.

    Raises `DamagedList` with the card's number.
    """
    import vobject
    from vobject.base import VObjectError

    rows: list[list[str]] = [list(HEADS)]
    try:
        for card in vobject.readComponents(text, ignoreUnreadable=False, allowQP=True):
            rows.append(_contact(card))
    except (VObjectError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise DamagedList(path=path, place=f"card {len(rows)}: {error}") from error
    return Sheet(path.stem, rows, encoding=encoding, begins=0)


def _contact(card: Any) -> list[str]:
    held: dict[str, list[Any]] = card.contents
    name = _first(held, "fn")
    if not name and "n" in held:
        name = str(held["n"][0].value).strip()
    uid = _first(held, "uid").removeprefix("urn:uuid:")
    return [
        name, _first(held, "org"), _first(held, "title"), _first(held, "tel").removeprefix("tel:"),
        _first(held, "email"), _first(held, "note"), uid,
    ]  # fmt: skip


def _first(held: dict[str, list[Any]], field: str) -> str:
    lines = held.get(field, [])
    if not lines:
        return ""
    value = min(lines, key=_rank).value
    return " ".join(filter(None, value)) if isinstance(value, list) else str(value)


def _rank(line: Any) -> int:
    """Preferred ones first: TYPE=PREF in version 3, PREF=1 in version 4."""
    if any(kind.upper() == "PREF" for kind in line.params.get("TYPE", ())):
        return 0
    (first, *_) = line.params.get("PREF", ["100"])
    return int(first) if str(first).isdecimal() else 100
