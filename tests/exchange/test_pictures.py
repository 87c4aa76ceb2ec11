"""Pictures that come in: what is kept of them, and what is refused in which words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from forumdesk.base.errors import Refused
from forumdesk.base.files import CannotOpen, NoSuchFile
from forumdesk.exchange import pictures
from forumdesk.exchange.pictures import (
    JPEG,
    PNG,
    NoPicture,
    PictureOfOtherKind,
    PictureTooLarge,
    TooManyPixels,
    kept,
    read,
)


def file(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def plain(width: int = 40, height: int = 20, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), "white")


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("form", pictures.KNOWN)
def test_a_photo_is_kept_as_a_jpeg_and_anything_else_as_a_png(form: str) -> None:
    content = file(plain(), form)
    photo, logo = kept(content, is_photo=True), kept(content, is_photo=False)
    assert (photo.media_type, opened(photo.content).format) == (JPEG, "JPEG")
    assert (logo.media_type, opened(logo.content).format) == (PNG, "PNG")
    assert opened(photo.content).size == opened(logo.content).size == (40, 20)


def test_the_same_file_is_kept_as_the_same_bytes() -> None:
    content = file(plain())
    assert kept(content, is_photo=True) == kept(content, is_photo=True)


@pytest.mark.parametrize(("is_photo", "size"), [(True, (1600, 800)), (False, (2000, 1000))])
def test_a_large_picture_is_made_as_small_as_print_needs_it(is_photo: bool, size: tuple[int, int]) -> None:
    assert opened(kept(file(plain(4000, 2000), "JPEG"), is_photo=is_photo).content).size == size


def test_a_photo_held_sideways_is_kept_upright() -> None:
    sideways = plain(40, 20)
    sideways.paste("black", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    upright = opened(kept(file(sideways, "JPEG", exif=exif), is_photo=True).content)
    assert upright.size == (20, 40)
    assert upright.getpixel((10, 5)) < (40, 40, 40) < (200, 200, 200) < upright.getpixel((10, 35))


def test_nothing_is_kept_of_what_a_camera_or_a_program_wrote_into_the_file() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "Camera of Zhang Yulei", {2: (39.0, 54.0, 26.0)}
    text = PngInfo()
    text.add_text("Author", "Zhang Yulei")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = file(plain(), "JPEG", exif=exif, comment="Zhang Yulei", icc_profile=profile)
    logo = file(plain(), exif=exif, pnginfo=text, icc_profile=profile)
    for content in (photo, logo):
        for is_photo in (True, False):
            made = kept(content, is_photo=is_photo).content
            assert b"Zhang" not in made and b"Exif" not in made and b"ICC_PROFILE" not in made
            assert not opened(made).getexif()
            assert opened(made).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_transparent_logo_stays_so_and_a_transparent_photo_stands_on_white() -> None:
    clear = file(Image.new("RGBA", (10, 10), (200, 0, 0, 0)))
    assert opened(kept(clear, is_photo=False).content).getpixel((5, 5))[3] == 0
    assert opened(kept(clear, is_photo=True).content).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_pictures_of_every_depth_are_kept(mode: str) -> None:
    content = file(Image.new(mode, (10, 10)), "TIFF")
    assert opened(kept(content, is_photo=False).content).mode in ("RGB", "RGBA")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("HEIC", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"),
        ("AVIF", b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"),
        ("SVG", b'\xef\xbb\xbf<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("SVG", b"<svg onload='alert(1)'/>"),
        ("PDF", b"%PDF-1.7"),
    ],
)
def test_a_kind_that_cannot_be_read_is_named_with_the_way_out(kind: str, content: bytes) -> None:
    with pytest.raises(PictureOfOtherKind, match=f"kind {kind} .* save it as JPEG or PNG"):
        kept(content, is_photo=True)


@pytest.mark.parametrize("content", [b"", b"Dear Sir or Madam", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"<?xml?><x/>"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NoPicture):
        kept(content, is_photo=True)


@pytest.mark.parametrize("form", pictures.KNOWN)
def test_a_damaged_or_cut_off_picture_is_refused_in_words_or_kept(form: str) -> None:
    random = Random(form)
    content = file(Image.effect_noise((64, 64), 80).convert("RGB"), form)
    for _ in range(60):
        spoilt = bytearray(content[: random.randrange(len(content))] if random.random() < 0.5 else content)
        for _ in range(random.randrange(9)):
            if spoilt:
                spoilt[random.randrange(min(len(spoilt), 200))] = random.randrange(256)
        try:
            assert opened(kept(bytes(spoilt), is_photo=True).content).format == "JPEG"
        except Refused as refused:
            assert str(refused).endswith(".")


def test_a_picture_that_would_fill_the_memory_is_refused_by_its_head() -> None:
    head = bytearray(file(plain()))
    for pixels in (10_000, 60_000):
        head[16:24] = pixels.to_bytes(4, "big") * 2
        crc = crc32(head[12:29]).to_bytes(4, "big")
        head[29:33] = crc
        with pytest.raises(TooManyPixels, match="80 megapixels"):
            kept(bytes(head), is_photo=True)


def test_a_file_that_is_far_too_large_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.png"
    with huge.open("wb") as out:
        out.truncate(1 << 30)
    content = read(huge)
    assert len(content) == 32 * pictures.MEGABYTE + 1, "no more is read than shows that it is too large"
    with pytest.raises(PictureTooLarge, match="32 MB"):
        kept(content, is_photo=True)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match=r"gone\.png"):
        read(tmp_path / "gone.png")
    with pytest.raises(CannotOpen):
        read(tmp_path)
