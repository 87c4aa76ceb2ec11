"""Pictures on a page: decoded once a document, fitted into their boxes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from forumdesk.documents.model import Box, Photo, Picture
from forumdesk.documents.render.pen import Pen


class Pictures:
    """The pictures of one document by their keys."""

    def __init__(self, pen: Pen, contents: Mapping[str, bytes]) -> None:
        self._pen = pen
        self._contents = contents
        self._decoded: dict[str, Any] = {}

    def draw(self, picture: Picture) -> None:
        """Draw a picture inside its box, or so that it covers it."""
        if picture.cover:
            photo = Photo(picture.width, picture.height, self._contents[picture.picture])
            self._pen.photo(picture.x, picture.y, photo)
            return
        image = self._image(picture.picture)
        across, down = image.getSize()
        scale = min(picture.width / across, picture.height / down)
        width, height = across * scale, down * scale
        x, y = picture.x + (picture.width - width) / 2, picture.y + (picture.height - height) / 2
        self._pen.picture(image, Box(x, y, width, height, "white"))

    def _image(self, key: str) -> Any:
        if key not in self._decoded:
            from reportlab.lib.utils import ImageReader

            self._decoded[key] = ImageReader(BytesIO(self._contents[key]))
        return self._decoded[key]
