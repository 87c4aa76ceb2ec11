"""The right of the editor: the chosen element, or the page, in numbers and words."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.base.words import NOOP
from forumdesk.ui.parts.field import ChoiceField, LineField, TextField, field_sheet, name_field
from forumdesk.ui.parts.head import MARGIN
from forumdesk.ui.parts.picture import PictureField
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.tab_order import follow_layout
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.templates.arrange_bar import ArrangeBar
from forumdesk.ui.templates.draft import Draft
from forumdesk.ui.templates.numbers import LengthField
from forumdesk.ui.templates.wording import COLOURS, FACES, KINDS
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from forumdesk.app.commands.command import Command
    from forumdesk.documents.cards.layout import AnyElement
    from forumdesk.documents.themes import Area
    from forumdesk.ui.operations import Operations

WIDTH, LABELS = 340, 92
_MM = {
    "x": NOOP("From the left"), "y": NOOP("From the top"), "width": NOOP("Width"), "height": NOOP("Height"),
    "below": NOOP("Below the line above"), "radius": NOOP("Radius"), "side": NOOP("Side"),
    "pitch": NOOP("Line height"),
    "weight": NOOP("Thickness"), "dash": NOOP("Dash"), "bleed": NOOP("Bleed"), "slug": NOOP("Margin for marks"),
}  # fmt: skip
_ROWS = {
    "text": (
        "content", "field", "x", "y", "below", "width", "lines", "align", "face", "size", "smallest", "pitch",
        "tracking", "colour", "language", "when", "printed",
    ),
    "picture": ("x", "y", "width", "height", "source", "picture", "cover", "when"),
    "rule": ("x", "y", "width", "height", "weight", "colour", "when"),
    "rectangle": ("x", "y", "width", "height", "weight", "colour", "when", "printed"),
    "ring": ("x", "y", "radius", "weight", "dash", "colour", "when"),
    "qr": ("x", "y", "side", "content", "field", "when"),
    "frame": ("x", "y", "width", "height", "when"),
    "page": ("page_width", "page_height", "bleed", "slug", "background"),
}  # fmt: skip
"""What there is to say of each kind, from top to bottom."""
_TOGETHER = ("align", "face", "size", "smallest", "pitch", "tracking", "weight", "colour", "when", "printed")
"""What several may be given at once."""
OWN, ANOTHER = "own", "another"
MOST_SAMPLE = 18
"""Characters of a field's sample in the menu."""


