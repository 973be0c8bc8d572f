"""A still embed is light: the parts that every one has leave room for its pictures within 60 kB."""

from pathlib import Path

import brotli

from routes.embed_page import styles

ASSETS = Path(__file__).parents[2] / "assets"
MOST = 60_000
# Pictures (exports.still.MOST_BYTES) and the words and table of a page, compressed.
PICTURES, WORDS = 14_000, 8_000


def test_faces_styles_and_script_leave_room_for_the_pictures() -> None:
    faces = sum(
        (ASSETS / "fonts/embed" / f"{name}.woff2").stat().st_size for name in ("inter-latin", "source-serif-4-latin")
    )
    text = styles("auto").encode() + (ASSETS / "embed.js").read_bytes()
    assert faces + len(brotli.compress(text, quality=4)) + PICTURES + WORDS < MOST


def test_the_names_of_embed_faces_are_those_of_the_charts() -> None:
    css = (ASSETS / "embed_fonts.css").read_text()
    assert all((ASSETS / "fonts/embed" / name).name in css for name in ("inter-latin.woff2", "inter-latin-ext.woff2"))
