"""Published running totals against recorded cases: what each statement says, and what is recorded up to its date."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from charts.against_conflicts import Revised, conflicts_told, numbered, revised_statements, revisions_told
from charts.against_figure import against_figure
from charts.against_table import against_columns, against_table, share_of
from charts.asked import Asked
from charts.notes import not_answered, not_recorded
from charts.nothing import no_dataset, nothing_found
from charts.options import Option
from charts.sentences import about, cases, counted_by, day_of, selection_sentence, source_text, sources, span
from charts.view import View
from data.frame import Edition, Frame
from data.selection import FIELDS, Selection
from data.summaries.against import Held, held_against, silences
from data.summaries.case_line import CaseLine, case_line
from data.summaries.coverage import CASES
from data.summaries.selected import select
from data.summaries.statements import Statement, main_scope, statements_of

KEY = "published_against_recorded"
MEASURES = ("casualties", "killed", "injured")
OPTIONS: tuple[Option, ...] = (Option("of", MEASURES),)
ANSWERED = ("outcome", "status", "counted_by")
MOST_SILENCES = 4


@dataclass(frozen=True)
class Compared:
    """What is drawn. `told` are the dated statements of the period and counters asked for that can be compared."""

    of: str
    since: date | None
    held: list[Held]
    told: list[Statement]
    line: CaseLine
    notes: list[str]


def view(edition: Edition, asked: Asked) -> View:
    words, title = asked.words, asked.words.say(f"{KEY}.title")
    pair = _frames(edition, asked.dataset)
    if pair is None:
        reason = words.say("published_against_recorded.no_pair")
        return replace(no_dataset(KEY, title, edition, words), alt=reason, empty_reason=reason)
    totals, recorded = pair
    revised = revised_statements(asked.against, totals)
    found = _compared(totals, recorded, asked)
    columns = against_columns(found.of, revised is not None, words)
    notes = tuple(_notes(found, totals, recorded, asked, revised))
    if not found.held:
        return nothing_found(KEY, title, edition, totals, asked.selection, words, columns, notes)
    figure = against_figure(found.held, found.line, found.of, found.since, _window(found, asked, recorded),
                            set(revised.ids) if revised else set(), words, asked.narrow)  # fmt: skip
    last = _last(found.held)
    return View(
        chart=KEY, title=title, subtitle=_subtitle(found, recorded, asked), alt=_alt(found, last, asked),
        table=against_table(found.held, found.since, found.of, columns, revised, words), figure=figure,
        sources=(*sources(totals, words), *sources(recorded, words)), edition=edition.number,
        as_of=last.statement.last, notes=notes, height=figure["layout"]["height"],
        about=(*about(totals, words), *about(recorded, words)),
    )  # fmt: skip


def _frames(edition: Edition, key: str) -> tuple[Frame, Frame] | None:
    """(running totals, cases that say which of them lie in their scope); `key` names either of them, or "" none."""
    for recorded in edition.frames.values():
        totals = edition.frames.get(recorded.dataset.official_scope_of or "")
        if totals is None or recorded.dataset.layout not in CASES or totals.dataset.layout != "running_totals":
            continue
        if key in ("", recorded.dataset.key, totals.dataset.key):
            return totals, recorded
    return None


def _measure(selection: Selection, chosen: str) -> str:
    """What is counted: the option, unless the filter on outcomes leaves only killed, or only injured."""
    passing = [outcome for outcome in ("killed", "injured") if selection.passes("outcome", outcome)]
    return chosen if len(passing) == 2 else passing[0] if passing else ""


def _number(one: Statement, of: str, status: frozenset[str]) -> float | None:
    """The whole number that a statement gives, None where it does not or where it is a minimum only."""
    if not status:
        return one.value(of)
    amounts = [one.of_status(outcome, status) for outcome in ("killed", "injured") if of in (outcome, "casualties")]
    whole = [None if amount.at_least else amount.n for amount in amounts]
    return None if None in whole else sum(n for n in whole if n is not None)


def _compared(totals: Frame, recorded: Frame, asked: Asked) -> Compared:
    selection, words = asked.selection, asked.words
    of, status = _measure(selection, asked.options["of"]), selection.among("status")
    every = statements_of(totals)
    in_time = [one for one in every if one.start and _inside(one, selection)]
    counters = {one.counted_by for one in every}
    own = [one for one in in_time if not _by_counter(selection, counters) or selection.passes("counted_by",
                                                                                              one.counted_by)]  # fmt: skip
    scoped = [one for one in own if one.is_main_scope]
    since = _beginning(scoped)
    begun = [one for one in scoped if one.since in (None, since)]
    # An unknown beginning is taken to be that of the others.
    begun = [replace(one, since=since) for one in begun]
    said = [(one, value) for one in begun if of and (value := _number(one, of, status)) is not None]
    line = case_line(recorded, of or "casualties", status)
    held = held_against(said, line, recorded.dataset.covered_to)
    counted = {"undated": sum(not one.start for one in every) if not selection.limited_in_time else 0,
               "other_begin": len(scoped) - len(begun), "silent": len(begun) - len(said)}  # fmt: skip
    notes = [words.say(f"{KEY}.note_{name}", count=count) for name, count in counted.items() if count]
    if others := sorted({source_text("scope", one.scope, words) for one in own if not one.is_main_scope}):
        left = words.say(f"{KEY}.note_scope", count=len(own) - len(scoped), scopes=words.list(others),
                         main=source_text("scope", main_scope([one.scope for one in every]), words))  # fmt: skip
        notes.append(left)
    return Compared(of, since, held, [one for one, _ in said], line, notes)


def _inside(one: Statement, selection: Selection) -> bool:
    after = selection.date_from is None or one.first >= selection.date_from
    return after and (selection.date_to is None or one.last <= selection.date_to)


def _by_counter(selection: Selection, counters: set[str]) -> bool:
    """Whether the filter on counters is about those of the statements."""
    named = selection.counted_by | selection.left_out("counted_by")
    return bool(named & counters)


def _beginning(scoped: list[Statement]) -> date | None:
    days = [one.since for one in scoped if one.since]
    return max(dict.fromkeys(days), key=days.count, default=None)


def _last(held: list[Held]) -> Held:
    """The newest that can be compared."""
    return next((one for one in reversed(held) if one.recorded is not None), held[-1])


def _window(found: Compared, asked: Asked, recorded: Frame) -> tuple[date, date]:
    """The days of the axis."""
    first = asked.selection.date_from or found.since or min(one.first for one in found.told)
    last = max(one.last for one in found.told)
    until = recorded.dataset.covered_to
    if asked.selection.date_to is None and until and until > last:
        last = until
    return max(first, found.since) if found.since else first, last


def _subtitle(found: Compared, recorded: Frame, asked: Asked) -> str:
    words = asked.words
    said = words.say(f"{KEY}.subtitle.{found.of}", counted_by=counted_by(recorded, words))
    as_of = words.say("charts.as_of", day=_last(found.held).statement.last)
    return " ".join([said, selection_sentence(asked.selection, words), as_of])


def _alt(found: Compared, last: Held, asked: Asked) -> str:
    """What the newest statement says beside what is recorded, and how many contradictions there are."""
    words, one = asked.words, last.statement
    told = {"published": _people(found.of, last.published, words), "as_of": day_of(one.first, one.precision, words),
            "counted_by": source_text("counted_by", one.counted_by, words)}  # fmt: skip
    if last.recorded is None:
        return str(words.say(f"{KEY}.alt_uncovered", **told))
    alt = [words.say(f"{KEY}.alt", recorded=last.recorded, **told)]
    if (share := share_of(last)) is not None:
        alt.append(words.say(f"{KEY}.alt_share", share=share, gap=last.gap))
    alt.append(words.say(f"{KEY}.alt_statements", count=len(found.held)))
    if conflicts := numbered(found.held):
        alt.append(words.say(f"{KEY}.alt_conflicts", count=len(conflicts)))
    return " ".join(alt)


def _people(of: str, value: float, words: Any) -> str:
    return str(words.say("charts.casualties" if of == "casualties" else f"charts.{of}", count=value))


def _notes(found: Compared, totals: Frame, recorded: Frame, asked: Asked, revised: Revised | None) -> list[str]:
    words, selection = asked.words, asked.selection
    notes = [words.say(f"{KEY}.note_apart")]
    if found.held:
        notes += conflicts_told(found.held, words)
        notes += revisions_told(revised, asked.against, words)
        notes += _on_cases(found, recorded, asked) + _on_time(found, recorded, asked)
    notes += found.notes
    silent_on = [field for field in FIELDS if field not in ANSWERED]
    if selection.counted_by | selection.left_out("counted_by") and not _by_counter(
        selection, {one.counted_by for one in statements_of(totals)}
    ):
        silent_on.append("counted_by")
    if selection.in_official_scope == {"yes"}:  # what is compared anyway
        silent_on.remove("in_official_scope")
    return notes + not_answered(selection, tuple(silent_on), words)


def _on_cases(found: Compared, recorded: Frame, asked: Asked) -> list[str]:
    """Which records are counted, and which are not or cannot be placed."""
    words, layout, line, notes = asked.words, recorded.dataset.layout, found.line, []
    counted = Selection(in_official_scope=frozenset({"yes"}), status=asked.selection.among("status"))
    selected = select(recorded, counted)
    if line.outside:
        notes.append(words.say(f"{KEY}.note_outside", cases=cases(layout, line.outside, words)))
    if line.undated_records:
        notes.append(words.say(f"{KEY}.note_no_day", cases=cases(layout, line.undated_records, words),
                               people=_people(found.of, line.undated, words)))  # fmt: skip
    if line.coarse_records:
        notes.append(words.say(f"{KEY}.note_coarse", cases=cases(layout, line.coarse_records, words)))
    missing = not_recorded(selected, words, marked=False)
    if found.of != "casualties":
        missing = not_recorded(select(recorded, replace(counted, outcome=frozenset({found.of}))), words, marked=False)
    if unstated := selected.left_out.silent.get("status"):
        told = words.say("charts.casualties", count=unstated)
        missing.append(words.say("charts.note.silent_out", field=words.say("field.status").lower(), left_out=told))
    return notes + missing


def _on_time(found: Compared, recorded: Frame, asked: Asked) -> list[str]:
    """Where the cases begin late or end early, what may still come in, and stretches without any statement."""
    words, dataset, notes = asked.words, recorded.dataset, []
    if asked.selection.limited_in_time and found.since:
        notes.append(words.say(f"{KEY}.note_period", since=found.since))
    if dataset.covered_from and found.since and dataset.covered_from > found.since:
        notes.append(words.say(f"{KEY}.note_begins", covered_from=dataset.covered_from, since=found.since))
    if late := sum(one.recorded is None for one in found.held):
        notes.append(words.say(f"{KEY}.note_uncovered", count=late, covered_to=dataset.covered_to))
    if dataset.reporting_delay_days and dataset.covered_to:
        notes.append(words.say(f"{KEY}.note_delay", days=dataset.reporting_delay_days, covered_to=dataset.covered_to))
    quiet = silences((one.first, one.last) for one in found.told)
    if quiet:
        longest = sorted(quiet, key=lambda pair: pair[0] - pair[1])[:MOST_SILENCES]
        listed = "; ".join(span(*pair, words) for pair in sorted(longest))
        notes.append(words.say(f"{KEY}.note_silences", count=len(quiet), listed=listed))
    return notes
