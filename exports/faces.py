"""The two faces of the site as data: addresses, for documents and pictures that take their type along."""

import base64
import re
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "assets"
FOLDER = "/assets/fonts/"
_RULE = re.compile(r"@font-face \{[^}]*?url\(\"(/assets/fonts/[\w-]+\.woff2)\"\)[^}]*\}")
# What only the second file of each face has: ğ, ş, ə and the like. The first serves nb and en (fonts.css).
_EXTENDED = re.compile("[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]")


@cache
def addresses() -> dict[str, str]:
    """{"/assets/fonts/...woff2": "data:font/woff2;base64,..."}, all four files: 300 kB."""
    files = sorted((ASSETS / "fonts").glob("*.woff2"))
    return {FOLDER + file.name: f"data:font/woff2;base64,{_encoded(file)}" for file in files}


def rules(text: str = "") -> str:
    """The @font-face rules with the files inside. Those for far letters only where `text` has some; "" is all."""
    css = (ASSETS / "fonts.css").read_text(encoding="utf-8")
    found = [
        match[0].replace(match[1], addresses()[match[1]]).replace("font-display: optional", "font-display: block")
        for match in _RULE.finditer(css)
        if not text or "-ext" not in match[1] or _EXTENDED.search(text)
    ]
    return "\n".join(found)


def _encoded(file: Path) -> str:
    return base64.b64encode(file.read_bytes()).decode("ascii")
