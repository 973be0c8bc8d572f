"""Breaks a text into lines that fit a width, without a browser: with the advance widths of Inter, on the safe side."""

# Shares of the type size (measured in Inter 400, rounded up by class); what is not named is MEAN wide.
_CLASSES = {
    "ijl": 0.25, "I.,:;!'’· ": 0.3, "t()[]/": 0.37, "fr1-": 0.45, "ackrsvxyzå?*": 0.57, "ABKPRSTVXYZ+=&": 0.69,
    "CDGHNOQUÅÆØ": 0.77, "mwMæ": 0.93, "W@%Æ—": 1.02,
}  # fmt: skip
_WIDTHS = {sign: width for signs, width in _CLASSES.items() for sign in signs}
MEAN = 0.62
# The serif of titles, bold, against the sans.
SERIF = 1.03


def width(text: str, size: float) -> float:
    """The width in px of a text of this size in px."""
    return sum(_WIDTHS.get(sign, MEAN) for sign in text) * size


def lines(text: str, size: float, room: float, most: int | None = None) -> list[str]:
    """The text in lines of at most `room` px. A word longer than a line is broken. The last of `most` ends in "…"."""
    words = [piece for word in text.split() for piece in _pieces(word, size, room)]
    found: list[str] = []
    for word in words:
        if found and width(f"{found[-1]} {word}", size) <= room:
            found[-1] += f" {word}"
        else:
            found.append(word)
    if most is not None and len(found) > most:
        found = found[:most]
        while width(found[-1] + "…", size) > room:
            found[-1] = found[-1][:-1]
        found[-1] = found[-1].rstrip(" ,;.") + "…"
    return found


def _pieces(word: str, size: float, room: float) -> list[str]:
    """A long address is broken where it has to be."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, size) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces
