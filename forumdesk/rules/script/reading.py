"""A script or record, read from its first line to its last: whose turn it is, and in which agenda item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from forumdesk.rules.script import ceremonies, items, organisers
from forumdesk.rules.script.counts import countdown, counts, number
from forumdesk.rules.script.cues import cues_alone, cues_inside
from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.headings import date_in, heading, place_behind, times_in, title_line
from forumdesk.rules.script.items import CEREMONIAL, SPEECHES, Announced
from forumdesk.rules.script.notebook import Notebook
from forumdesk.rules.script.pairs import pair, pairs_in
from forumdesk.rules.script.people import ASKS, Introduced, asked_again, introduction, invited, mentioned
from forumdesk.rules.script.prose import SPACE, Line, sentences, simplified
from forumdesk.rules.script.turns import Turn, turn_of

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
_REPORTS = re.compile(r"专题|报告|\breport", re.IGNORECASE)


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
        self._notes = Notebook()
        self._names = list(_names_in(lines))
        self._organisations = [someone.organisation for someone in _people_in(lines) if someone.organisation]
        self._has_hosts = any(turn.host for line in lines if (turn := turn_of(line.text, (), after_gap=False)))
        self._host_speaks = False
        self._began = False
        self._section = "report"
        self._lead = ""

    def whole(self) -> list[Finding]:
        """Read all lines."""
        before = -1
        for line in self._lines:
            self._read(line, after_gap=line.number - before > 1)
            before = line.number
        return list(self._notes.whole())

    def _read(self, line: Line, *, after_gap: bool) -> None:
        if (cues := cues_alone(line.text)) and (self._began or not date_in(line.text)):
            for cue in cues:
                self._notes.note_cue(line, line.text, cue)
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
        self._notes.note_said(said)
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
        if not labelled and not self._notes.has(What.THEME) and (title := title_line(line.text)):
            self._notes.note(What.THEME, line, line.text, text=title)
        if field == "theme":
            self._notes.drop(What.THEME)
            self._notes.note(What.THEME, line, line.text, text=value)
        if place := value if field == "place" else place_behind(value):
            self._notes.note(What.PLACE, line, line.text, text=place)
        if (date := date_in(value)) and not self._notes.has(What.DATE):
            self._notes.note(What.DATE, line, line.text, text=date[0])
        if (times := times_in(value)) and not self._notes.has(What.TIME):
            self._notes.note(What.TIME, line, line.text, text=times[0])
        for role, name in organisers.labelled(line.text, self._organisations):
            self._notes.note(What.ORGANISER, line, line.text, role=role, text=name)

    def _turn(self, line: Line, turn: Turn) -> None:
        self._lead = ""
        if turn.host:
            self._begin_script()
            return
        self._began, self._host_speaks = True, False
        if not self._notes.appears(turn.label):
            if self._notes.kind == "roundtable":
                self._notes.note(What.APPEARANCE, line, line.text, role="panelist", text=turn.label)
            else:
                self._notes.begin(Announced(self._section, ""), line, line.text)
                self._notes.note(What.APPEARANCE, line, line.text, role="speaker", text=turn.label)
        elif not self._notes.appears(turn.label, exactly=True) and not self._notes.holds(What.SPELLING):
            self._notes.note(What.SPELLING, line, line.text, text=turn.label)
        self._notes.note(What.TURN, line, line.text, text=turn.label)

    def _speech(self, line: Line, said: str) -> None:
        """What a guest says: the theme of their speech, and whom they mention."""
        if self._notes.kind in SPEECHES:
            theme = next(filter(None, map(items.own_theme, sentences(said))), "")
            if theme:
                self._notes.retitle(line, said, theme)
        for sentence in sentences(said):
            for someone in mentioned(sentence):
                self._notes.note_person(What.MENTION, line, sentence, "", someone)

    # -- what the host says

    def _host(self, line: Line, said: str) -> None:
        if part := items.section(said):
            self._announce(part, line, said)
            self._lead = said
            return
        if self._entry(line, said):
            self._notes.note(What.LINE, line, line.text, text=said)
            return
        if not self._notes.kind:
            self._notes.begin(Announced("opening", ""), line, line.text)
        for sentence in sentences(said):
            self._sentence(line, sentence)
        self._lead = said
        self._notes.note(What.LINE, line, line.text, text=said)

    def _entry(self, line: Line, said: str) -> bool:
        """A line of a list: one person introduced, or one pair; what it is of, the lead above says."""
        if (
            len(said) > LONGEST_ENTRY
            or not self._lead
            or ASKS.search(said)
            or said.endswith(("！", "？", "!", "?", "：", ":"))
        ):
            return False
        if self._notes.kind == "signing" and (parties := pair(said, self._organisations)):
            self._notes.note(What.PAIR, line, said, text=parties[0], second=parties[1])
            return True
        someone = introduction(said)
        if someone is None:
            return False
        self._place(line, said, someone, self._lead)
        return True

    def _sentence(self, line: Line, sentence: str) -> None:
        for cue in cues_inside(sentence):
            self._notes.note_cue(line, sentence, cue)
        for role, name in organisers.in_sentence(sentence, self._organisations):
            self._notes.note(What.ORGANISER, line, sentence, role=role, text=name)
        if self._notes.kind == "opening" and (title := items.introducing(sentence)):
            self._notes.retitle(line, sentence, title)
        if found := items.announced(sentence):
            self._announce(found, line, sentence)
        elif (watched := items.film(sentence)) is not None and self._notes.kind not in CEREMONIAL:
            self._announce(Announced("video", watched), line, sentence)
        named = list(invited(sentence))
        others = [
            name
            for name in self._notes.introduced()
            if not self._notes.appears(name) and not any(name in (one.name, one.second) for one in named)
        ]
        for someone in sorted((*named, *asked_again(sentence, others)), key=lambda one: sentence.find(one.name)):
            self._invite(line, sentence, someone)
        if self._notes.kind in (*CEREMONIAL, "roundtable"):
            self._ceremony(line, sentence)

    def _announce(self, found: Announced, line: Line, sentence: str) -> None:
        """Begin an item, or the part of the programme that speeches belong to."""
        if found.kind in SPEECHES:
            self._section = found.kind
        elif not self._is_same(found):
            self._notes.begin(found, line, sentence)

    def _is_same(self, found: Announced) -> bool:
        """Whether this is the current item, announced once more."""
        if found.kind != self._notes.kind:
            return False
        title = self._notes.title
        acted = self._notes.holds(What.STAGE, What.PAIR, What.APPEARANCE)
        return not acted or not found.title or not title or found.title in title or title in found.title

    def _invite(self, line: Line, sentence: str, someone: Introduced) -> None:
        """Somebody is named in a sentence of the host's: who they are to the item follows from what it says."""
        before = sentence[: sentence.find(someone.name)]
        if (
            self._notes.kind == "opening"
            and _SELF.search(before)
            and not self._notes.holds(What.APPEARANCE, role="mc")
        ):
            self._notes.note_person(What.APPEARANCE, line, sentence, "mc", someone)
        elif not self._gives_speech(sentence) and (
            self._notes.kind in (*CEREMONIAL, "roundtable") or _GUESTS.search(before)
        ):
            self._place(line, sentence, someone, sentence)
        elif (speech := items.speech_in(sentence)) or re.search(r"有请|give the floor|welcome|invite", before):
            self._begin_speech(line, sentence, speech)
            self._notes.note_person(What.APPEARANCE, line, sentence, "speaker", someone)

    def _gives_speech(self, sentence: str) -> bool:
        stage = _TO_STAGE.search(sentence) or _PANEL.search(sentence) or _MODERATES.search(sentence)
        return items.speech_in(sentence) is not None and not stage

    def _begin_speech(self, line: Line, sentence: str, speech: Announced | None) -> None:
        kind = speech.kind if speech else self._section
        if speech and kind == "report" and not _REPORTS.search(speech.title):
            kind = self._section
        title = items.theme_of_speech(sentence) or (speech.title if speech else "")
        self._notes.begin(Announced(kind, title), line, sentence)

    def _place(self, line: Line, sentence: str, someone: Introduced, lead: str) -> None:
        """Enter somebody of a list as guest, panelist, moderator or on stage, once."""
        if self._notes.kind == "roundtable":
            asked = sentence[: sentence.find(someone.name)]
            moderates = _MODERATES.search(asked) or _HAS_MODERATED.search(sentence[sentence.find(someone.name) :])
            role = (
                "moderator" if moderates and not self._notes.holds(What.APPEARANCE, role="moderator") else "panelist"
            )
            if not self._notes.appears(someone.name):
                self._notes.note_person(What.APPEARANCE, line, sentence, role, someone)
        elif self._notes.kind in CEREMONIAL:
            role = ceremonies.role_on_stage(self._notes.kind, lead)
            if not self._notes.appears(someone.name):
                self._notes.note_person(What.STAGE, line, sentence, role, someone)
        elif _GUESTS.search(lead) or self._notes.kind == "opening":
            if not self._notes.is_guest(someone.name):
                self._notes.note_person(What.GUEST, line, sentence, "", someone)
        elif not self._notes.appears(someone.name):
            self._notes.note_person(What.APPEARANCE, line, sentence, "speaker", someone)
        self._lead = lead

    def _ceremony(self, line: Line, sentence: str) -> None:
        """What belongs to a ceremony: its batch, counts, pairs, countdown, and who stays on stage."""
        kind = self._notes.kind
        if (batch := ceremonies.batch_in(sentence)) and not self._notes.holds(What.BATCH):
            self._notes.note(What.BATCH, line, sentence, text=batch)
        for count in counts(sentence):
            role = ceremonies.meaning_of_count(kind, sentence, count.place)
            if role == "announced" and self._notes.holds(What.COUNT, role=role):
                role = "said"
            self._notes.note(What.COUNT, line, sentence, role=role, text=count.text, value=count.value)
        if (down := countdown(sentence)) and not self._notes.holds(What.COUNTDOWN):
            self._notes.note(What.COUNTDOWN, line, sentence, text=down, value=number(re.split(r"\W", down)[0]))
        if kind == "signing":
            for one, other in pairs_in(sentence, self._organisations):
                self._notes.note(What.PAIR, line, sentence, text=one, second=other)
        if (stays := ceremonies.staying_in(sentence)) and kind in CEREMONIAL:
            self._notes.note(What.STAY, line, sentence, text=stays)


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
