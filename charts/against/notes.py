"""What is said under published against recorded: contradictions, what is not counted, what the dates leave open."""

from charts.against.asked import Compared, by_counter, people
from charts.against.conflicts import Revised, conflicts_told, revisions_told
from charts.asked import Asked
from charts.notes import not_answered, not_recorded
from charts.sentences import cases, span
from data.frame import Frame
from data.selection import FIELDS, Selection
from data.summaries.against import silences
from data.summaries.selected import select
from data.summaries.statements import statements_of

ANSWERED = ("outcome", "status", "counted_by")
MOST_SILENCES = 4


def against_notes(found: Compared, totals: Frame, recorded: Frame, asked: Asked, revised: Revised | None) -> list[str]:
    words, selection = asked.words, asked.selection
    notes = [words.say("published_against_recorded.note_apart")]
    if found.held:
        notes += conflicts_told(found.held, words)
        notes += revisions_told(revised, asked.against, words)
        notes += _on_cases(found, recorded, asked) + _on_time(found, recorded, asked)
    notes += found.notes
    silent_on = [field for field in FIELDS if field not in ANSWERED]
    if selection.counted_by | selection.left_out("counted_by") and not by_counter(
        selection, {one.counted_by for one in statements_of(totals)}
    ):
        silent_on.append("counted_by")
    if selection.in_official_scope == {"yes"}:  # what is compared anyway
        silent_on.remove("in_official_scope")
    return notes + not_answered(selection, tuple(silent_on), words)


def _on_cases(found: Compared, recorded: Frame, asked: Asked) -> list[str]:
    """Which records are counted, and which are not or cannot be placed."""
    words, layout, line, notes = asked.words, recorded.dataset.layout, found.line, []
    if line.outside:
        outside = cases(layout, line.outside, words)
        notes.append(words.say("published_against_recorded.note_outside", cases=outside))
    if line.undated_records:
        undated, whom = cases(layout, line.undated_records, words), people(found.of, line.undated, words)
        notes.append(words.say("published_against_recorded.note_no_day", cases=undated, people=whom))
    if line.coarse_records:
        coarse = cases(layout, line.coarse_records, words)
        notes.append(words.say("published_against_recorded.note_coarse", cases=coarse))
    outcome = frozenset({found.of} - {"casualties"})
    inside = Selection(outcome=outcome, status=asked.selection.among("status"), in_official_scope=frozenset({"yes"}))
    selected = select(recorded, inside)
    notes += not_recorded(selected, words, marked=False)
    if unstated := selected.left_out.silent.get("status"):
        told = words.say("charts.casualties", count=unstated)
        notes.append(words.say("charts.note.silent_out", field=words.say("field.status").lower(), left_out=told))
    return notes


def _on_time(found: Compared, recorded: Frame, asked: Asked) -> list[str]:
    """Where the cases begin late or end early, what may still come in, and stretches without any statement."""
    words, dataset, since, notes = asked.words, recorded.dataset, found.since, []
    begins, until, delay = dataset.covered_from, dataset.covered_to, dataset.reporting_delay_days
    if asked.selection.limited_in_time and since:
        notes.append(words.say("published_against_recorded.note_period", since=since))
    if begins and since and begins > since:
        notes.append(words.say("published_against_recorded.note_begins", covered_from=begins, since=since))
    if late := sum(one.recorded is None for one in found.held):
        notes.append(words.say("published_against_recorded.note_uncovered", count=late, covered_to=until))
    if delay and until:
        notes.append(words.say("published_against_recorded.note_delay", days=delay, covered_to=until))
    quiet = silences((one.first, one.last) for one in found.told)
    if quiet:
        longest = sorted(quiet, key=lambda pair: pair[0] - pair[1])[:MOST_SILENCES]
        listed = "; ".join(span(*pair, words) for pair in sorted(longest))
        notes.append(words.say("published_against_recorded.note_silences", count=len(quiet), listed=listed))
    return notes
