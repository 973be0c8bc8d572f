"""Breaks a text into lines that fit a width, without a browser: with the advance widths of Inter, on the safe side."""

# Shares of the type size (the advances of Inter 400, rounded up to 0.02); what is not named is MEAN wide.
_CLASSES = {
    "ijl": 0.26,
    "I’": 0.28,
    " !',.:\xa0·": 0.30,
    ";": 0.32,
    "`t|": 0.34,
    "()/[\\]fr": 0.38,
    "1": 0.42,
    "{}": 0.44,
    "-_“”": 0.46,
    '"^': 0.48,
    "–": 0.50,
    "*?": 0.52,
    "s": 0.54,
    "kxz": 0.56,
    "7JLacvyå": 0.58,
    "5Fehnou«»øé": 0.60,
    "238Ebdgpq": 0.62,
    "#069PZ": 0.64,
    "$&4BRST": 0.66,
    "+<=>KY~−×": 0.68,
    "AVXÅ": 0.70,
    "CD": 0.74,
    "GHNU": 0.76,
    "OQØ": 0.78,
    "w": 0.82,
    "m…": 0.88,
    "Mæ": 0.92,
    "@": 0.98,
    "%WÆ—": 1.00,
}
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


def balanced(text: str, size: float, room: float, most: int | None = None) -> list[str]:
    """The same in lines of about one length, as few as there must be: no line has a single word."""
    fewest = lines(text, size, room, most)
    if len(fewest) < 2 or (most is not None and fewest[-1].endswith("…")):
        return fewest
    low, high = room / 2, room
    while high - low > 4:
        middle = (low + high) / 2
        low, high = (low, middle) if len(lines(text, size, middle)) <= len(fewest) else (middle, high)
    return lines(text, size, high, most)


def _pieces(word: str, size: float, room: float) -> list[str]:
    """A long address is broken where it has to be, behind one of its signs where there is one near."""
    pieces, rest = [], word
    while width(rest, size) > room:
        most = next(n for n in range(len(rest), 0, -1) if n == 1 or width(rest[:n], size) <= room)
        behind = max(rest.rfind(sign, 0, most) for sign in "/?&=#_-") + 1
        pieces.append(rest[: behind if behind > most / 2 else most])
        rest = rest[len(pieces[-1]) :]
    return [*pieces, rest]
