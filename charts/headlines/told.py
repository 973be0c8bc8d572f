"""What every finding sentence says beside its numbers: of which time, of which selection, and who counted."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from charts.sentences import counted_in, district_name, is_span, outcomes_shown
from data.selection import Selection
from data.summaries.selected import Selected

# A longer list of filters would push the finding out of a slide's headline.
LONGEST_SELECTION = 90
EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Told:
    """`start` and `end` are the first and the last day that was counted, None where that is not known; `precision` is
    how exactly `end` is known. `selection` is what else is asked for (its period is not said). `growing`: reports may
    still come in, so that every number is a minimum.
    """

    words: Any
    who: str
    selection: Selection = EVERYTHING
    start: date | None = None
    end: date | None = None
    precision: str = "day"
    growing: bool = False

    @property
    def outcomes(self) -> tuple[str, ...]:
        return outcomes_shown(self.selection)

    def sentence(self, message: str, **values: Any) -> str:
        """A sentence that also takes {when}, {who} and {selection}."""
        parts = {
            "when": self.when(),
            "who": in_sentence(self.who, self.words),
            "selection": self.of_selection(),
            **values,
        }
        return str(self.words.say(message, **parts))

    def when(self) -> str:
        """Between 10 November 2020 and 13 March 2026, In 2024, On 4 March 2024, Up to May 2025, In all."""
        words, start, end = self.words, self.start, self.end
        if end is None:
            return str(words.say("headlines.when.all" if start is None else "headlines.when.since", start=start or ""))
        last = words.date(end, self.precision)
        if start is None:
            return str(words.say("headlines.when.until", end=last))
        if start == end:
            return str(words.say("headlines.when.day", day=last))
        if self.precision == "day" and not is_span(start, end):
            return str(words.say("headlines.when.in", name=Selection(start, end).period(words)))
        return str(words.say("headlines.when.between", start=words.date(start), end=last))

    def of_selection(self) -> str:
        """The selection without its period in brackets, "" where everything is counted."""
        return in_brackets(replace(self.selection, date_from=None, date_to=None), self.words)


def in_sentence(who: str, words: Any) -> str:
    """A counter as it stands in a sentence: without what it counted from ("Minetall, from news reports"), which the
    source line says in full, and with an article where the language wants one ("the Ministry of ...")."""
    name, _, origin = who.partition(", ")
    if not origin.startswith(tuple(f"{begins} " for begins in words.say("headlines.who.from").split("|"))):
        name = who
    office = name.startswith(tuple(words.say("headlines.who.offices").split("|")))
    return str(words.say("headlines.who.office", name=name)) if office else name


def in_brackets(selection: Selection, words: Any) -> str:
    """ " (selection: civilian; Aghdam)"; of a very long one how many filters there are."""
    named = selection.named(words, lambda key: district_name(key, words))
    if len(named) > LONGEST_SELECTION:
        return " " + str(words.say("headlines.selection_long", count=len(selection.query())))
    return " " + str(words.say("headlines.selection", parts=named)) if named else ""


def told_of(selected: Selected, words: Any, today: date) -> Told:
    """Of single cases: the days that the dataset covers, as far as they are asked for."""
    dataset, selection = selected.dataset, selected.selection
    start = max((day for day in (dataset.covered_from, selection.date_from) if day), default=None)
    end = min((day for day in (dataset.covered_to, selection.date_to) if day), default=None)
    if start and end and start > end:
        start = end = None
    final_until = min(today, dataset.covered_to or today) - timedelta(days=dataset.reporting_delay_days)
    growing = (end or today) > final_until
    return Told(words, counted_in(dataset, words), selection, start, end, growing=growing)
