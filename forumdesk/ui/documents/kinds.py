"""What can be printed, as the page lists it: in groups, by who it is for."""

from __future__ import annotations

from dataclasses import dataclass

from forumdesk.base.words import NOOP


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of the list. `document` and `certificates` are what the printing knows it by."""

    name: str
    icon: str
    title: str
    what: str
    document: str
    certificates: tuple[str, ...] = ()

    @property
    def has_pieces(self) -> bool:
        """Whether some of it can be printed without the rest."""
        return bool(self.certificates)


GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (
        NOOP("For guests"),
        (
            Kind(
                "programme", "book-open", NOOP("Programme"), NOOP("A leaflet for the guests: when, what and who"),
                "programme",
            ),
            Kind(
                "thanks", "heart-handshake", NOOP("Thanks"),
                NOOP("A certificate for everybody who spoke"), "certificates", ("thanks",),
            ),
        ),
    ),
    (
        NOOP("For the stage"),
        (
            Kind(
                "signing", "scroll-text", NOOP("Signing certificates"),
                NOOP("A certificate for each agreement, ready to sign"), "certificates", ("signing",),
            ),
            Kind(
                "plaque", "award", NOOP("Plaque awards"), NOOP("A certificate for each recipient with a name"),
                "certificates", ("plaque",),
            ),
        ),
    ),
    (
        NOOP("For the crew"),
        (
            Kind(
                "attendees", "users", NOOP("Attendee list"), NOOP("Everybody with their post, category and status"),
                "attendees",
            ),
        ),
    ),
)  # fmt: skip
"""The groups in the order of the list. Contact data is in none of them."""

KINDS = {kind.name: kind for _, kinds in GROUPS for kind in kinds}
"""Every entry by its name."""
