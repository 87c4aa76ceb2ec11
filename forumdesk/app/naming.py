"""How a person's posts read on paper and in lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from forumdesk.domain.agenda import Appearance
from forumdesk.domain.event import Event
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.text import Text
from forumdesk.store.screens.posts import held_posts
from forumdesk.store.work import Look

_UNSPACED = ("zh", "ja")
"""Languages that write organisation and title as one word, in this order."""


def one_post(organisation: str, title: str, language: str) -> str:
    """A post in one language: 工业和信息化部副部长, or Vice Minister, Ministry of Industry.

    Between a Latin word and a Chinese one stands a space.
    """
    if language not in _UNSPACED:
        return ", ".join(part for part in (title, organisation) if part)
    latin_seam = "!" <= organisation[-1:] <= "~" and title
    return f"{organisation} {title}" if latin_seam else organisation + title


def posts_of_all(look: Look) -> Posts:
    """Every person's posts, read once."""
    return look.once(posts_of_all, lambda: Posts(look, look.all(Event)[0]))


class Posts:
    """Every person's posts."""

    def __init__(self, look: Look, event: Event) -> None:
        self._languages = event.languages
        self._organisations: Mapping[UUID, Organisation] = {row.id: row for row in look.all(Organisation)}
        self._by_person: dict[UUID, list[tuple[UUID, Text]]] = {}
        for person, organisation, title in held_posts(look):
            self._by_person.setdefault(person, []).append((organisation, title))

    def organisation(self, row_id: UUID) -> Organisation:
        """An organisation."""
        return self._organisations[row_id]

    def called(self, organisation_id: UUID) -> Text:
        """What an organisation is called beside other words: its official name, or a short one."""
        return Text(self._short(organisation_id, 0), self._short(organisation_id, 1))

    def main(self, person: Person) -> tuple[Text, Text]:
        """The organisation's name and the title of a person's main post; empty where there is none."""
        posts = self._by_person.get(person.id)
        if not posts:
            return Text(), Text()
        organisation, title = posts[0]
        return self._organisations[organisation].name, title

    def of(self, person: Person, appearance: Appearance | None = None) -> Text:
        """All of a person's posts as a text, or what they appear as this time."""
        pairs: Sequence[tuple[UUID | None, Text]] = self._by_person.get(person.id, ())
        if appearance is not None and (appearance.organisation_id or appearance.title):
            usual, usual_title = next(iter(pairs), (None, Text()))
            pairs = [(appearance.organisation_id or usual, appearance.title or usual_title)]
        return Text(self._join(pairs, 0), self._join(pairs, 1))

    def _join(self, pairs: Sequence[tuple[UUID | None, Text]], side: int) -> str:
        language = self._languages[side]
        return ("、" if language in _UNSPACED else "; ").join(
            one_post(self._short(organisation_id, side), title.side(side), language)
            for organisation_id, title in pairs
        )

    def _short(self, organisation_id: UUID | None, side: int) -> str:
        """The official name where the language is terse; where it is not, the short one does."""
        if organisation_id is None:
            return ""
        organisation = self._organisations[organisation_id]
        short = (organisation.short_name.first, organisation.short_name.second)[side]
        return organisation.name.side(side) if self._languages[side] in _UNSPACED or not short else short
