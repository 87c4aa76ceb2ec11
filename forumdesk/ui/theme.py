"""The colours of the desk, light and dark, and Qt's palette made of them.

The values are the design's; contrasts are at least those of WCAG AA for text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Family(NamedTuple):
    """Text on tint, for kinds of agenda items that belong together."""

    ink: str
    tint: str


class Theme(NamedTuple):
    """Every colour there is, as #RRGGBB; named for what it is used for."""

    name: str
    window: str
    surface: str
    sunken: str
    hover: str
    selected: str
    hairline: str
    hairline_strong: str
    control: str
    ink: str
    ink_2: str
    ink_3: str
    disabled: str
    disabled_text: str
    accent: str
    accent_fill: str
    accent_pressed: str
    focus: str
    vermilion: str
    vermilion_tint: str
    amber: str
    amber_tint: str
    families: Mapping[str, Family]

    @property
    def colours(self) -> dict[str, str]:
        """The colours by name, those of families aside."""
        return {name: colour for name, colour in self._asdict().items() if name not in ("name", "families")}


LIGHT = Theme(
    name="light",
    window="#FAF9F6", surface="#FFFFFF", sunken="#F4F2ED", hover="#F6F4F0", selected="#E1EEEE",
    hairline="#E6E3DC", hairline_strong="#CCC8BF", control="#928D83",
    ink="#1C1F1F", ink_2="#5C5A54", ink_3="#716D65", disabled="#CCC8BF", disabled_text="#A9A49B",
    accent="#0F5B63", accent_fill="#0F5B63", accent_pressed="#0B484F", focus="#2C8C95",
    vermilion="#B93A25", vermilion_tint="#FAE9E4", amber="#86580B", amber_tint="#F8EFDA",
    families={
        "frame": Family("#5C5A54", "#EEECE7"),
        "remarks": Family("#565B33", "#EEEFE1"),
        "keynote": Family("#0F5B63", "#DFEDED"),
        "report": Family("#33527C", "#E6ECF4"),
        "stage": Family("#96451D", "#F8EADF"),
        "talk": Family("#5B478C", "#ECE8F4"),
    },
)  # fmt: skip

DARK = Theme(
    name="dark",
    window="#151717", surface="#1A1C1C", sunken="#121414", hover="#212424", selected="#1B3538",
    hairline="#2A2D2D", hairline_strong="#454A4A", control="#71736F",
    ink="#E8E5DF", ink_2="#A9A59D", ink_3="#918D85", disabled="#454A4A", disabled_text="#62655F",
    accent="#74BEC4", accent_fill="#1F737B", accent_pressed="#1A656C", focus="#4FA3AB",
    vermilion="#F08B73", vermilion_tint="#3C221C", amber="#DDB066", amber_tint="#352A14",
    families={
        "frame": Family("#B0ACA4", "#282A2A"),
        "remarks": Family("#C3C794", "#2C2E1E"),
        "keynote": Family("#83C8CD", "#1B3538"),
        "report": Family("#9DB8E0", "#222C3C"),
        "stage": Family("#EBA57E", "#38261A"),
        "talk": Family("#BFAEE6", "#2D2640"),
    },
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def chosen_theme(settings: QSettings) -> Theme:
    """The colours that were chosen, else those of the system."""
    return THEMES.get(str(settings.value("theme"))) or theme_of_the_system()


def theme_of_the_system() -> Theme:
    """Dark where the system is dark."""
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """Qt's roles in the theme's colours. Set by hand: asking Qt for a colour scheme does nothing on some systems."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for name, colour in {
        role.Window: theme.window,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink_3,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.vermilion,
        role.Highlight: theme.accent_fill,
        role.HighlightedText: "#FFFFFF",
        role.Accent: theme.accent_fill,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink,
        role.Light: theme.surface,
        role.Midlight: theme.hairline,
        role.Mid: theme.hairline_strong,
        role.Dark: theme.control,
        role.Shadow: theme.control,
    }.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        made.setColor(group.Disabled, name, QColor(theme.disabled_text))
    made.setColor(group.Disabled, role.Highlight, QColor(theme.hover))
    return made
