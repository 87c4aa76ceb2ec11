"""Who holds a forum: 主办, 承办, 协办, 支持; hosted and organised by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from forumdesk.rules.script.prose import SPACE, listed

_ROLES = {"主办": "host", "承办": "organiser", "协办": "co-organiser", "支持": "supporter"}
_LABELLED = re.compile(r"(?P<role>主办|承办|协办|支持)(?:单位|方|机构)?[：:]\s*(?P<names>.+)")
_DONE = re.compile(
    r"(?:由|[，,、；;]|^)(?P<names>[^，,；;。！]{3,160}?)(?:共同|联合|等单位)?(?P<role>主办|承办|协办)(?=[，,。！；;、]|$)"
)
_ENGLISH_ROLES = {"host": "host", "organi": "organiser", "co-organi": "co-organiser", "support": "supporter"}
_ENGLISH = re.compile(
    r"\b(?P<role>co-organi|organi|host|support)(?:[sz]ed|ed|er|ers)?(?:\s+by|:)\s+(?:the\s+)?"
    r"(?P<names>[A-Z][^.;:!?]*?)(?=,?\s+(?:and\s+)?(?:co-)?(?:organi[sz]ed|hosted|supported)\b|[.;!]|$)"
)


def in_sentence(sentence: str, known: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Roles and names in a sentence; a 、 inside a `known` organisation's name parts nothing.

    >>> list(in_sentence("本次论坛由云港市政府主办，港务局、口岸办承办。", ["港务局、口岸办"]))
    [('host', '云港市政府'), ('organiser', '港务局、口岸办')]
    >>> list(in_sentence("It is hosted by the City of Norhaven and organised by Borel Labs."))
    [('host', 'City of Norhaven'), ('organiser', 'Borel Labs')]
    """
    known = list(known)
    for found in _DONE.finditer(sentence):
        names = found["names"].rpartition("由")[2]
        yield from ((_ROLES[found["role"]], name) for name in _parted(names, known))
    for found in _ENGLISH.finditer(sentence):
        names = re.split(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+the\s+", found["names"])
        yield from ((_ENGLISH_ROLES[found["role"]], name.strip(SPACE)) for name in names if name.strip(SPACE))


def labelled(line: str, known: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Roles and names in a line of the head.

    >>> list(labelled("承办单位：滨海大学、远帆资本"))
    [('organiser', '滨海大学'), ('organiser', '远帆资本')]
    """
    if found := _LABELLED.fullmatch(line.strip(SPACE)):
        yield from ((_ROLES[found["role"]], name) for name in _parted(found["names"], list(known)))
    else:
        yield from in_sentence(line, known)


def _parted(names: str, known: list[str]) -> Iterator[str]:
    """The names of a list; members that are parts of a known name stay together."""
    members = listed(names, "、，,；;")
    while members:
        taken = next(
            (
                count
                for count in range(len(members), 1, -1)
                if "、".join(members[:count]) in known and "、".join(members[:count]) in names
            ),
            1,
        )
        yield "、".join(members[:taken])
        members = members[taken:]
