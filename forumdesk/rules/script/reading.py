"""A script or record, read from its first line to its last: whose turn it is, and in which agenda item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from forumdesk.rules.script import items, organisers
from forumdesk.rules.script.counts import countdown, counts, number
from forumdesk.rules.script.cues import cues_alone, cues_inside, kind_of_cue
from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.headings import date_in, heading, place_behind, times_in, title_line
from forumdesk.rules.script.items import CEREMONIAL, SPEECHES, Announced
from forumdesk.rules.script.pairs import pair, pairs_in
from forumdesk.rules.script.people import ASKS, Introduced, asked_again, introduction, invited, mentioned
from forumdesk.rules.script.prose import SPACE, Line, is_chinese, sentences, simplified
from forumdesk.rules.script.turns import Turn, same_person, same_spelling, turn_of
from forumdesk.rules.spoken import reading_minutes
from forumdesk.rules.timing import MIDNIGHT

ON_STAGE = {"launch": "launcher", "plaque": "presenter", "unveiling": "unveiler", "signing": "witness"}
"""As what people are on stage in a ceremony, where nothing else is said."""

CUE_MINUTES = 1.0
"""How long what a cue calls for takes, where nothing else is known."""

LONGEST_ENTRY = 100
"""Characters of a line that introduces one person or names one pair."""

_GUESTS = re.compile(
    r"介绍|出席|莅临|到场|attend|introduc|with us|honou?r(?:ed)? to have|guests? of honou?r", re.IGNORECASE
)
_SELF = re.compile(r"我是|\bI am\b|\bI'm\b|\bI’m\b|\bmy name is\b")
_MODERATES = re.compile(r"主持(?:本|这|今|圆|对|讨|人是|人为)|(?:的|本场)主持人?(?:是|为)|moderat")
_HAS_MODERATED = re.compile(r"^[^，。]{0,6}(?:先生|女士)?(?:来|为我们|担任)?[^，。]{0,8}主持")
_PANEL = re.compile(
    r"(?:对话|圆桌|讨论|点评)(?:的)?嘉宾|参与(?:本场|圆桌)?(?:对话|讨论)|panell?ists?|joined by", re.IGNORECASE
)
_TO_STAGE = re.compile(
    r"上台|上场|登台|上前|共同(?:启动|发布|揭|为)|揭牌|授牌|颁奖|启动|"
    r"on(?:to)? (?:the )?stage|to (?:present|unveil|launch|award)",
    re.IGNORECASE,
)
_RECEIVES = re.compile(r"领奖|领牌|领取|接受|接牌|上台领|receiv|accept", re.IGNORECASE)
_SIGNS = re.compile(r"代表.{0,6}签|签约代表|签字代表|to sign\b|on behalf of", re.IGNORECASE)
_REPORTS = re.compile(r"专题|报告|\breport", re.IGNORECASE)
_STAYS = re.compile(
    r"[^，。！,.!]*(?:留步|留在台上|继续留在|"
    r"(?:remain|stay)(?: here)? on stage|stay where (?:you|they) are)[^，。！,.!]*",
    re.IGNORECASE,
)
_BATCH = re.compile(
    r"首批|第[一二三四五六七八九十\d]{1,3}批|"
    r"\b(?:first|second|third|fourth|fifth) (?:batch|group|round)\b",
    re.IGNORECASE,
)
_DEED = {
    "signing": r"签|\bsign",
    "plaque": r"授|颁|获奖|获得|入选|award|plaque|present",
    "unveiling": r"揭|发布|unveil|releas",
    "launch": r"启动|launch",
}


def read(lines: Sequence[Line]) -> list[Finding]:
    """Everything found in a script, in its order; nothing is in it that is not in the lines.

    >>> script = ["主持人：有请云港市港务局局长林晓致辞。", "林晓：大家好！", "（合影）"]
    >>> found = read([Line(number, text) for number, text in enumerate(script, 1)])
    >>> [(one.what.value, one.text) for one in found if one.item == 2 and one.what is not What.LINE]
    [('item', '致辞'), ('appearance', '林晓'), ('turn', '林晓'), ('cue', '合影')]
    """
    plain = [Line(line.number, simplified(line.text)) for line in lines]
    written = {line.number: (one.text, line.text) for one, line in zip(plain, lines, strict=True)}
    return [_as_written(one, *written[one.line]) for one in _Reading(plain).whole()]


def _as_written(found: Finding, plain: str, line: str) -> Finding:
    """A finding in the characters of its line: those that were simplified to be read stand one for one."""
    begin = plain.index(found.source)
    source = line[begin : begin + len(found.source)]

    def own(text: str) -> str:
        place = found.source.index(text)
        return source[place : place + len(text)]

    return replace(
        found, source=source, text=own(found.text), second=own(found.second), organisation=own(found.organisation),
        title=own(found.title), honorific=own(found.honorific), more=own(found.more),
    )  # fmt: skip


class _Reading:
    """Goes through the lines once and writes down what it finds."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._found: list[Finding] = []
        self._names = list(_names_in(lines))
        self._organisations = [someone.organisation for someone in _people_in(lines) if someone.organisation]
        self._has_hosts = any(turn.host for line in lines if (turn := turn_of(line.text, (), after_gap=False)))
        self._host_speaks = False
        self._began = False
        self._items: list[int] = []  # places of the items among what was found
        self._minutes: list[float] = []
        self._section = "report"
        self._lead = ""
        self._speaker = ""

    def whole(self) -> list[Finding]:
        """Read all lines."""
        before = -1
        for line in self._lines:
            self._read(line, after_gap=line.number - before > 1)
            before = line.number
        self._weigh()
        return list(_mentioned_once(self._found))

    def _read(self, line: Line, *, after_gap: bool) -> None:
        if (cues := cues_alone(line.text)) and (self._began or not date_in(line.text)):
            for cue in cues:
                self._cue(line, line.text, cue)
            return
        turn = turn_of(line.text, self._names, after_gap=after_gap) if not heading(line.text) or self._began else None
        if turn is not None:
            self._turn(line, turn)
        elif not self._began and not self._opens(line):
            self._head(line)
            return
        said = turn.said if turn else line.text
        if self._host_speaks and (row := items.row(said)):
            self._announce(row[0], line, said)
            said = row[1]
        self._speak(said)
        if said and self._host_speaks:
            self._host(line, said)
        elif said:
            self._speech(line, said)

    def _opens(self, line: Line) -> bool:
        """Whether the script begins here, though no speaker is named: it has none, and this is more than a head."""
        begins = items.section(line.text) or items.row(line.text) or _is_spoken(line.text)
        if self._has_hosts or heading(line.text) or not begins:
            return False
        self._begin_script()
        return True

    def _begin_script(self) -> None:
        self._began = self._host_speaks = True

    # -- the head and the turns

    def _head(self, line: Line) -> None:
        labelled = heading(line.text)
        field, value = labelled or ("", line.text)
        if not labelled and not self._has(What.THEME) and (title := title_line(line.text)):
            self._note(What.THEME, line, line.text, text=title)
        if field == "theme":
            self._found = [one for one in self._found if one.what is not What.THEME]
            self._note(What.THEME, line, line.text, text=value)
        if place := value if field == "place" else place_behind(value):
            self._note(What.PLACE, line, line.text, text=place)
        if (date := date_in(value)) and not self._has(What.DATE):
            self._note(What.DATE, line, line.text, text=date[0])
        if (times := times_in(value)) and not self._has(What.TIME):
            self._note(What.TIME, line, line.text, text=times[0])
        for role, name in organisers.labelled(line.text, self._organisations):
            self._note(What.ORGANISER, line, line.text, role=role, text=name)

    def _has(self, what: What) -> bool:
        return any(one.what is what for one in self._found)

    def _turn(self, line: Line, turn: Turn) -> None:
        self._lead = ""
        if turn.host:
            self._begin_script()
            return
        self._began, self._host_speaks, self._speaker = True, False, turn.label
        if not self._appears(turn.label):
            if self._kind == "roundtable":
                self._note(What.APPEARANCE, line, line.text, role="panelist", text=turn.label)
            else:
                self._begin(Announced(self._section, ""), line, line.text)
                self._note(What.APPEARANCE, line, line.text, role="speaker", text=turn.label)
        elif not self._appears(turn.label, exactly=True) and not self._holds(What.SPELLING):
            self._note(What.SPELLING, line, line.text, text=turn.label)
        self._note(What.TURN, line, line.text, text=turn.label)

    def _appears(self, name: str, *, exactly: bool = False) -> bool:
        """Whether somebody is in the current item already, perhaps in another spelling."""
        same = same_spelling if exactly else same_person
        if not self._items:
            return False
        return any(
            same(part, other)
            for one in self._found[self._items[-1] :]
            if one.what in (What.APPEARANCE, What.STAGE)
            for part in re.split(r"\s*[/／]\s*", name)
            for other in (one.text, one.second)
        )  # fmt: skip

    def _speech(self, line: Line, said: str) -> None:
        """What a guest says: the theme of their speech, and whom they mention."""
        if self._kind in SPEECHES:
            theme = next(filter(None, map(items.own_theme, sentences(said))), "")
            if theme:
                self._retitle(line, said, theme)
        for sentence in sentences(said):
            for someone in mentioned(sentence):
                self._person(What.MENTION, line, sentence, "", someone)

    # -- what the host says

    def _host(self, line: Line, said: str) -> None:
        if part := items.section(said):
            self._announce(part, line, said)
            self._lead = said
            return
        if self._entry(line, said):
            self._note(What.LINE, line, line.text, text=said)
            return
        if not self._items:
            self._begin(Announced("opening", ""), line, "")
        for sentence in sentences(said):
            self._sentence(line, sentence)
        self._lead = said
        self._note(What.LINE, line, line.text, text=said)

    def _entry(self, line: Line, said: str) -> bool:
        """A line of a list: one person introduced, or one pair; what it is of, the lead above says."""
        if (
            len(said) > LONGEST_ENTRY
            or not self._lead
            or ASKS.search(said)
            or said.endswith(("！", "？", "!", "?", "：", ":"))
        ):
            return False
        if self._kind == "signing" and (parties := pair(said, self._organisations)):
            self._note(What.PAIR, line, said, text=parties[0], second=parties[1])
            return True
        someone = introduction(said)
        if someone is None:
            return False
        self._place(line, said, someone, self._lead)
        return True

    def _sentence(self, line: Line, sentence: str) -> None:
        for cue in cues_inside(sentence):
            self._cue(line, sentence, cue)
        for role, name in organisers.in_sentence(sentence, self._organisations):
            self._note(What.ORGANISER, line, sentence, role=role, text=name)
        if self._kind == "opening" and (title := items.introducing(sentence)):
            self._retitle(line, sentence, title)
        if found := items.announced(sentence):
            self._announce(found, line, sentence)
        elif (watched := items.film(sentence)) is not None and self._kind not in CEREMONIAL:
            self._announce(Announced("video", watched), line, sentence)
        named = list(invited(sentence))
        others = [
            name
            for name in self._introduced()
            if not self._appears(name) and not any(name in (one.name, one.second) for one in named)
        ]
        for someone in sorted((*named, *asked_again(sentence, others)), key=lambda one: sentence.find(one.name)):
            self._invite(line, sentence, someone)
        if self._kind in (*CEREMONIAL, "roundtable"):
            self._ceremony(line, sentence)

    def _introduced(self) -> list[str]:
        """The names of all who have been introduced, each once."""
        parts = (What.GUEST, What.APPEARANCE, What.STAGE)
        return list(dict.fromkeys(one.text for one in self._found if one.what in parts))

    def _announce(self, found: Announced, line: Line, sentence: str) -> None:
        """Begin an item, or the part of the programme that speeches belong to."""
        if found.kind in SPEECHES:
            self._section = found.kind
        elif not self._is_same(found):
            self._begin(found, line, sentence)

    def _is_same(self, found: Announced) -> bool:
        """Whether this is the current item, announced once more."""
        if found.kind != self._kind:
            return False
        title = self._found[self._items[-1]].text
        acted = {one.what for one in self._found[self._items[-1] :]} & {What.STAGE, What.PAIR, What.APPEARANCE}
        return not acted or not found.title or not title or found.title in title or title in found.title

    def _invite(self, line: Line, sentence: str, someone: Introduced) -> None:
        """Somebody is named in a sentence of the host's: who they are to the item follows from what it says."""
        before = sentence[: sentence.find(someone.name)]
        if self._kind == "opening" and _SELF.search(before) and not self._role_taken("mc"):
            self._person(What.APPEARANCE, line, sentence, "mc", someone)
        elif (self._kind in (*CEREMONIAL, "roundtable") and not self._gives_speech(sentence)) or (
            _GUESTS.search(before) and not self._gives_speech(sentence)
        ):
            self._place(line, sentence, someone, sentence)
        elif (speech := items.speech_in(sentence)) or re.search(r"有请|give the floor|welcome|invite", before):
            self._begin_speech(line, sentence, speech)
            self._person(What.APPEARANCE, line, sentence, "speaker", someone)

    def _gives_speech(self, sentence: str) -> bool:
        stage = _TO_STAGE.search(sentence) or _PANEL.search(sentence) or _MODERATES.search(sentence)
        return items.speech_in(sentence) is not None and not stage

    def _begin_speech(self, line: Line, sentence: str, speech: Announced | None) -> None:
        kind = speech.kind if speech else self._section
        if speech and kind == "report" and not _REPORTS.search(speech.title):
            kind = self._section
        title = items.theme_of_speech(sentence) or (speech.title if speech else "")
        self._begin(Announced(kind, title), line, sentence)

    def _place(self, line: Line, sentence: str, someone: Introduced, lead: str) -> None:
        """Enter somebody of a list as guest, panelist, moderator or on stage, once."""
        if self._kind == "roundtable":
            asked = sentence[: sentence.find(someone.name)]
            moderates = _MODERATES.search(asked) or _HAS_MODERATED.search(sentence[sentence.find(someone.name) :])
            role = "moderator" if moderates and not self._role_taken("moderator") else "panelist"
            if not self._appears(someone.name):
                self._person(What.APPEARANCE, line, sentence, role, someone)
        elif self._kind in CEREMONIAL:
            role = ON_STAGE.get(self._kind, "speaker")
            if _RECEIVES.search(lead):
                role = "recipient"
            elif self._kind == "signing" and _SIGNS.search(lead):
                role = "signatory"
            if not self._appears(someone.name):
                self._person(What.STAGE, line, sentence, role, someone)
        elif _GUESTS.search(lead) or self._kind == "opening":
            if not any(one.what is What.GUEST and same_person(one.text, someone.name) for one in self._found):
                self._person(What.GUEST, line, sentence, "", someone)
        elif not self._appears(someone.name):
            self._person(What.APPEARANCE, line, sentence, "speaker", someone)
        self._lead = lead

    def _role_taken(self, role: str) -> bool:
        return any(one.role == role for one in self._found[self._items[-1] :])

    def _ceremony(self, line: Line, sentence: str) -> None:
        """What belongs to a ceremony: its batch, counts, pairs, countdown, and who stays on stage."""
        if (batch := _BATCH.search(sentence)) and not self._holds(What.BATCH):
            self._note(What.BATCH, line, sentence, text=batch[0])
        for count in counts(sentence):
            self._note(
                What.COUNT,
                line,
                sentence,
                role=self._role_of(count.place, sentence),
                text=count.text,
                value=count.value,
            )
        if (down := countdown(sentence)) and not self._holds(What.COUNTDOWN):
            self._note(What.COUNTDOWN, line, sentence, text=down, value=number(re.split(r"\W", down)[0]))
        if self._kind == "signing":
            for one, other in pairs_in(sentence, self._organisations):
                self._note(What.PAIR, line, sentence, text=one, second=other)
        if (stays := _STAYS.search(sentence)) and self._kind in CEREMONIAL:
            self._note(What.STAY, line, sentence, text=stays[0].strip(SPACE))

    def _role_of(self, place: int, sentence: str) -> str:
        """Whether a count is what the ceremony announces, how many are called up, or only said."""
        clause = _clause(sentence, place)
        if re.search(r"上台|登台|on(?:to)? (?:the )?stage", clause):
            return "called"
        deed = _DEED.get(self._kind)
        is_new = not any(one.role == "announced" for one in self._found[self._items[-1] :] if one.what is What.COUNT)
        return "announced" if deed and is_new and re.search(deed, clause, re.IGNORECASE) else "said"

    def _holds(self, what: What) -> bool:
        return any(one.what is what for one in self._found[self._items[-1] :])

    # -- writing down

    @property
    def _kind(self) -> str:
        return self._found[self._items[-1]].role if self._items else ""

    def _begin(self, found: Announced, line: Line, sentence: str) -> None:
        self._items.append(len(self._found))
        self._minutes.append(0)
        self._note(
            What.ITEM, line, sentence or line.text, role=found.kind, text=found.title, organisation=found.organisation
        )

    def _retitle(self, line: Line, source: str, title: str) -> None:
        """Call the current item by what is said of it later."""
        place = self._items[-1]
        self._found[place] = replace(self._found[place], line=line.number, source=source, text=title)

    def _person(self, what: What, line: Line, source: str, role: str, someone: Introduced) -> None:
        self._note(
            what, line, source, role=role, text=someone.name, second=someone.second,
            organisation=someone.organisation, title=someone.title, honorific=someone.honorific, more=someone.more,
        )  # fmt: skip

    def _note(
        self, what: What, line: Line, source: str, *, role: str = "", text: str = "", second: str = "",
        organisation: str = "", title: str = "", honorific: str = "", more: str = "", value: int | None = None,
    ) -> None:  # fmt: skip
        self._found.append(
            Finding(
                what=what, line=line.number, source=source, item=len(self._items), role=role, text=text,
                second=second, organisation=organisation, title=title, honorific=honorific, more=more, value=value,
            )
        )  # fmt: skip

    # -- lengths

    def _cue(self, line: Line, source: str, cue: str) -> None:
        self._note(What.CUE, line, source, role=kind_of_cue(cue), text=cue)
        if self._minutes:
            self._minutes[-1] += CUE_MINUTES

    def _speak(self, said: str) -> None:
        if self._minutes:
            self._minutes[-1] += reading_minutes(said, "zh" if is_chinese(said) else "en")

    def _weigh(self) -> None:
        """Give every item the minutes its text takes; what the times of the head leave goes to those who speak.

        A script seldom holds the speeches, so that its text says little of their lengths.
        """
        times = next((times_in(one.source) for one in self._found if one.what is What.TIME), None)
        left = times[2] - times[1] - sum(self._minutes) if times else 0
        talks = [self._found[place].role in (*SPEECHES, "roundtable") for place in self._items]
        weights = [max(minutes, 1) * talk for minutes, talk in zip(self._minutes, talks, strict=True)]
        stretched = [
            minutes + max(left, 0) * weight / (sum(weights) or 1)
            for minutes, weight in zip(self._minutes, weights, strict=True)
        ]
        for place, minutes in zip(self._items, _whole(stretched), strict=True):
            self._found[place] = replace(self._found[place], value=minutes)


