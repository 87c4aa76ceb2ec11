"""How far papers and plaques are, in words."""

from __future__ import annotations

from forumdesk.base.words import NOOP

AGREEMENT = {
    "draft": NOOP("Draft"),
    "final": NOOP("Final"),
    "printed": NOOP("Printed"),
    "bound": NOOP("Bound"),
    "on-the-table": NOOP("On the table"),
    "signed": NOOP("Signed"),
    "exchanged": NOOP("Exchanged"),
}
"""An agreement's states, in their order."""

ARTWORK = {
    "none": NOOP("Not begun"),
    "drawn": NOOP("Drawn"),
    "approved": NOOP("Approved"),
    "made": NOOP("Made"),
}
"""A plaque's states, in their order."""

SIDES = {"host": NOOP("Host party"), "guest": NOOP("Guest party")}
"""Whose guest a party of an agreement is."""

HANDS = {
    "left-hand": NOOP("No. 2 at the left hand of No. 1"),
    "right-hand": NOOP("No. 2 at the right hand of No. 1"),
}
"""The rule of the rostrum."""
