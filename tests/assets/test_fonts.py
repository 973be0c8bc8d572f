"""Fonts: every file that fonts.css names is there, with its licence, and no more than is needed."""

import re
from pathlib import Path

ASSETS = Path(__file__).parents[2] / "assets"
CSS = (ASSETS / "fonts.css").read_text()
FILES = {file.name for file in (ASSETS / "fonts").glob("*.woff2")}


def faces() -> list[tuple[str, str]]:
    """(unicode-range, rest) of each face that has a file."""
    blocks = re.findall(r"@font-face \{(.*?)\}", CSS, re.DOTALL)
    ranges = [re.search(r"unicode-range:([^;]*);", block) for block in blocks]
    return [(re.sub(r"\s", "", found[1]), block) for found, block in zip(ranges, blocks, strict=True) if found]


def covered(sign: str, ranges: str) -> bool:
    for part in ranges.removeprefix("U+").split(",U+"):
        first, _, last = part.partition("-")
        if int(first, 16) <= ord(sign) <= int(last or first, 16):
            return True
    return False


def test_files_and_style_sheet_agree() -> None:
    named = set(re.findall(r'url\("/assets/fonts/([^"]+)"\)', CSS))
    assert named == FILES
    assert not re.search(r"https?:", CSS)


def test_licences_stand_beside_them() -> None:
    for family in ("inter", "source-serif-4"):
        assert "SIL Open Font License" in (ASSETS / "fonts" / f"LICENSE-{family}.txt").read_text()


def test_the_letters_of_norwegian_english_and_azerbaijani_are_there() -> None:
    for family in ("Inter Variable", "Source Serif 4 Variable"):
        ranges = [found for found, block in faces() if f'"{family}"' in block]
        assert len(ranges) == 2
        for sign in "aZ09øæåØÆÅ–«»…·əƏğĞıİşŞçÇöüÖÜšž":
            assert sum(covered(sign, one) for one in ranges) == 1, sign


def test_nothing_moves_when_a_face_arrives_late() -> None:
    for _, block in faces():
        assert "font-display: optional" in block
    assert CSS.count("size-adjust") == CSS.count("ascent-override") == 4


def test_they_stay_light() -> None:
    sizes = {file: (ASSETS / "fonts" / file).stat().st_size for file in FILES}
    assert sum(size for file, size in sizes.items() if "ext" not in file) < 110_000
    assert sum(sizes.values()) < 240_000
