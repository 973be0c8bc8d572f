"""Words that stand before a sum, in every language of the heading words."""

from functools import cache

from data.intake.mapping.words import tokens, word_set
from data.intake.readers import Cell
from data.intake.table.cell_kinds import plain
from data.places.spelling import fold

_LONGEST = 60  # characters: what is longer is prose
_LONGEST_WORD = 24  # characters of the first word of a sum, with signs before it
_MOST_SUMMED = 4  # words after the word for a sum ("Total for the whole country")


def total_word(cell: Cell) -> str | None:
    """ "totals_row" or "subtotal" when the cell names a sum, else None."""
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return None
    text = plain(cell)
    if not fold(text[:_LONGEST_WORD]).lstrip(" :.*=-–—(\"'").startswith(_beginnings()):
        return None
    words = tokens(text)
    if _opens(words, "subtotal") or words in word_set("sums", "statistic"):
        return "subtotal"
    if words in word_set("sums", "total"):
        return "totals_row"
    # "Total 2021", "Всего по району"; words that may as well describe a record must stand alone.
    length = _opens(words, "opening")
    return "totals_row" if length and len(text.split()) - length <= _MOST_SUMMED else None


def is_weak(cell: Cell) -> bool:
    """Whether the word may as well describe a record ("all", "average"): it needs a row without another description."""
    words = tokens(plain(cell))
    return words in word_set("sums", "weak") or words in word_set("sums", "statistic")


def _opens(words: tuple[str, ...], key: str) -> int:
    """How many words the longest phrase of `key` has that the text begins with; 0 where none fits."""
    fitting = [len(phrase) for phrase in word_set("sums", key) if words[: len(phrase)] == phrase]
    return max(fitting, default=0)


@cache
def _beginnings() -> tuple[str, ...]:
    """How a word for a sum begins, with an Arabic article too: a quick no for nearly every cell."""
    words = {phrase[0] for key in ("total", "opening", "subtotal", "statistic") for phrase in word_set("sums", key)}
    return tuple(words | {f"ال{word}" for word in words})
