"""Letters made comparable: Turkic casing, diacritics, look-alikes, Cyrillic in Latin letters, Arabic and Hebrew."""

import re
import unicodedata
from functools import lru_cache

# Both letters stand for the Azerbaijani schwa in real files: U+0259 is right, U+01DD looks the same.
_LATIN = str.maketrans(
    {
        "İ": "i",
        "I": "i",
        "ı": "i",
        "ə": "e",
        "Ə": "e",
        "ǝ": "e",
        "Ǝ": "e",
        "ø": "o",
        "Ø": "o",
        "æ": "ae",
        "Æ": "ae",
        "ß": "ss",
        "đ": "d",
        "Đ": "d",
        "ł": "l",
        "Ł": "l",
        "ð": "d",
        "þ": "th",
    }
)
# Cyrillic letters that are typed into Latin words by mistake, and the other way round.
_LOOKS_LATIN = dict(zip("асеорхуікмтвнѕјәһАСЕОРХУІКМТВНЅЈӘҺ", "aceopxyikmtbhsjəhACEOPXYIKMTBHSJƏH", strict=True))
_LOOKS_CYRILLIC = dict(zip("aceopxykmtbhACEOPXYKMTBH", "асеорхукмтвнАСЕОРХУКМТВН", strict=True))
_RUSSIAN = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "y",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
    "ё": "e",
    "і": "i",
}
# Azerbaijani Cyrillic (until 1991, and in Dagestan still) has values of its own; any of the first row gives it away.
_AZERBAIJANI_ONLY = "әөүғҝҹһј"
_AZERBAIJANI = _RUSSIAN | {
    "ә": "e",
    "ө": "o",
    "ү": "u",
    "ғ": "g",
    "ҝ": "g",
    "ҹ": "c",
    "һ": "h",
    "ј": "y",
    "г": "q",
    "х": "x",
    "ч": "c",
    "ш": "s",
    "ж": "j",
    "ы": "i",
}
_CYRILLIC, _LATIN_LETTER = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-z\u00aa-\u024fəǝƏƎ]")
# Looked for first, since translating costs ten times as much as finding that there is nothing to do.
_SPECIAL_LATIN = re.compile(f"[{''.join(map(chr, _LATIN))}]")
_ARABIC_OR_HEBREW = re.compile("[\u0590-\u06ff]")
_MAY_COMBINE = re.compile("[^\0-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u060f\u061b-\u064a\u0671-\u06d5]")
_WORD = re.compile(r"[^\W\d_]+")
# One letter in several forms, by habit or keyboard: taa marbuta, alef maqsura and wasla, Persian yeh and kaf. The hamza
# and madda on an alef go with the diacritics; tatweel only stretches a word. Hebrew letters at the end of a word.
_FORMS = str.maketrans(
    {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا", "ـ": None} | dict(zip("ךםןףץ", "כמנפצ", strict=True))
)
# Arabic-Indic and Persian digits with their signs, and the signs without a shape that only steer direction and joining.
_UNSEEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪", "01234567890123456789.,%", _UNSEEN)
_ANY_OF_THEM = re.compile(f"[٠-٩۰-۹٫٬٪{_UNSEEN}]")
# Hebrew abbreviations are written with the right sign, with plain quotes or with two apostrophes.
_GERSHAYIM = re.compile(r"""(?<=[א-ת])["״“”„׳'’]{1,2}(?=[א-ת])""")


def _one_script(word: re.Match[str]) -> str:
    """A word of mixed script in the script of those of its letters that have no look-alike."""
    letters = word.group()
    latin = sum(letter < "\u0250" or letter in "əǝƏƎ" for letter in letters)
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in letters)
    if not latin or not cyrillic:
        return letters
    surely_cyrillic = sum("\u0400" <= letter <= "\u052f" and letter not in _LOOKS_LATIN for letter in letters)
    table = _LOOKS_CYRILLIC if surely_cyrillic else _LOOKS_LATIN
    return "".join(table.get(letter, letter) for letter in letters)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without diacritics, dotted and dotless i as one, each word in one script. Cyrillic stays Cyrillic."""
    if text.isascii():
        return text.lower()
    text = plain_digits(text)
    if _ARABIC_OR_HEBREW.search(text):
        text = _GERSHAYIM.sub("", text).translate(_FORMS)
    text = unicodedata.normalize("NFC", text)
    if _CYRILLIC.search(text) and _LATIN_LETTER.search(text):
        text = _WORD.sub(_one_script, text)
    letters = _plain_latin(unicodedata.normalize("NFKD", _plain_latin(text))).lower()
    if not _MAY_COMBINE.search(letters):
        return letters
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _plain_latin(text: str) -> str:
    return text.translate(_LATIN) if _SPECIAL_LATIN.search(text) else text


def plain_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as 0-9, their signs as . , and %; invisible signs of direction left out."""
    return text if text.isascii() or not _ANY_OF_THEM.search(text) else text.translate(_DIGITS)


def latinise(text: str) -> str:
    """`fold`, with Cyrillic letters in Latin ones: by Azerbaijani values where the text holds such a letter."""
    text = _WORD.sub(_one_script, unicodedata.normalize("NFC", text))
    lower = text.lower()
    table = _AZERBAIJANI if any(letter in lower for letter in _AZERBAIJANI_ONLY) else _RUSSIAN
    if any("\u0400" <= letter <= "\u052f" for letter in lower):
        lower = "".join(table.get(letter, letter) for letter in lower)
        return fold(lower)
    return fold(text)
