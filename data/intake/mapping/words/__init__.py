"""The words of every language (one .toml each) and the search for them in a heading or a cell."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from data.places.spelling import fold

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[%$#]")
_HEBREW = re.compile("[א-ת]{2}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=200_000)
def tokens(text: str) -> tuple[str, ...]:
    """Folded words, numbers and the signs % $ #: camelCase, underscores and punctuation divide."""
    found = _TOKEN.findall(fold(_POSSESSIVE.sub("", _CAMEL.sub(" ", text))))
    return tuple(found if text.isascii() else (part for word in found for part in _without_article(word)))


def _without_article(word: str) -> Iterator[str]:
    """ "القتلى" and "للقتلى" read as "قتلى", "والجرحى" as "و", "جرحى"; words that only begin so stay whole.

    "الألغام" is folded to two lams in a row of which the second is its own; the article goes until none is left, so
    that both spellings of ألغام (with and without its hamza) come to the same.
    """
    if word.startswith("وال") and len(word) >= 6:
        yield "و"
        word = word[1:]
    while (word.startswith("ال") and len(word) >= 4) or (word.startswith("لل") and len(word) >= 5):
        word = word[2:]
    yield word


class Match(NamedTuple):
    """Words start..end (end excluded) of a text that mean one of `categories` (several where a word is ambiguous)."""

    categories: frozenset[str]
    start: int
    end: int


class _Phrase(NamedTuple):
    parts: tuple[str, ...]
    open: tuple[bool, ...]  # True where the part is the beginning of a word


def _phrase(text: str) -> _Phrase:
    parts = [part for word in text.split() for part in _parts(word)]
    return _Phrase(tuple(part for part, _ in parts), tuple(is_open for _, is_open in parts))


def _parts(word: str) -> Iterator[tuple[str, bool]]:
    pieces = tokens(word.rstrip("*"))
    for position, piece in enumerate(pieces):
        yield piece, word.endswith("*") and position == len(pieces) - 1


class Phrases:
    """The phrases of several categories. `exact` knows whole texts, `find` the phrases inside a longer one."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, set[str]] = {}
        self._inside: dict[_Phrase, set[str]] = {}
        for category, text in (each for entry in entries for each in _with_prefixes(*entry)):
            phrase = _phrase(text.removeprefix("="))
            if not any(phrase.open):
                self._exact.setdefault("".join(phrase.parts), set()).add(category)
            if not text.startswith("="):
                self._inside.setdefault(phrase, set()).add(category)
        self._by_beginning: dict[str, list[_Phrase]] = {}
        for phrase in self._inside:
            self._by_beginning.setdefault(phrase.parts[0][:2], []).append(phrase)

    def exact(self, words: tuple[str, ...]) -> frozenset[str]:
        """What the whole text means, whether its words are written apart or together ("rango edad", "rangoedad")."""
        return frozenset(self._exact.get("".join(words), ()))

    def find(self, words: tuple[str, ...]) -> list[Match]:
        """The longest phrases that do not overlap, in the order of the text."""
        taken: set[int] = set()
        found: list[Match] = []
        for _, start, phrase in sorted(self._candidates(words), key=lambda candidate: candidate[:2]):
            span = range(start, start + len(phrase.parts))
            if taken.isdisjoint(span):
                taken.update(span)
                found.append(Match(frozenset(self._inside[phrase]), span.start, span.stop))
        return sorted(found, key=lambda match: match.start)

    def _candidates(self, words: tuple[str, ...]) -> Iterator[tuple[tuple[int, int], int, _Phrase]]:
        for start, word in enumerate(words):
            for phrase in self._by_beginning.get(word[:2], ()):
                if _fits(phrase, words, start):
                    yield (-len(phrase.parts), -sum(map(len, phrase.parts))), start, phrase

    def spellings(self) -> dict[str, str]:
        """Every phrase of one meaning only, as one readable string -> its category: what a misspelling may resemble."""
        return {
            " ".join(p.parts): next(iter(c))
            for p, c in self._inside.items()
            if len(c) == 1 and len("".join(p.parts)) > 3
        }


def _with_prefixes(category: str, text: str) -> Iterator[tuple[str, str]]:
    """A Hebrew phrase also with "the" (before its first or last word) and "and", which are written onto the word."""
    yield category, text
    sign, words = ("=", text[1:].split()) if text.startswith("=") else ("", text.split())
    if not _HEBREW.match(words[-1]) or len(words[-1]) < 3:
        return
    yield category, sign + " ".join([*words[:-1], f"ה{words[-1]}"])
    for prefix in ("ה", "ו", "וה"):
        yield category, sign + " ".join([f"{prefix}{words[0]}", *words[1:]])


def _fits(phrase: _Phrase, words: tuple[str, ...], start: int) -> bool:
    if start + len(phrase.parts) > len(words):
        return False
    for offset, part in enumerate(phrase.parts):
        word = words[start + offset]
        if word != part and not (phrase.open[offset] and word.startswith(part)):
            return False
    return True


@cache
def languages() -> dict[str, dict[str, Any]]:
    """Language code -> its file as read."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


def _section(words: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    for key in path.split("."):
        words = words.get(key, {})
    return words


@cache
def phrases(path: str) -> Phrases:
    """The phrases of one section ("headings", "values.status", "missing") of all languages together."""
    return Phrases(
        (category, text)
        for words in languages().values()
        for category, texts in _section(words, path).items()
        if isinstance(texts, list)
        for text in texts
    )


@cache
def word_set(path: str, key: str) -> frozenset[tuple[str, ...]]:
    """The phrases of one key of all languages, each as its tokens: ("numbers", "at_least")."""
    return frozenset(tokens(text) for words in languages().values() for text in _section(words, path).get(key, ()))


@cache
def single_words(path: str, key: str) -> frozenset[str]:
    """The words of one key of all languages that are one token each: ("joining", "and")."""
    return frozenset(words[0] for words in word_set(path, key) if len(words) == 1)


@cache
def number_words() -> dict[tuple[str, ...], int]:
    """Written-out numbers of all languages as tokens -> number; a word that means two numbers is left out."""
    found: dict[tuple[str, ...], set[int]] = {}
    for words in languages().values():
        for text, number in _section(words, "numbers").get("words", {}).items():
            found.setdefault(tokens(text), set()).add(number)
    return {word: next(iter(numbers)) for word, numbers in found.items() if len(numbers) == 1}
