"""The words that several charts need: amounts, days, names, sources and the selection."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from charts.view import Source
from data import places
from data.fields import NOT_STATED
from data.frame import Dataset, Frame
from data.selection import Selection, source_name
from data.summaries.amounts import Amount
from data.summaries.tally import Bucket

OUTCOMES = ("killed", "injured")
source_text = source_name


def outcomes_shown(selection: Selection) -> tuple[str, ...]:
    """killed and injured, or those of them that are asked for."""
    return tuple(outcome for outcome in OUTCOMES if selection.passes("outcome", outcome))


@lru_cache(maxsize=8192)
def number(amount: Amount, words: Any) -> str:
    """A number as a mark's label: 4, 4+ where it is at least four, or "not recorded".

    Kept: a page says some 500 small numbers, and each costs 35 microseconds to format.
    """
    if amount.n is None:
        return words.say("charts.not_recorded")
    return words.number(amount.n) + ("+" if amount.at_least else "")


def amount(one: Amount, words: Any) -> str:
    """A number in a table or a list: 4, at least 4, "not recorded"."""
    if one.n is None or not one.at_least:
        return recorded(one.n, words)
    return str(words.say("charts.at_least", number=one.n))


def recorded(value: float | None, words: Any) -> str:
    """The same of a number that is never a minimum."""
    return str(words.say("charts.not_recorded") if value is None else words.number(value))


@lru_cache(maxsize=8192)
def people(outcome: str, amount: Amount, words: Any) -> str:
    """4 killed, at least 4 killed, number killed not recorded."""
    if amount.n is None:
        return words.say(f"charts.{outcome}_missing")
    text = words.say(f"charts.{outcome}", count=amount.n)
    return words.say("charts.at_least", number=text) if amount.at_least else text


def sums(bucket: Bucket, selection: Selection, words: Any) -> str:
    """4 killed and 28 injured, and whom it is not known of."""
    return people_in({outcome: getattr(bucket, outcome) for outcome in outcomes_shown(selection)}, bucket.other, words)


def people_in(amounts: dict[str, Amount], other: float, words: Any) -> str:
    """Amounts of killed and injured and of others in one phrase; that nothing is recorded is said once."""
    if len(amounts) > 1 and not other and all(amount.n is None for amount in amounts.values()):
        return words.say("charts.both_missing")
    parts = [people(outcome, amount, words) for outcome, amount in amounts.items()]
    if other:
        parts.append(words.say("charts.other", count=other))
    return words.list(parts)


def cases(layout: str, count: int, words: Any) -> str:
    """102 reported accidents, 64 statements: what a record of the dataset is."""
    return words.say(f"charts.cases.{layout}", count=count)


def span(start: date, end: date, words: Any) -> str:
    """A stretch of days: 2021, January 2021, or 4 October 2022 – 10 November 2022."""
    return Selection(start, end).period(words) if _has_name(start, end) else words.say(
        "charts.span", start=start, end=end
    )  # fmt: skip


def period_name(start: date, end: date, words: Any) -> str:
    """2024, January to October 2025, February 2025 to January 2026: as short as it is exact."""
    months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if months and start.year == end.year and 1 <= end.month - start.month < 11:
        first = words.locale.months["stand-alone"]["wide"][start.month]
        return str(words.say("charts.span", start=first, end=words.date(end, "month")))
    return Selection(start, end).period(words)


def is_span(start: date, end: date) -> bool:
    """Whether the name of a period is that of no single month or year, so that no "in" can stand before it."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    return not (
        start.day == 1 and (end + timedelta(days=1)).day == 1 and (months == 1 or (months, start.month) == (12, 1))
    )


def day_of(start: date, precision: str, words: Any) -> str:
    """A date as exactly as it is known."""
    return words.date(start, precision)


@lru_cache(maxsize=8192)
def bin_name(start: date, interval: str, words: Any) -> str:
    """The day, week, month, quarter or year that begins on `start`."""
    if interval == "week":
        year, week, _ = start.isocalendar()
        return str(words.say("over_time.week", week=str(week), year=str(year)))
    return words.date(start, interval)


def short_span(start: date, end: date, words: Any) -> str:
    """10 Nov 2020 – 14 Dec 2021, for labels."""
    days = [words.say("charts.short_day", day=str(day.day), month=words.short_month(day)) for day in (start, end)]
    return days[0] if start == end else words.say("charts.span", start=days[0], end=days[1])


def _has_name(start: date, end: date) -> bool:
    return start == end or (start.day == 1 and end.day >= 28 and start.year == end.year)


def district_name(key: str, words: Any) -> str:
    """The name of a district key in the language of `words`; an unknown key stands for itself."""
    return words.say("value.district.not_stated") if key in ("", NOT_STATED) else places.name(key, words.language)


def category_name(field: str, key: str, words: Any) -> str:
    return district_name(key, words) if field == "district" else words.say(f"value.{field}.{key}")


def selection_sentence(selection: Selection, words: Any) -> str:
    """The selection as a sentence with its full stop."""
    return selection.sentence(words, lambda key: district_name(key, words)) + "."


def counted_by(frame: Frame, words: Any) -> str:
    """Who counted, without what the dataset adds after a semicolon."""
    return counted_in(frame.dataset, words)


def counted_in(dataset: Dataset, words: Any) -> str:
    """Who counted a dataset, in the same short form."""
    return dataset.counted_by[words.language].partition(";")[0]


def opening(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def sources(frame: Frame, words: Any) -> tuple[Source, ...]:
    dataset, language = frame.dataset, words.language
    return (
        Source(
            dataset.key, dataset.title[language], dataset.counted_by[language], frame.version,
            dataset.licence.get(language, ""), dataset.source_url,
        ),
    )  # fmt: skip


def about(frame: Frame, words: Any) -> tuple[str, ...]:
    """What is counted, of whom, and what it must not be taken for."""
    dataset, language = frame.dataset, words.language
    texts = (dataset.definition, dataset.scope, dataset.caution)
    return tuple(text[language] for text in texts if text.get(language))
