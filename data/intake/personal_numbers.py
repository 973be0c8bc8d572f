"""Numbers that belong to one person, known by their form and check digits: identity numbers and telephones."""

import re

from data.places.spelling import plain_digits

# International, with a trunk 0 or 8, with an area in brackets, or in the Spanish and Catalan groups of two.
_PHONES = re.compile(
    r"(?:\+|00)\d[\d\s().-]{7,17}\d|\(?0\d{1,3}\)?[\s./-]\d[\d\s./-]{5,12}\d|"
    r"8[\s-]?\(\d{3,5}\)[\s-]?\d[\d\s-]{4,8}\d|\(\d{2,4}\)\s?9?\d{3,4}[\s-]?\d{3,4}|[679]\d{2}(?:\s\d{2}){3}"
)
_BARE_PHONE = re.compile(r"0\d{8,10}")
_DATE_LIKE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
# "07.04-18.05.2022": the first of two dates may be without its year
_SPAN_LIKE = re.compile(r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?\s*-\s*\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def phone(text: str) -> bool:
    """A telephone number with its country or area marked as one."""
    text = plain_digits(text).strip()
    return bool(_PHONES.fullmatch(text)) and not _DATE_LIKE.fullmatch(text) and not _SPAN_LIKE.fullmatch(text)


def bare_phone(text: str) -> bool:
    """Nine to eleven digits with a 0 before them: a telephone, where nothing says that it is something else."""
    return bool(_BARE_PHONE.fullmatch(plain_digits(text).strip()))


def checked_number(text: str) -> bool:
    """A number whose check digits hold, of a kind of which less than 1 in 20 numbers holds by chance.

    Norwegian fødselsnummer, Spanish DNI and NIE, Brazilian CPF, Russian СНИЛС, Turkish T.C. kimlik.
    """
    text = plain_digits(text).strip().upper()
    return any(holds(text) for holds in (_norwegian, _spanish, _brazilian, _russian, _turkish))


def israeli_number(text: str) -> bool:
    """Nine digits of which those in even places count double (by the sum of their digits), together a multiple of ten.

    One number in ten holds by chance: a column of them proves it only when nearly all do.
    """
    text = re.sub(r"[\s-]", "", plain_digits(text))
    if not re.fullmatch(r"\d{9}", text) or len(set(text)) == 1:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(text))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def document(text: str) -> bool:
    """An Azerbaijani identity card (AZE, AA) or personal code, or the series and number of a Russian passport."""
    text = plain_digits(text).strip()
    if re.fullmatch(r"(?:AZE|AA)\s?(?:№|N)?\s?\d{7,8}", text.upper()):
        return True
    if re.fullmatch(r"(?:серия\s*)?\d{2}\s?\d{2}\s*(?:№|N|номер)?\s\d{6}", text, re.IGNORECASE):
        return True
    mixed = re.fullmatch(r"[0-9A-HJ-NP-Z]{7}", text)
    return bool(mixed) and sum(c.isdigit() for c in text) >= 2 and sum(c.isalpha() for c in text) >= 2


def _norwegian(text: str) -> bool:
    """Eleven digits with two check digits, modulo 11."""
    if not re.fullmatch(r"\d{6}\s?\d{5}", text):
        return False
    digits = _digits(text)
    first = -_weighed(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2)) % 11
    second = -_weighed(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return first == digits[9] and second == digits[10]


def _spanish(text: str) -> bool:
    """Eight digits (or X, Y, Z and seven) and the letter that they give modulo 23."""
    match = re.fullmatch(r"([XYZ]?)-?(\d{7,8})-?([A-Z])", text.replace(".", ""))
    if not match or len(match[1] + match[2]) != 8:
        return False
    number = ("XYZ".index(match[1]) * 10**7 if match[1] else 0) + int(match[2])
    return _DNI_LETTERS[number % 23] == match[3]


def _brazilian(text: str) -> bool:
    """Eleven digits with two check digits, modulo 11; eleven equal digits are no number of anybody."""
    if not re.fullmatch(r"\d{3}\.?\d{3}\.?\d{3}[-/]?\d{2}", text):
        return False
    digits = _digits(text)
    first, second = (_weighed(digits, range(size, 1, -1)) * 10 % 11 % 10 for size in (10, 11))
    return len(set(digits)) > 1 and first == digits[9] and second == digits[10]


def _russian(text: str) -> bool:
    """Eleven digits of which the last two are the weighed sum of the others, modulo 101."""
    if not re.fullmatch(r"\d{3}-?\d{3}-?\d{3}[\s-]?\d{2}", text):
        return False
    digits = _digits(text)
    return _weighed(digits, range(9, 0, -1)) % 101 % 100 == digits[9] * 10 + digits[10] and len(set(digits)) > 1


def _turkish(text: str) -> bool:
    """Eleven digits with two check digits, modulo 10."""
    if not re.fullmatch(r"[1-9]\d{10}", text):
        return False
    digits = _digits(text)
    tenth = (sum(digits[0:9:2]) * 7 - sum(digits[1:8:2])) % 10
    return tenth == digits[9] and sum(digits[:10]) % 10 == digits[10]


def _digits(text: str) -> list[int]:
    return [int(character) for character in text if character.isdigit()]


def _weighed(digits: list[int], weights: "tuple[int, ...] | range") -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False))
