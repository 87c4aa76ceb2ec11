"""Every table of an event, in one place: importing this module maps all entities."""

from __future__ import annotations

from forumdesk.domain import (
    agenda,
    attendance,
    event,
    people,
    plaques,
    printing,
    script,
    signing,
    stage,
)
from forumdesk.domain.entity import Entity
from forumdesk.store import journal

METADATA = Entity.metadata
MAPPED = (agenda, attendance, event, journal, people, plaques, printing, script, signing, stage)
