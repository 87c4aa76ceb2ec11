"""A post at an organisation that is entered together with it, as one step."""

from __future__ import annotations

from uuid import UUID

from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import AddOrganisation, AddPost, EditPost
from forumdesk.base.words import NOOP
from forumdesk.domain.people import Post
from forumdesk.domain.text import Text
from forumdesk.store.work import Work


class PostAtNew(Command, frozen=True, kw_only=True):
    """Enter an organisation and give a person a post there; a post that exists moves there with its title."""

    step = NOOP("Post at a new organisation")

    person: UUID
    name: Text
    post: UUID
    organisation: UUID

    def run(self, work: Work) -> None:
        """Add the organisation, and add or change the post."""
        AddOrganisation(id=self.organisation, name=self.name).run(work)
        if work.find(Post, self.post) is None:
            AddPost(id=self.post, person=self.person, organisation=self.organisation).run(work)
        else:
            EditPost(id=self.post, organisation=self.organisation).run(work)
