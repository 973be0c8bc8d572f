"""Photos drawn anew: what stays of them, what never does, and what is refused with which reason."""

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from data.photos import REASONS, NotAPhoto, redrawn

MARKS = (b"SECRET-CAMERA", b"SECRET-COMMENT", b"SECRET-TRAILER")
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def picture(width: int = 400, height: int = 300) -> Image.Image:
    """Its upper half is dark, its lower half light."""
    image = Image.new("RGB", (width, height), (240, 240, 240))
    image.paste((20, 30, 40), (0, 0, width, height // 2))
    return image


def saved(image: Image.Image, format_: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format_, **options)
    return file.getvalue()


def from_camera() -> bytes:
    """Lying on its side, with maker, place, comment, and a page of HTML behind the end."""
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = "SECRET-CAMERA", 6
    exif[GPS] = {1: "N", 2: (39.0, 48.0, 55.5), 3: "E", 4: (46.0, 45.0, 7.0)}
    whole = saved(picture(), "JPEG", exif=exif, comment=b"SECRET-COMMENT")
    return whole + b"<script>SECRET-TRAILER</script>"


def test_nothing_that_the_camera_wrote_is_left() -> None:
    before = from_camera()
    assert all(mark in before for mark in MARKS)
    drawn = redrawn(before)
    assert not [mark for mark in (*MARKS, b"Exif", b"ICC_PROFILE", b"<script") if mark in drawn.content]
    after = Image.open(io.BytesIO(drawn.content))
    assert not dict(after.getexif())
    assert after.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_a_photo_that_lies_on_its_side_is_put_upright() -> None:
    drawn = redrawn(from_camera())
    assert (drawn.width, drawn.height) == (300, 400)
    after = Image.open(io.BytesIO(drawn.content))
    assert after.size == (300, 400)
    left, right = (after.getpixel((x, 200)) for x in (40, 260))
    assert left[0] > 200
    assert right[0] < 60


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_every_kind_becomes_a_jpeg_of_at_most_1600_pixels(format_: str) -> None:
    drawn = redrawn(saved(picture(2400, 1200), format_))
    assert (drawn.width, drawn.height, drawn.media_type) == (1600, 800, "image/jpeg")
    assert drawn.content.startswith(b"\xff\xd8\xff")


def test_what_can_be_seen_through_stands_on_white() -> None:
    drawn = redrawn(saved(Image.new("RGBA", (300, 300), (0, 0, 0, 0)), "PNG"))
    assert Image.open(io.BytesIO(drawn.content)).getpixel((9, 9)) == (255, 255, 255)


def huge() -> bytes:
    """A PNG of 30,000 x 30,000 points in few bytes."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


def frames(format_: str) -> bytes:
    other = Image.new("RGB", (400, 300), "white")
    return saved(picture(), format_, save_all=True, append_images=[other])


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b""),
    "svg with a script": ("format", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "a page that begins like a gif": ("format", lambda: b"GIF89a<script>alert(1)</script>"),
    "animated gif": ("format", lambda: frames("GIF")),
    "animated webp": ("animated", lambda: frames("WEBP")),
    "animated png": ("animated", lambda: frames("PNG")),
    "a workbook's beginning": ("format", lambda: b"PK\x03\x04" + b"\0" * 400),
    "tiff": ("format", lambda: saved(picture(), "TIFF")),
    "cut off": ("damaged", lambda: saved(picture(1200, 900), "JPEG")[:3000]),
    "png cut off": ("damaged", lambda: saved(picture(1200, 900), "PNG")[:900]),
    "900 million points": ("dimensions", huge),
    "a stamp": ("too_small", lambda: saved(picture(40, 40), "PNG")),
    "16 MB": ("too_large", lambda: saved(picture(), "JPEG") + b"\0" * (16 << 20)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_photo_is_refused_with_its_reason(name: str) -> None:
    reason, make = HOSTILE[name]
    with pytest.raises(NotAPhoto) as refused:
        redrawn(make())
    assert refused.value.reason == reason
    assert reason in REASONS
