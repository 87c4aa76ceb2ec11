"""The settings: how the screen is, and what holds for the event as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.base.words import NOOP
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.field import ChoiceField, LineField, PairField, field_sheet, name_field
from forumdesk.ui.parts.head import MARGIN, Head
from forumdesk.ui.parts.picture import PictureField
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.tab_order import follow_layout
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.settings.fonts import Fonts
from forumdesk.ui.settings.organisers import Organisers
from forumdesk.ui.settings.places import Forums, Halls
from forumdesk.ui.settings.reading import a_colour, a_date, a_zone, manners
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.settings import EventFacts
    from forumdesk.store.work import Look

WIDTH, LABELS, SHORT = 720, 120, 160
THEMES = {"light": NOOP("Light colours"), "dark": NOOP("Dark colours"), "system": NOOP("As the system")}
SCREENS = {"zh": "中文", "en": "English"}


class SettingsPage(Page):
    """This screen; the event, its organisers, forums, halls and fonts. Every change is a step, or remembered."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self._facts: EventFacts | None = None
        self._labels: list[tuple[QLabel, QWidget, Callable[[Screen], str]]] = []
        self._headings: list[tuple[Label, Callable[[Screen], str]]] = []
        self.head = Head()
        self.language, self.theme = Segment(), Segment()
        self.language.chosen.connect(partial(around.choose, "language"))
        self.theme.chosen.connect(partial(around.choose, "theme"))
        self.title, self.kicker, self.venue = PairField(), PairField(), PairField()
        self.hints, self.contacts = PairField(lines=True), PairField(lines=True)
        self.starts = LineField(a_date, lambda day: day.isoformat() if day else "")
        self.zone = LineField(a_zone)
        self.manner, self.accent = ChoiceField(), LineField(a_colour)
        self.accent.begin("")
        self.accent.setPlaceholderText("#RRGGBB")
        self.zone.begin("")
        self.logo = PictureField(around.operations, lambda: partial(_give, "logo"), screen, icon="sparkles")
        self.seal = PictureField(around.operations, lambda: partial(_give, "seal"), screen, icon="award")
        self.organisers = Organisers(around.operations, screen)
        self.forums, self.halls = Forums(screen), Halls(screen)
        self.fonts = Fonts(around.operations, screen)
        self._tables = self.organisers, self.forums, self.halls, self.fonts
        self._arrange()
        for table in self._tables:
            table.asked.connect(around.operations.run)
            table.refused.connect(around.refuse)
        for name, field in self._fields().items():
            field.changed.connect(partial(self._on_event, name))
        for field in (self.starts, self.zone, self.accent):
            field.refused.connect(around.refuse)
        around.operations.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the event anew."""
        self.around.operations.look(_facts, self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("Settings"))
        self.language.offer(list(SCREENS.items()))
        self.theme.offer([(code, screen.words.say(name)) for code, name in THEMES.items()])
        self.language.button(screen.words.language).setChecked(True)
        self._show_theme()
        for heading, say in self._headings:
            heading.setText(say(screen))
        for label, field, say in self._labels:
            name_field(label, field, say(screen))
            if isinstance(field, PairField | PictureField):
                field.speak(screen, say(screen))
        for segment, word in ((self.language, screen.say("Language")), (self.theme, screen.say("Colours"))):
            segment.setAccessibleName(word)
        for table in self._tables:
            table.speak(screen)
        if self._facts is not None:
            self._show(self._facts)

    def own_sheet(self, theme: Theme) -> str:
        """The style of its fields and of what only this page has."""
        return field_sheet(theme)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        for table in self._tables:
            table.view.painter.wear(theme)
        self.logo.wear(theme)
        self.seal.wear(theme)
        self._show_theme()

    def settle(self) -> None:
        """Take the keyboard to the first field."""
        self.language.button(self.language.code).setFocus()

    def _show_theme(self) -> None:
        chosen = str(self.around.settings.value("theme") or "system")
        if self.theme.code:
            self.theme.button(chosen if chosen in THEMES else "system").setChecked(True)

    def _fields(self) -> dict[str, Any]:
        """The event's fields by the names the command knows them by."""
        return {
            "title": self.title, "kicker": self.kicker, "venue": self.venue,
            "hints": self.hints, "contacts": self.contacts, "starts": self.starts, "time_zone": self.zone,
            "theme": self.manner, "accent": self.accent,
        }  # fmt: skip

    def _show(self, facts: EventFacts) -> None:
        self._facts = facts
        self.manner.offer([(code, self.screen_of.words.say(title)) for code, title in manners().items()])
        for name, field in self._fields().items():
            field.show_value(getattr(facts, name))
        self.logo.show_picture(facts.logo)
        self.seal.show_picture(facts.seal)
        self.organisers.show_organisers(facts.organisers, facts.forums)
        self.forums.halls = facts.halls
        self.forums.show_rows(facts.forums)
        self.halls.show_rows(facts.halls)
        self.fonts.show_rows(facts.fonts)
        follow_layout(self)

    def _arrange(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("page")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(MARGIN, 8, MARGIN, 24)
        column.setSpacing(8)
        self._block(column, lambda s: s.say("This screen"), (
            (lambda s: s.say("Language"), self.language), (lambda s: s.say("Colours"), self.theme),
        ))  # fmt: skip
        self._block(column, lambda s: s.say("Event"), (
            (lambda s: s.say("Event title"), self.title), (lambda s: s.say("Part of"), self.kicker),
            (lambda s: s.say("Venue"), self.venue), (lambda s: s.say("First day"), self.starts),
            (lambda s: s.say("Time zone"), self.zone), (lambda s: s.say("Logo"), self.logo),
            (lambda s: s.say("Seal"), self.seal), (lambda s: s.say("Style of the papers"), self.manner),
            (lambda s: s.say("Colour of the papers"), self.accent),
        ))  # fmt: skip
        self._block(column, lambda s: s.say("In the booklet"), (
            (lambda s: s.say("Notes for guests"), self.hints), (lambda s: s.say("Contacts"), self.contacts),
        ))  # fmt: skip
        for table in self._tables:
            column.addWidget(table)
        column.addStretch(1)
        for field in (self.starts, self.zone, self.manner, self.accent):
            field.setFixedWidth(SHORT)
        self._body.setMaximumWidth(WIDTH)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._body)
        scroll.setObjectName("sheet")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(scroll, 1)

    def _block(
        self,
        column: QVBoxLayout,
        title: Callable[[Screen], str],
        rows: tuple[tuple[Callable[[Screen], str], QWidget], ...],
    ) -> None:
        heading = Label("section")
        self._headings.append((heading, title))
        column.addSpacing(8)
        column.addWidget(heading)
        form = _form()
        for say, field in rows:
            label = _label()
            self._labels.append((label, field, say))
            form.addRow(label, field)
        column.addLayout(form)

    def _on_event(self, name: str, value: object) -> None:
        from msgspec.structs import replace

        from forumdesk.app.commands.event import EditEvent

        self.around.operations.run(replace(EditEvent(), **{name: value}))

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens.settings import READS

        if changes.rows.keys() & READS:
            self.refresh()


def _label() -> Label:
    label = Label("second")
    label.setFixedWidth(LABELS)
    return label


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(6)
    return form


def _give(kind: Literal["logo", "seal"], picture: bytes | None) -> Command:
    from forumdesk.app.commands.pictures import SetEventPicture

    return SetEventPicture(kind=kind, picture=picture)


def _facts(look: Look) -> EventFacts:
    from forumdesk.store.screens.settings import event_facts

    return event_facts(look)
