"""The process that draws an untrusted picture anew: bytes on its input, a line of JSON and a JPEG on its output.

Run as a script in isolated mode by data/photos/__init__.py.
"""

import contextlib
import io
import json
import sys
import warnings
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

LONGEST = 1600  # pixels: twice the width of the text column, for fine screens
MOST_PIXELS = 120_000_000  # the largest telephones make 108 million
LEAST = 200  # pixels of the shorter side
QUALITY = 82
MEMORY, CPU_SECONDS = 1 << 30, 20
FORMATS = ("JPEG", "PNG", "WEBP")


class Refused(Exception):
    """`reason` and `params` of NotAPhoto."""

    def __init__(self, reason: str, **params: Any) -> None:
        super().__init__(reason)
        self.reason, self.params = reason, params


def _give_up_rights() -> None:
    """Limits of this process; Windows has none."""
    try:
        import resource
    except ImportError:
        return
    for name, amount in (("AS", MEMORY), ("CPU", CPU_SECONDS), ("FSIZE", 0), ("CORE", 0), ("NPROC", 0)):
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is not None:
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (amount, amount))


def draw(content: bytes) -> tuple[bytes, int, int]:
    """(JPEG, width, height). Raises Refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is held against our own limit
        try:
            image: Image.Image = Image.open(io.BytesIO(content), formats=FORMATS)
        except Image.DecompressionBombError:
            raise Refused("dimensions", most=MOST_PIXELS // 1_000_000) from None
        except UnidentifiedImageError:
            raise Refused("format") from None
    _check(image)
    image.draft("RGB", (LONGEST, LONGEST))  # a JPEG is read no larger than needed
    if image.mode == "P":  # colours of a table cannot be blended
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    # Made small before anything copies it; the side that is longest is so whichever way the picture lies.
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    small = _on_white(_in_srgb(ImageOps.exif_transpose(image)))
    # A new picture takes the points only: no comment, place, time, thumbnail or profile comes along.
    clean = Image.new("RGB", small.size)
    clean.paste(small)
    file = io.BytesIO()
    clean.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return file.getvalue(), *clean.size


def _check(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise Refused("dimensions", most=MOST_PIXELS // 1_000_000)
    if min(width, height) < LEAST:
        raise Refused("too_small", least=LEAST)
    if getattr(image, "n_frames", 1) > 1:
        raise Refused("animated")


def _in_srgb(image: Image.Image) -> Image.Image:
    """Colours of another profile (telephones use Display P3) as they look in sRGB."""
    profile = image.info.get("icc_profile")
    if profile and image.mode == "RGB":
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"))
            return converted or image
    return image


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image.convert("RGB")
    see_through = image.convert("RGBA")
    ground = Image.new("RGBA", see_through.size, "white")
    return Image.alpha_composite(ground, see_through).convert("RGB")


def main() -> None:
    _give_up_rights()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        drawn, width, height = draw(sys.stdin.buffer.read())
        said: dict[str, Any] = {"width": width, "height": height}
    except Refused as refused:
        drawn, said = b"", {"refused": refused.reason, "params": refused.params}
    except MemoryError:
        drawn, said = b"", {"refused": "expensive", "params": {}}
    except Exception:  # a damaged file may raise anything: struct.error, SyntaxError, ValueError, OSError
        drawn, said = b"", {"refused": "damaged", "params": {}}
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + drawn)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
