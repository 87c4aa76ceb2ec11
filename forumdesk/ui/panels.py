"""What opens over the pages: palette, sheet of keys, first steps, guide and About, each made when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.ui.guide.window import GuideWindow
    from forumdesk.ui.palette.palette import Palette
    from forumdesk.ui.shortcuts import ShortcutSheet
    from forumdesk.ui.tour.tour import Tour
    from forumdesk.ui.window import Desk


class Panels:
    """Those of one desk; the ones that are there follow its language and its colours."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._palette: Palette | None = None
        self._sheet: ShortcutSheet | None = None
        self._tour: Tour | None = None
        self._guide: GuideWindow | None = None

    def speak(self, screen: Screen) -> None:
        """Say everything in another language; the sheet of keys does so when it is opened."""
        for panel in (self._palette, self._tour, self._guide):
            if panel is not None:
                panel.speak(screen)

    def wear(self, theme: Theme) -> None:
        """Put on a theme's colours."""
        for panel in (self._palette, self._sheet, self._tour, self._guide):
            if panel is not None:
                panel.wear(theme)

    def search(self) -> None:
        """Open the palette."""
        self._the_palette().open()

    def choose_forum(self) -> None:
        """Open the palette on the forums and days."""
        self._the_palette().open_for_scopes()

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        desk = self._desk
        if self._sheet is None:
            from forumdesk.ui.shortcuts import ShortcutSheet

            self._sheet = ShortcutSheet(desk.ground)
            self._sheet.wear(desk.theme)
        title = desk.screen_of.words.say(desk.open_kind.title)
        self._sheet.show_keys(desk.action_table, desk.open_page, title, desk.screen_of)

    def show_steps(self) -> None:
        """Go through the first steps, from where they were left."""
        if self._tour is None:
            from forumdesk.ui.tour.tour import Tour

            self._tour = Tour(self._desk)
            self._tour.wear(self._desk.theme)
        self._tour.open()

    def show_guide(self) -> None:
        """Open the user guide at the chapter on the open page."""
        if self._guide is None:
            from forumdesk.ui.guide.window import GuideWindow

            self._guide = GuideWindow(self._desk, self._desk.theme, self._desk.screen_of)
        self._guide.open_at(self._desk.open_kind.name)

    def show_about(self) -> None:
        """Tell versions and licences."""
        from forumdesk.ui.about import AboutDialog

        AboutDialog(self._desk.theme, self._desk.screen_of, self._desk).open()

    def _the_palette(self) -> Palette:
        if self._palette is None:
            from forumdesk.ui.palette.palette import Palette

            self._palette = Palette(self._desk)
            self._palette.speak(self._desk.screen_of)
            self._palette.wear(self._desk.theme)
        return self._palette
