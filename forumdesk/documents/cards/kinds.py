"""Every kind of placed document and its fields, each with a label, a sample and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.documents import wording
from forumdesk.documents.cards.facts import Award, Occasion, Party, Signing
from forumdesk.domain.text import Text

Pair = tuple[str, str]
Told = Mapping[str, Text]
"""What the fields of one piece say, in both languages of the event."""

CATEGORY_COLOURS = MappingProxyType(
    {"vip": "#86580B", "speaker": "#0F5B63", "delegate": "#33527C", "press": "#5B478C", "staff": "#5C5A54"}
)


class UnknownKind(Refused):
    """Nothing of that kind is laid out on cards. Facts: kind, known."""

    code = "unknown-kind"
    sentence = NOOP("There is no kind of card “{kind}”; there are {known}.")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a layout can ask for. A `person`'s name is spaced on paper where it has two characters."""

    label: str
    sample: Text
    value: Callable[[Any, Pair], Text]
    person: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of placed document: the word in `wording` for its title, and the fields of a piece by name."""

    name: str
    title: str
    own: Mapping[str, Field]

    @property
    def fields(self) -> Mapping[str, Field]:
        """Everything a layout of this kind may ask for."""
        return {**OCCASION, **self.own}

    def tell(self, facts: Any, pair: Pair) -> Told:
        """What the fields of a piece say."""
        return {name: field.value(facts, pair) for name, field in self.own.items()}

    @property
    def sample(self) -> Told:
        """What the fields say where there is no data yet."""
        return {name: field.sample for name, field in self.own.items()}


def tell_occasion(occasion: Occasion, pair: Pair) -> Told:
    """What the fields say that all pieces share."""
    return {name: field.value(occasion, pair) for name, field in OCCASION.items()}


def kind(name: str) -> Kind:
    """The kind of that name. Raises `UnknownKind`."""
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(kind=name, known=", ".join(KINDS)) from None


def _worded(code: Callable[[Any], str]) -> Callable[[Any, Pair], Text]:
    return lambda facts, pair: Text(*(wording.word(code(facts), language) for language in pair))


def _issuers(occasion: Occasion, pair: Pair) -> Text:
    sides = ([one.side(side) for one in occasion.issuers] for side in (0, 1))
    return Text(*(wording.listed(names, language) for names, language in zip(sides, pair, strict=True)))


def _batch(award: Award, pair: Pair) -> Text:
    """The batch amid a sentence: 第二批, second batch."""
    return Text(
        *(
            text if wording.east_asian(language) else text[:1].lower() + text[1:]
            for text, language in ((award.batch.side(side), code) for side, code in enumerate(pair))
        )
    )


def _both(text: str) -> Text:
    return Text(text, text)


OCCASION: Mapping[str, Field] = MappingProxyType(
    {
        "forum": Field(
            NOOP("Event"),
            Text("世界领先科技园区\u200b发展论坛", "World Leading Science Park \u200bDevelopment Forum"),
            lambda occasion, _: occasion.forum,
        ),
        "date": Field(
            NOOP("Date"),
            Text("2025年3月28日", "28 March 2025"),
            lambda occasion, pair: Text(*(wording.date(occasion.date, language) for language in pair)),
        ),
        "place": Field(
            NOOP("Venue"),
            Text("中关村展示中心", "Zhongguancun Exhibition Center"),
            lambda occasion, _: occasion.place,
        ),
        "hall": Field(NOOP("Hall"), Text("畅春厅", "Changchun Hall"), lambda occasion, _: occasion.hall),
        "logo": Field(NOOP("Logo"), Text(), lambda occasion, _: _both(occasion.logo)),
        "seal": Field(NOOP("Seal"), Text(), lambda occasion, _: _both(occasion.seal)),
        "issuer": Field(NOOP("Issued by"), Text("北京市人民政府", "Beijing Municipal Government"), _issuers),
    }
)

_KEY = Field(NOOP("Code"), Text("sample", "sample"), lambda piece, _: _both(piece.key))
_NUMBER = Field(NOOP("Number"), Text("首批 01", "1 of 7"), lambda piece, _: piece.number)
_NAME = Field(NOOP("Name"), Text("张洋", "Zhang Yang"), lambda piece, _: piece.name, person=True)
_POST = Field(
    NOOP("Post"),
    Text("工业和信息化部火炬中心国际合作事业部业务负责人", "Head of International Cooperation, Torch Center"),
    lambda piece, _: piece.post,
)


def _party(which: Callable[[Signing], Party], label: str, sample: Text, country: Text) -> Iterable[tuple[str, Field]]:
    """The fields of one side of a signing."""
    yield "", Field(label, sample, lambda signing, _: which(signing).organisation)
    yield "_country", Field(NOOP("Country"), country, lambda signing, _: which(signing).country)
    yield "_signatory", Field(NOOP("Signatory"), Text(), lambda signing, _: which(signing).signatory)


_FIRST = _party(
    lambda signing: signing.first, NOOP("First party"),
    Text("中关村国际孵化器", "Zhongguancun International Incubator"), Text(),
)  # fmt: skip
_SECOND = _party(
    lambda signing: signing.second, NOOP("Second party"),
    Text("LAUNCH Rhein-Main", ""), Text("德国", "Germany"),
)  # fmt: skip

_SIGNING = {
    "key": _KEY,
    **{f"first{name}": field for name, field in _FIRST},
    **{f"second{name}": field for name, field in _SECOND},
    "number": _NUMBER,
}

_THANKS = {
    "key": _KEY,
    "name": _NAME,
    "post": _POST,
    "talk": Field(
        NOOP("Talk"),
        Text("中关村的探索与实践", "Zhongguancun: Exploration and Practice"),
        lambda piece, _: piece.talk,
    ),
    "number": _NUMBER,
}

_AWARD = {
    "key": _KEY,
    "organisation": Field(
        NOOP("Organisation"),
        Text("中关村生命园", "Zhongguancun Life Science Park"),
        lambda piece, _: piece.organisation,
    ),
    "wording": Field(
        NOOP("Wording"),
        Text("中关村特色产业园", "Zhongguancun Specialty Industrial Park"),
        lambda piece, _: piece.wording,
    ),
    "batch": Field(NOOP("Batch"), Text("第二批", "second batch"), _batch),
    "number": _NUMBER,
}

_GUEST = {
    "key": _KEY,
    "name": _NAME,
    "native": Field(NOOP("Native name"), Text(), lambda guest, _: _both(guest.native)),
    "organisation": Field(
        NOOP("Organisation"),
        Text("工业和信息化部火炬中心", "Torch Center, MIIT"),
        lambda guest, _: guest.organisation,
    ),
    "title": Field(NOOP("Title"), Text("业务负责人", "Head of Cooperation"), lambda guest, _: guest.title),
    "post": _POST,
    "category": Field(NOOP("Category"), Text("嘉宾", "Speaker"), _worded(lambda guest: guest.category)),
    "category_colour": Field(
        NOOP("Colour of the category"),
        _both(CATEGORY_COLOURS["speaker"]),
        lambda guest, _: _both(CATEGORY_COLOURS.get(guest.category, "#5C5A54")),
    ),
    "number": _NUMBER,
    "seat": Field(NOOP("Seat"), _both("3-12"), lambda guest, _: _both(guest.seat)),
    "photo": Field(NOOP("Photo"), Text(), lambda guest, _: _both(guest.photo)),
}

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        each.name: each
        for each in (
            Kind("thanks", "thanks title", _THANKS),
            Kind("participation", "participation title", _GUEST),
            Kind("appointment", "appointment title", _GUEST),
            Kind("award", "award title", _GUEST),
            Kind("signing", "signing title", _SIGNING),
            Kind("plaque", "plaque title", _AWARD),
            Kind("plaque-artwork", "plaque artwork", _AWARD),
            Kind("table-card", "table cards", _GUEST),
            Kind("badge", "badges", _GUEST),
            Kind("label", "labels", _GUEST),
        )
    }
)
"""The kinds by name: six certificates, then what stands on tables, hangs on people and sticks on things."""
