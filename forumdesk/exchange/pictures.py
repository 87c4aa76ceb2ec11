"""Pictures that come in: looked at with suspicion, made small enough, and kept without what their camera wrote."""

from __future__ import annotations

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from forumdesk.base.errors import Refused
from forumdesk.base.files import CannotOpen, NoSuchFile
from forumdesk.base.words import NOOP

if TYPE_CHECKING:
    from PIL.Image import Image

MEGABYTE = 1 << 20
MOST_MEGABYTES = 32
MOST_MEGAPIXELS = 80
"""What a picture that comes in may have: more than any camera makes, less than what would choke a laptop."""

PHOTO, OTHERS = 1600, 2000
"""px of the longer side of what is kept: at 300 dpi 13.5 cm of a photo and 17 cm of anything else."""

JPEG, PNG = "image/jpeg", "image/png"
KNOWN = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"hevc": "HEIC", b"mif1": "HEIC", b"msf1": "HEIC", b"avif": "AVIF"}


class NoPicture(Refused):
    """Bytes that are no picture, or a damaged one."""

    code = "no-picture"
    sentence = NOOP("This is no picture, or a damaged one; choose a JPEG, PNG, WebP, GIF, TIFF or BMP file.")


class PictureOfOtherKind(Refused):
    """A picture that cannot be read here. Facts: kind."""

    code = "picture-of-other-kind"
    sentence = NOOP("Pictures of the kind {kind} cannot be used; save it as JPEG or PNG and choose that one.")


class PictureTooLarge(Refused):
    """More bytes than any picture needs. Facts: most."""

    code = "picture-too-large"
    sentence = NOOP("The picture file is larger than {most} MB; save it smaller and choose that one.")


class TooManyPixels(Refused):
    """More pixels than any camera makes. Facts: most."""

    code = "too-many-pixels"
    sentence = NOOP("The picture has more than {most} megapixels; save it smaller and choose that one.")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: an upright JPEG or PNG in sRGB that says nothing but what is seen."""

    content: bytes
    media_type: str


def read(path: Path) -> bytes:
    """The bytes of a picture file; one that is far too large is refused unread."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_MEGABYTES * MEGABYTE + 1)
    except FileNotFoundError:
        raise NoSuchFile(path=path) from None
    except OSError as error:
        raise CannotOpen(path=path, reason=error.strerror) from error


def kept(content: bytes, *, is_photo: bool) -> Picture:
    """A picture as it is to be kept, made from a file's bytes; raises `Refused` with the reason.

    A photo becomes a JPEG on white, anything else a PNG whose transparent parts stay so.
    """
    side = PHOTO if is_photo else OTHERS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the user is told what matters of a damaged file, or that it is too large
        image = _opened(content)
        try:
            if is_photo:
                image.draft("RGB", (side, side))  # a JPEG is read at the size that will do
            image = _upright_srgb(image)
        except (OSError, ValueError, SyntaxError, EOFError, struct.error, IndexError, MemoryError) as error:
            raise NoPicture from error
    image.thumbnail((side, side))
    out = BytesIO()
    if is_photo:
        _on_white(image).save(out, "JPEG", quality=90, optimize=True)
        return Picture(out.getvalue(), JPEG)
    image.save(out, "PNG", optimize=True)
    return Picture(out.getvalue(), PNG)


def _opened(content: bytes) -> Image:
    """The picture, of which only the head has been read; refused where that says enough."""
    from PIL import Image

    if len(content) > MOST_MEGABYTES * MEGABYTE:
        raise PictureTooLarge(most=MOST_MEGABYTES)
    if kind := _other_kind(content):
        raise PictureOfOtherKind(kind=kind)
    try:
        image = Image.open(BytesIO(content), formats=KNOWN)
    except Image.DecompressionBombError as error:
        raise TooManyPixels(most=MOST_MEGAPIXELS) from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, IndexError) as error:
        raise NoPicture from error
    if image.width * image.height > MOST_MEGAPIXELS * 1e6:
        raise TooManyPixels(most=MOST_MEGAPIXELS)
    return image


def _other_kind(content: bytes) -> str:
    """What a picture is called that people have and this cannot read, or nothing."""
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], "")
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in content[:8192].lower():
        return "SVG"
    return "PDF" if head.startswith(b"%pdf") else ""


def _upright_srgb(image: Image) -> Image:
    """The picture as it is meant to be seen, in RGB or RGBA, with nothing written into it."""
    from PIL import ImageCms, ImageOps

    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    if profile and upright.mode in ("RGB", "CMYK", "L"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            upright = ImageCms.profileToProfile(upright, own, srgb, outputMode="RGB") or upright
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that makes no sense is as good as none
    plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    plain.info.clear()
    return plain


def _on_white(image: Image) -> Image:
    from PIL import Image

    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image)
    return white
