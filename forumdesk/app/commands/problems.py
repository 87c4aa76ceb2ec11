"""Findings of the checks that somebody accepts."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from forumdesk.app.checking import check
from forumdesk.app.commands.command import Command, new_id
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.event import Acceptance
from forumdesk.store.work import Work


class NoSuchProblem(Refused):
    """The checks find nothing of that code there. Facts: code."""

    code = "no-such-problem"
    sentence = NOOP("The checks find no problem “{code}” there now.")


class AcceptProblem(Command, frozen=True, kw_only=True):
    """Accept a finding of the checks, with a reason; it counts again when what was found changes.

    Where several of one code are about the same row, `facts_hash` says which; without it, it is the first.
    """

    step = NOOP("Accept problem")

    code: str
    subject: UUID
    reason: Annotated[str, Meta(min_length=1)]
    facts_hash: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Keep the finding's hash with the reason."""
        found = [problem for problem in check(work) if (problem.code, problem.id) == (self.code, self.subject)]
        meant = [problem for problem in found if self.facts_hash in ("", problem.facts_hash)]
        if not meant:
            raise NoSuchProblem(code=self.code)
        others = {problem.facts_hash for problem in found} - {meant[0].facts_hash}
        for old in work.all(Acceptance, code=self.code, subject=self.subject):
            if old.facts_hash not in others:
                work.remove(old)
        work.add(
            Acceptance(
                id=self.id,
                code=self.code,
                subject=self.subject,
                facts_hash=meant[0].facts_hash,
                reason=self.reason,
            )
        )


class WithdrawAcceptance(Command, frozen=True, kw_only=True):
    """Let an accepted finding count again; without a `facts_hash`, all of that code about the row."""

    step = NOOP("Withdraw acceptance")

    code: str
    subject: UUID
    facts_hash: str = ""

    def run(self, work: Work) -> None:
        """Take the acceptance out."""
        for row in work.all(Acceptance, code=self.code, subject=self.subject):
            if self.facts_hash in ("", row.facts_hash):
                work.remove(row)