class Inspector(QFrame):
    """Shows what is chosen; every change is one step. `refused` says what cannot be."""

    refused = Signal(object)

    def __init__(
        self, draft: Draft, areas: Callable[[], Mapping[int, Area]], operations: Operations, screen: Screen
    ) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH)
        self._draft, self._screen, self._theme = draft, screen, LIGHT
        self._shown = ""
        self.heading, self.arrange = Label("section"), ArrangeBar(draft, areas)
        self.fields: dict[str, Any] = {}
        self._labels: dict[str, Label] = {}
        self.menu = QMenu(self)
        self._make(operations)
        self._arrange()
        draft.changed.connect(self.show_draft)
        draft.chosen.connect(self.show_draft)

    def _make(self, operations: Operations) -> None:
        length = partial(LengthField, -3000.0, 3000.0, 0.5)
        self.fields = {
            "content": TextField(), "field": QPushButton(),
            "x": length(), "y": length(), "below": LengthField(0.1, 3000.0, 0.5),
            "width": LengthField(0.0, 3000.0, 0.5), "height": LengthField(0.0, 3000.0, 0.5),
            "radius": LengthField(0.5, 3000.0, 0.5),
            "side": LengthField(1.0, 3000.0, 0.5), "lines": LengthField(1, 40, 1), "align": Segment(),
            "face": ChoiceField(), "size": LengthField(1.0, 2000.0, 0.5), "smallest": LengthField(0.0, 2000.0, 0.5),
            "pitch": LengthField(0.0, 3000.0, 0.1), "tracking": LengthField(-0.5, 3.0, 0.01),
            "weight": LengthField(0.0, 3000.0, 0.05), "dash": LengthField(0.0, 3000.0, 0.1), "colour": ColourField(),
            "source": ChoiceField(), "picture": PictureField(operations, lambda: self._give_picture, self._screen),
            "cover": ChoiceField(), "language": ChoiceField(), "when": ChoiceField(), "printed": ChoiceField(),
            "page_width": LengthField(10.0, 3000.0, 1.0), "page_height": LengthField(10.0, 3000.0, 1.0),
            "bleed": LengthField(0.0, 50.0, 0.5), "slug": LengthField(0.0, 100.0, 0.5),
            "background": PictureField(operations, lambda: self._give_background, self._screen),
        }  # fmt: skip
        for name, field in self.fields.items():
            if isinstance(field, Segment):
                field.chosen.connect(partial(self._on_value, name))
            elif isinstance(field, LineField | TextField | ChoiceField):
                field.changed.connect(partial(self._on_value, name))
            if isinstance(field, LineField | TextField):
                field.refused.connect(self.refused)
        self.fields["field"].setMenu(self.menu)
        self.menu.triggered.connect(lambda action: self.insert_field(action.data()))

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setObjectName("inside")
        grid = QGridLayout(inside)
        grid.setContentsMargins(MARGIN - 8, 4, 16, 16)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(self.fields.items()):
            label = self._labels[name] = Label("second")
            label.setFixedWidth(LABELS)
            label.setContentsMargins(8, 0, 0, 0)
            label.setWordWrap(True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
        grid.setRowStretch(len(self.fields), 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self.heading.setContentsMargins(MARGIN, 12, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        tools = QHBoxLayout()
        tools.setContentsMargins(MARGIN - 8, 0, 16, 4)
        tools.addWidget(self.arrange)
        column.addLayout(tools)
        column.addWidget(self._area, 1)

    # ---- showing

    def show_draft(self) -> None:
        """Show what is chosen, or the page where nothing is."""
        draft = self._draft
        if draft.own is None or draft.layout is None:
            return
        kinds, values = self._kinds, self._values
        self.heading.setText(self._title(kinds))
        # Of another element what is typed is forgotten, of the same one it stays.
        shown = f"{draft.own.id} {draft.places} {kinds}"
        for name, field in self.fields.items():
            is_there = name in values
            field.setVisible(is_there)
            self._labels[name].setVisible(is_there)
            if is_there:
                self._put(field, values[name], fresh=shown != self._shown)
        if shown != self._shown:
            self._shown = shown
            self._offer_fields()
            follow_layout(self)

    @property
    def _kinds(self) -> list[str]:
        from forumdesk.documents.cards.editing import kind_of

        return [kind_of(element) for element in self._draft.elements]

    def _title(self, kinds: Sequence[str]) -> str:
        if len(kinds) > 1:
            return self._screen.say("{count} chosen", count=len(kinds))
        return self._screen.words.say(KINDS[kinds[0]]) if kinds else self._screen.say("Page")

    @property
    def _values(self) -> dict[str, Any]:
        """What the fields read; where several are chosen, what all have, and None where they differ."""
        page = self._draft.layout
        assert page is not None
        elements = self._draft.elements
        if not elements:
            return {
                "page_width": page.width, "page_height": page.height, "bleed": page.bleed, "slug": page.slug,
                "background": page.background,
            }  # fmt: skip
        every = [self._values_of(element) for element in elements]
        if len(every) == 1:
            return every[0]
        shared = [name for name in _TOGETHER if all(name in each for each in every)]
        return {
            name: every[0][name] if all(each[name] == every[0][name] for each in every) else None for name in shared
        }

    def _values_of(self, element: AnyElement) -> dict[str, Any]:
        from forumdesk.documents.cards import editing
        from forumdesk.documents.cards.fill import varied, worded
        from forumdesk.documents.cards.layout import PictureBox, QrCode, TextBox

        draft = self._draft
        values: dict[str, Any] = {name: getattr(element, name) for name in element.__struct_fields__}
        values["printed"] = "yes" if element.printed else ""
        if isinstance(element, TextBox):
            box = varied(element, draft.manner)
            values |= {name: getattr(box, name) for name in box.__struct_fields__ if name not in ("text", "printed")}
            values |= {"x": round(editing.left(box), 2), "content": worded(element, draft.manner), "field": ""}
            values.pop("y" if box.below else "below")
        elif isinstance(element, QrCode):
            values |= {"side": element.size, "content": element.text, "field": ""}
        elif isinstance(element, PictureBox):
            values["cover"] = "yes" if element.cover else ""
            values["source"] = element.source if "{" in element.source else OWN
            if values["source"] == OWN:
                values["picture"] = element.source
        rows = _ROWS[editing.kind_of(element)]
        return {name: value for name, value in values.items() if name in rows}

    def _put(self, field: Any, value: Any, *, fresh: bool) -> None:
        if isinstance(field, Segment):
            field.choose(value)
        elif isinstance(field, PictureField):
            own = self._draft.own
            content = own.setting.pictures.get(value) if own else None
            field.show_picture(sha256(content).hexdigest() if content else "")
        elif isinstance(field, QPushButton):
            pass
        elif fresh:
            field.begin(value)
        else:
            field.show_value(value)

    def _offer_fields(self) -> None:
        """The fields of the document in its menu, by their labels in the reader's language."""
        from forumdesk.documents.cards.kinds import kind

        assert self._draft.own is not None
        self.menu.clear()
        screen = self._screen
        for name, field in kind(self._draft.own.kind).fields.items():
            label, sample = screen.words.say(field.label), screen.text(field.sample).replace("\u200b", "")
            told = screen.say("{label}: {sample}", label=label, sample=_short(sample)) if sample else label
            self.menu.addAction(f"{told}\t{{{name}}}").setData(name)

    # ---- changing

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor stands in the content."""
        content = self.fields["content"]
        content.insertPlainText(f"{{{name}}}")
        content.finish()

    def _on_value(self, name: str, value: Any) -> None:
        draft = self._draft
        if draft.layout is None:
            return
        if not draft.places:
            draft.write(replace(draft.layout, **{name.removeprefix("page_"): value}))
        elif name == "source" and value == OWN:
            self.fields["picture"].setVisible(True)
            self._labels["picture"].setVisible(True)
            self.fields["picture"].show_picture("")
        else:
            draft.put([self._with(element, name, value) for element in draft.elements])

    def _with(self, element: AnyElement, name: str, value: Any) -> AnyElement:
        """An element with what a field says now."""
        from forumdesk.documents.cards import editing
        from forumdesk.documents.cards.fill import varied
        from forumdesk.documents.cards.layout import QrCode, TextBox

        manner = self._draft.manner
        if isinstance(element, TextBox) and name in ("x", "width"):
            box = varied(element, manner)
            begins, width = (value, box.width) if name == "x" else (editing.left(box), value)
            return editing.placed(element, manner, begins=begins, width=width, align=box.align)
        if isinstance(element, TextBox) and name == "align":
            return editing.aligned(element, manner, value)
        if isinstance(element, TextBox) and name == "content":
            return editing.reworded(element, manner, value)
        if isinstance(element, QrCode) and name in ("side", "content"):
            return replace(element, **{"size" if name == "side" else "text": value})
        if name in ("cover", "printed"):
            return replace(element, **{name: bool(value)})
        return editing.changed(element, manner, **{name: value})

    def _give_picture(self, picture: bytes | None) -> Command:
        return self._given("source", picture, "{logo}")

    def _give_background(self, picture: bytes | None) -> Command:
        return self._given("background", picture, "")

    def _given(self, what: str, picture: bytes | None, otherwise: str) -> Command:
        """The step that shows a picture of the layout's own, or takes it away."""
        from forumdesk.app.commands.templates import EditTemplate
        from forumdesk.documents.cards.editing import with_element

        draft, element = self._draft, self._draft.element
        assert draft.own is not None
        assert draft.layout is not None
        key = uuid4()
        named = str(key) if picture is not None else otherwise
        if element is None or what == "background":
            layout = replace(draft.layout, background=named)
        else:
            layout = with_element(draft.layout, draft.place, replace(element, source=named))
        return EditTemplate(id=draft.own.id, layout=layout, pictures={key: picture} if picture else {})

    # ---- language and colours

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        words: dict[str, str] = {name: screen.words.say(word) for name, word in _MM.items()}
        words |= {
            "content": screen.say("Content"), "field": "", "lines": screen.say("Lines"),
            "align": screen.say("Alignment"), "face": screen.say("Face"), "size": screen.say("Size (pt)"),
            "smallest": screen.say("Smallest (pt)"), "tracking": screen.say("Tracking (em)"),
            "colour": screen.say("Colour"), "source": screen.say("Shows"), "picture": screen.say("Picture"),
            "cover": screen.say("Fitting"), "language": screen.say("Text"), "when": screen.say("Stands on"),
            "printed": screen.say("Printing"), "page_width": screen.words.say(_MM["width"]),
            "page_height": screen.words.say(_MM["height"]), "background": screen.say("Paper printed before"),
        }  # fmt: skip
        for name, field in self.fields.items():
            name_field(self._labels[name], field, words[name])
            if isinstance(field, PictureField):
                field.speak(screen, words[name])
        insert = self.fields["field"]
        insert.setText(screen.say("Insert a field"))
        insert.setAccessibleName(screen.say("Insert a field"))
        self.fields["align"].offer(
            [("left", screen.say("Left")), ("centre", screen.say("Centre")), ("right", screen.say("Right"))]
        )
        for name, choices in {
            "face": [(face, screen.words.say(word)) for face, word in FACES.items()],
            "source": [
                ("{logo}", screen.say("Logo")), ("{seal}", screen.say("Seal")), ("{photo}", screen.say("Photo")),
                (OWN, screen.say("A picture of its own")),
            ],
            "cover": [("", screen.say("Whole, inside the box")), ("yes", screen.say("Fills the box"))],
            "language": [("first", screen.say("First language")), ("second", screen.say("Second language"))],
            "when": [
                ("", screen.say("Every page")), ("one", screen.say("Pages in one language")),
                ("two", screen.say("Pages in two languages")),
            ],
            "printed": [("yes", screen.say("On paper")), ("", screen.say("Guide, seen only"))],
        }.items():  # fmt: skip
            self.fields[name].offer(choices)
        self.fields["colour"].speak(screen)
        for field in self.fields.values():
            if isinstance(field, LengthField | ChoiceField):
                field.setPlaceholderText(screen.say("Multiple values"))
        self.arrange.speak(screen)
        self._shown = ""
        self.show_draft()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.arrange.wear(theme)
        self._area.setStyleSheet(field_sheet(theme))
        for field in self.fields.values():
            if isinstance(field, PictureField):
                field.wear(theme)


def _short(sample: str) -> str:
    return sample if len(sample) <= MOST_SAMPLE else f"{sample[:MOST_SAMPLE]}…"


class ColourField(ChoiceField):
    """A colour of the theme by its name, or any other from the system's dialog."""

    def speak(self, screen: Screen) -> None:
        """Name the colours in another language."""
        colours = [(code, screen.words.say(word)) for code, word in COLOURS.items()]
        self.offer([*colours, (ANOTHER, screen.say("Another colour…"))])

    def _on_activated(self) -> None:
        if self.currentData() != ANOTHER:
            super()._on_activated()
            return
        before = QColor(self.value if (self.value or "").startswith("#") else LIGHT.accent)
        chosen = QColorDialog.getColor(before, self)
        if chosen.isValid():
            self.value = chosen.name().upper()
            self.changed.emit(self.value)
        self.begin(self.value)