def _whole(minutes: Sequence[float]) -> list[int]:
    """Whole minutes, at least one each, with the sum of the exact ones where that can be; the longest give way."""
    whole = [max(1, min(round(each), MIDNIGHT)) for each in minutes]
    while (over := sum(whole) - max(round(sum(minutes)), len(whole))) and max(whole) > 1:
        place = whole.index(max(whole))
        whole[place] -= 1 if over > 0 else -1
    return whole


def _mentioned_once(found: Iterable[Finding]) -> Iterator[Finding]:
    """All that was found; of the mentions, the first of everybody who has no part of their own."""
    found = list(found)
    parts = (What.GUEST, What.APPEARANCE, What.STAGE)
    known = [name for one in found if one.what in parts for name in (one.text, one.second) if name]
    for one in found:
        if one.what is What.MENTION:
            if any(same_person(one.text[-len(name) :], name) for name in known):
                continue
            known.append(one.text)
        yield one


def _clause(sentence: str, place: int) -> str:
    """The part of a sentence between commas that holds a place."""
    begin = max(sentence.rfind(mark, 0, place) for mark in "，,：") + 1
    ends = [end for mark in "，,。！" if (end := sentence.find(mark, place)) >= 0]
    return sentence[begin : min(ends, default=len(sentence))]


def _is_spoken(text: str) -> bool:
    """Whether a line is said aloud: it greets, or ends as a sentence does."""
    return text.rstrip(SPACE).endswith(("。", "！", "!", "？", "?", ".", "，")) or bool(
        re.match(r"(?:尊敬的|各位|女士们|Good (?:morning|afternoon|evening)|Ladies|Distinguished|Dear)", text)
    )


def _people_in(lines: Iterable[Line]) -> Iterator[Introduced]:
    """Everybody whom a line or a sentence introduces, anywhere."""
    for line in lines:
        if len(line.text) <= LONGEST_ENTRY and (someone := introduction(line.text)):
            yield someone
        else:
            yield from (someone for sentence in sentences(line.text) for someone in invited(sentence))


def _names_in(lines: Iterable[Line]) -> Iterator[str]:
    for someone in _people_in(lines):
        yield from filter(None, (someone.name, someone.second))
