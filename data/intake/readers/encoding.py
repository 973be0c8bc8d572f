"""Bytes of a text file -> text, with the encoding and whether it had to be guessed. Runs in the child process."""

import codecs
from typing import NamedTuple

# In the order in which they are preferred when nothing else tells them apart.
_CODE_PAGES = ("cp1252", "cp1251", "cp1254", "cp1250", "cp1253", "cp1256", "cp1255", "iso8859_8", "koi8_r", "cp866",
               "cp850", "cp857", "cp852", "mac_roman")  # fmt: skip
# The letters beyond ASCII of the languages whose files we expect: cp1252 and cp1254 differ in six letters only
# (ğ ı ş against ð ý þ), and charset-normalizer sees no difference between them in a short file.
_HEBREW = frozenset("אבגדהוזחטיךכלםמןנסעףפץצקרשת")
_HEBREW_AT_THE_END = frozenset("ךםןףץ")  # the forms of five letters that stand at the end of a word only
_ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ")
_LETTERS = frozenset(
    "æøåäöüßéèêëàâçîïôùûñáíóúõãœìò" "ğışəəöüç" "ąćęłńśźżčďěňřšťůžőű"
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ" "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ"
)  # fmt: skip
_SIGNS = frozenset("“”„‘’–—…«»°№§€½±×·¿¡ªº²³\u00a0")
_LATIN_END = "\u024f"
_SAMPLE = 64 * 1024
_SHOWN = 40
# A file of one encoding with a few broken bytes is not a file of another encoding.
_BROKEN_SHARE = 0.01


class Text(NamedTuple):
    """`guess` holds a few words for a person to judge the encoding by; None when the file itself tells it.
    `broken` counts the characters that could not be read and stand as U+FFFD."""

    text: str
    encoding: str
    guess: str | None = None
    broken: int = 0


def decode(content: bytes) -> Text:
    """The text of the file: by its byte order mark, else as UTF-8, else by the code page that fits best."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            text = content.decode(encoding, errors="replace")
            return Text(text, encoding, broken=text.count("\ufffd"))
    if unmarked := unmarked_utf16(content):
        return Text(content.decode(unmarked, errors="replace"), unmarked)
    try:
        return Text(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mended_utf8(content) or _guessed(content)


def unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without a mark, told by every second byte being zero and hardly any other."""
    start = content[: _SAMPLE & ~1]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) < len(start) // 5 or min(even, odd) > len(start) // 50:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _mended_utf8(content: bytes) -> Text | None:
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return Text(text, "utf-8", broken=broken) if broken <= beyond_ascii * _BROKEN_SHARE else None


def _guessed(content: bytes) -> Text:
    from charset_normalizer import from_bytes

    lines = dict.fromkeys(line for line in content.splitlines() if not line.isascii())
    sample = b"\n".join(lines)[:_SAMPLE]
    matches = from_bytes(sample, cp_isolation=list(_CODE_PAGES))
    # Code pages that give the same text are one match under the first name.
    chaos = {name: match.chaos for match in matches for name in match.could_be_from_charset}
    best = max(
        (page for page in _CODE_PAGES if page in chaos or not chaos),
        key=lambda page: (round(plausibility(sample.decode(page, errors="replace")), 2), -chaos.get(page, 1.0)),
    )
    text = content.decode(best, errors="replace")
    return Text(text, best, _shown(sample.decode(best, errors="replace")), text.count("\ufffd"))


def plausibility(text: str) -> float:
    """How much the characters beyond ASCII look like writing: 1.0 when all are letters or signs where one stands."""
    beyond = score = 0.0
    for before, letter, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if letter.isascii():
            continue
        beyond += 1
        if letter in _HEBREW or letter in _ARABIC:
            score += _of_an_abjad(before, letter, after)
        elif letter.lower() in _LETTERS:
            score += 1
            # A capital after a small letter, or two alphabets in one word, is the mark of a wrong code page.
            score -= before.islower() and letter.isupper()
            score -= letter > _LATIN_END and any(other.isascii() and other.isalpha() for other in (before, after))
        elif letter in _SIGNS:
            score += letter == "’" or not (before.isalpha() and after.isalpha())
    return score / beyond if beyond else 0.0


def _of_an_abjad(before: str, letter: str, after: str) -> float:
    """-1 to 1.5 for a letter of Hebrew or Arabic, which have no capitals that would tell a wrong code page.

    Small Cyrillic letters read as Hebrew have its final letters within words, and Hebrew read as Cyrillic shows
    nothing: so a final letter where it belongs weighs more than a letter.
    """
    script = _HEBREW if letter in _HEBREW else _ARABIC
    if any(other.isalpha() and other not in script for other in (before, after)):
        return -1.0
    if letter in _HEBREW_AT_THE_END and before in script:
        return -1.0 if after in script else 1.5
    return float(before in script or after in script)


def _shown(sample: str) -> str:
    """The first few words with letters beyond ASCII."""
    words = dict.fromkeys(word.strip('",;|()') for word in sample.replace(";", " ").replace(",", " ").split()
                          if not word.isascii())  # fmt: skip
    shown = ""
    for word in words:
        if len(shown) + len(word) > _SHOWN:
            break
        shown = f"{shown} {word}".strip()
    return shown or next(iter(words), "")[:_SHOWN]
