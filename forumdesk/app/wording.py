"""What the codes in the data are called, on the screen and in lists."""

from __future__ import annotations

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP, Term, Words

CODES = {
    "vip": NOOP("VIP"),
    "speaker": NOOP("Speaker"),
    "delegate": NOOP("Delegate"),
    "press": NOOP("Press"),
    "staff": NOOP("Staff"),
    "invited": NOOP("Invited"),
    "confirmed": NOOP("Confirmed"),
    "declined": NOOP("Declined"),
    "sends-deputy": NOOP("Sends a deputy"),
    "arrived": NOOP("Arrived"),
    "opening": NOOP("Opening"),
    "remarks": NOOP("Remarks"),
    "keynote": NOOP("Keynote"),
    "report": NOOP("Report"),
    "launch": NOOP("Launch"),
    "initiative": NOOP("Initiative"),
    "signing": NOOP("Signing"),
    "plaque": NOOP("Award"),
    "unveiling": NOOP("Unveiling"),
    "roundtable": NOOP("Roundtable"),
    "video": NOOP("Video"),
    "break": NOOP("Break"),
    "closing": NOOP("Closing"),
    "mc": NOOP("Master of ceremonies"),
    "moderator": NOOP("Moderator"),
    "panelist": NOOP("Panelist"),
    "presenter": NOOP("Presenter"),
    "recipient": NOOP("Recipient"),
    "signatory": NOOP("Signatory"),
    "witness": NOOP("Witness"),
    "launcher": NOOP("Launches"),
    "unveiler": NOOP("Unveils"),
}


class NoSuchChoice(Refused):
    """A text that is none of a short list. Facts: typed, choices."""

    code = "no-such-choice"
    sentence = NOOP("“{typed}” is none of these: {choices}.")


def term(code: str) -> Term:
    """A code as a fact of a sentence, to be read by its name."""
    return Term(code, CODES.get(code, code))


def say_code(words: Words, code: str) -> str:
    """A code's name; an open list may hold one that has none, and then it names itself."""
    return words.say(CODES.get(code, code))
