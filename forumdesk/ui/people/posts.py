"""The posts of a person: organisation by typing, title in both languages; the first is the main one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.text import Text
from forumdesk.ui.parts.field import PairField
from forumdesk.ui.people.blocks import Block, IconButton, clear, in_reading_order
from forumdesk.ui.people.names import NameField, Names
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.store.screens.cards import PostRow


class PostsBlock(Block):
    """Asks for commands (`asked`); a name that no organisation has is a new one (`is_new` says it)."""

    asked = Signal(object)
    is_new = Signal(str)

    def __init__(self, organisations: Names) -> None:
        self.add = IconButton("plus")
        super().__init__(self.add)
        self._organisations = organisations
        self._theme = LIGHT
        self._screen: Screen | None = None
        self._person: UUID | None = None
        self._wanted: UUID | None = None
        self.entries: list[_Entry] = []
        self.add.clicked.connect(self._on_add)

    def show_posts(self, person: UUID, posts: Sequence[PostRow], screen: Screen) -> None:
        """Take in the posts as they are now; what is being typed in one stays."""
        same_person, self._person, self._screen = person == self._person, person, screen
        self.heading.setText(screen.say("Posts"))
        self.add.name(screen.say("Add post"))
        ids = [post.id for post in posts]
        known = [entry.post for entry in self.entries if entry.post is not None]
        drafts = [entry for entry in self.entries if entry.post is None]
        if not same_person or known != ids or (drafts and self._wanted in ids):
            clear(self.body)
            self.entries = [self._entry(post.id) for post in posts]
        for place, (entry, post) in enumerate(zip(self.entries, posts, strict=False)):
            entry.show_post(post, screen)
            for button in (entry.up, entry.down):
                button.setVisible(len(posts) > 1)
            entry.up.setEnabled(place > 0)
            entry.down.setEnabled(place < len(posts) - 1)
        in_reading_order(self.add, *(part for entry in self.entries for part in entry.parts))
        for entry in self.entries:
            if entry.post is not None and entry.post == self._wanted:
                self._wanted = None
                entry.title.setFocus()

    def speak(self, screen: Screen) -> None:
        """Name everything in another language."""
        for entry in self.entries:
            entry.speak(screen)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.add.wear(theme)
        for entry in self.entries:
            entry.wear(theme)

    def finish(self) -> None:
        """Take what is typed."""
        for entry in self.entries:
            entry.organisation.finish()
            entry.title.finish()

    def _entry(self, post: UUID | None) -> _Entry:
        entry = _Entry(self._organisations, post)
        entry.wear(self._theme)
        if self._screen is not None:
            entry.speak(self._screen)
        entry.organisation.changed.connect(partial(self._on_organisation, post))
        entry.title.changed.connect(partial(self._on_title, post))
        if post is not None:
            entry.up.clicked.connect(partial(self._move, post, -1))
            entry.down.clicked.connect(partial(self._move, post, 1))
        entry.remove.clicked.connect(partial(self._remove, entry))
        self.body.addWidget(entry)
        return entry

    def _on_add(self) -> None:
        drafts = [entry for entry in self.entries if entry.post is None]
        if not drafts:
            draft = self._entry(None)
            draft.be_draft()
            self.entries.append(draft)
            drafts = [draft]
        drafts[0].organisation.setFocus()

    def _on_organisation(self, post: UUID | None, typed: str) -> None:
        from forumdesk.app.commands.people import AddPost, EditPost
        from forumdesk.app.new_organisations import PostAtNew

        person, meant = self._person, self._organisations.meant(typed)
        if not typed or person is None:
            return
        wanted = post or uuid4()
        self._wanted = None if post else wanted
        if meant is None:
            self.is_new.emit(typed)
            name = self._screen.written(Text(), typed) if self._screen else Text(typed)
            self.asked.emit(PostAtNew(person=person, name=name, post=wanted, organisation=uuid4()))
        elif post is None:
            self.asked.emit(AddPost(id=wanted, person=person, organisation=meant))
        else:
            self.asked.emit(EditPost(id=post, organisation=meant))

    def _on_title(self, post: UUID | None, title: Text) -> None:
        from forumdesk.app.commands.people import EditPost

        if post is not None:
            self.asked.emit(EditPost(id=post, title=title))

    def _move(self, post: UUID, by: int) -> None:
        from forumdesk.app.commands.people import MovePost

        ids = [entry.post for entry in self.entries if entry.post is not None]
        target = ids.index(post) + by
        ids.remove(post)
        self.asked.emit(MovePost(id=post, after=ids[target - 1] if target else None))

    def _remove(self, entry: _Entry) -> None:
        from forumdesk.app.commands.people import RemovePost

        if entry.post is not None:
            self.asked.emit(RemovePost(id=entry.post))
            return
        self.entries.remove(entry)
        entry.hide()
        entry.deleteLater()


class _Entry(QWidget):
    """One post; a draft (`post` is None) has no title before it has an organisation."""

    def __init__(self, organisations: Names, post: UUID | None) -> None:
        super().__init__()
        self.post = post
        self.organisation, self.title = NameField(organisations), PairField()
        self.up, self.down, self.remove = IconButton("arrow-up"), IconButton("arrow-down"), IconButton("x")
        self.parts = self.organisation, self.up, self.down, self.remove, *self.title.fields
        """What Tab goes through."""
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        for part, stretch in ((self.organisation, 1), (self.up, 0), (self.down, 0), (self.remove, 0)):
            top.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.title)

    def be_draft(self) -> None:
        """Ask for an organisation first."""
        for part in (self.up, self.down, self.title):
            part.hide()

    def show_post(self, post: PostRow, screen: Screen) -> None:
        """Take in the post as it is now."""
        self.organisation.show_value(screen.text(post.organisation))
        self.title.show_value(post.title)

    def speak(self, screen: Screen) -> None:
        """Name everything in another language."""
        self.organisation.setAccessibleName(screen.say("Organisation"))
        self.organisation.setPlaceholderText(screen.say("Organisation"))
        self.title.speak(screen, screen.say("Title"))
        self.up.name(screen.say("Move up"))
        self.down.name(screen.say("Move down"))
        self.remove.name(screen.say("Remove post"))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.organisation.wear(theme)
        for button in (self.up, self.down, self.remove):
            button.wear(theme)
