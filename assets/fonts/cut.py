"""Cuts the faces of embeds from those beside this file: `python assets/fonts/cut.py` writes assets/fonts/embed/.

A still embed may weigh 60 kB with all it needs; the whole faces are 48 kB and more each. Kept are the letters below,
the weights 400 to 700 of the sans and the one weight of titles. Run anew when a face is updated; needs fonttools.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
# Norwegian, English, the Latin letters of names from the region and its neighbours, and what stands between words.
LATIN = (
    "".join(map(chr, range(0x20, 0x7F))) + "\u00a0\u00a9«»·°±²×÷½§…–—‑‘’“”„•\u2009\u202f−→←↑↓≥≤"
    "ÄÅÆÇÉÖØÜßàáäåæçèéêëíîñóôöøüı"
)  # fmt: skip
EXTENDED = "ƏəĞğİŞşČčŠšŽžĐđŃńŁłŢţĀāĪīŪū"
# Of digits as wide as each other the tables are made.
FEATURES = ["kern", "tnum", "locl"]
SANS, SERIF = {"wght": (400, 400, 700)}, {"wght": 600}
# Licence: what is changed may not bear the name of the whole face (OFL, reserved font names).
CUTS = (
    ("inter-latin", LATIN, SANS, "Embed Sans"), ("inter-latin-ext", EXTENDED, SANS, "Embed Sans"),
    ("source-serif-4-latin", LATIN, SERIF, "Embed Serif"), ("source-serif-4-latin-ext", EXTENDED, SERIF, "Embed Serif"),
)  # fmt: skip


def cut(name: str, letters: str, axes: dict[str, object], called: str) -> int:
    """Writes one face; gives its size in bytes."""
    font = TTFont(HERE / f"{name}.woff2", recalcTimestamp=False)
    chosen = Options(flavor="woff2", layout_features=FEATURES, hinting=False, name_IDs=[1, 2, 4, 6, 13, 14])
    chosen.name_languages = ["*"]
    chosen.drop_tables += ["DSIG"]
    subsetter = Subsetter(chosen)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    instantiateVariableFont(font, axes, inplace=True)
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = called if record.nameID != 6 else called.replace(" ", "")
    font.flavor = "woff2"
    path = HERE / "embed" / f"{name}.woff2"
    path.parent.mkdir(exist_ok=True)
    font.save(path)
    return path.stat().st_size


if __name__ == "__main__":
    for each in CUTS:
        print(each[0], cut(*each))
