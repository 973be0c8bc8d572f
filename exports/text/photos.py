"""The photos of a text as files need them: as an address of data, or as a kind that word processors know."""

import base64
import io

from PIL import Image

_TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}


def as_data(file: str, content: bytes | None) -> str:
    """A data: address, "" where there is no photo."""
    media_type = _TYPES.get(file.rpartition(".")[2])
    if content is None or media_type is None:
        return ""
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"


def as_jpeg(content: bytes) -> bytes:
    """The same picture as JPEG: no word processor before 2023 opens WebP. A JPEG stays as it is."""
    with Image.open(io.BytesIO(content)) as image:
        if image.format == "JPEG":
            return content
        made = io.BytesIO()
        image.convert("RGB").save(made, "JPEG", quality=88)
        return made.getvalue()
