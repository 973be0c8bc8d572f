"""As known on: what an edition says otherwise than another, by year, district or outcome, or by statement."""

from collections import Counter
from dataclasses import replace
from typing import Any

from charts.against.conflicts import revised_statements
from charts.asked import Asked
from charts.editions.dumbbells import Dumbbell, dumbbells
from charts.editions.groups import MOST_ROWS, group_rows, group_table, measures_shown
from charts.editions.statements import measures, state, turn_rows, turn_table, turns
from charts.headlines import Told, statements_changed
from charts.headlines import editions as editions_said
from charts.notes import left_out, not_answered, not_recorded
from charts.nothing import no_dataset, nothing_found
from charts.options import Option
from charts.sentences import about, cases, counted_by, selection_sentence, sources, sums
from charts.view import Table, View
from data.comparison.editions import Between, Rows, between
from data.frame import Edition, Frame
from data.problems import field_name
from data.selection import FIELDS
from data.summaries.coverage import CASES, cases_frame
from data.summaries.selected import Selected, select
from data.summaries.statements import statements_of
from data.summaries.tally import whole

KEY = "editions_compared"
ROWS: tuple[Rows, ...] = ("year", "district", "outcome")
OPTIONS: tuple[Option, ...] = (Option("rows", ROWS),)
MOST_FIELDS = 6
STATES = ("revised", "new", "gone", "same_sum")
# What the statements are not asked for: the period and the counter narrow them, outcomes decide what is shown.
SILENT_ON = tuple(field for field in FIELDS if field not in ("outcome", "counted_by"))


def view(edition: Edition, asked: Asked) -> View:
    """Of `asked.dataset`, or of the single cases; `asked.against` is the other edition."""
    words, other = asked.words, asked.against
    found = _frames(edition, asked)
    if isinstance(found, str):
        return _said(edition, asked, found)
    before, after = found
    if other is None:
        reason = "editions_compared.choose" if edition.number > 1 else "editions_compared.first"
        return _said(edition, asked, words.say(reason), after)
    if other.number == edition.number:
        return _said(edition, asked, words.say("editions_compared.same_edition", edition=str(edition.number)), after)
    if after.dataset.layout == "running_totals":
        return _statements(edition, other, before, after, asked)
    return _cases(edition, other, before, after, asked)


def _frames(edition: Edition, asked: Asked) -> tuple[Frame, Frame] | str:
    """(as the other edition has it, as this one has it), or why they cannot be compared. Without other: this twice."""
    words, other = asked.words, asked.against
    standard = cases_frame(edition) or (cases_frame(other) if other else None)
    key = asked.dataset or (standard.dataset.key if standard else "")
    after, before = edition.frames.get(key), other.frames.get(key) if other else None
    if after is None:
        if before is None or other is None:
            return str(words.say("charts.empty.no_dataset"))
        parts = {"title": before.dataset.title[words.language], "edition": str(edition.number)}
        return str(words.say("editions_compared.gone_dataset", **parts, other=str(other.number)))
    if other is None:
        return after, after
    if before is None:
        parts = {"title": after.dataset.title[words.language], "edition": str(other.number)}
        return str(words.say("editions_compared.new_dataset", **parts))
    if _kind(before) != _kind(after):
        return str(words.say("editions_compared.other_layout", title=after.dataset.title[words.language]))
    return before, after


def _kind(frame: Frame) -> str:
    """Accidents and people can be compared as sums; periods and statements only with their like."""
    return "cases" if frame.dataset.layout in CASES else frame.dataset.layout


def _said(edition: Edition, asked: Asked, reason: str, frame: Frame | None = None, table: Table | None = None) -> View:
    """Nothing to draw, said plainly."""
    empty = no_dataset(KEY, asked.words.say("editions_compared.title"), edition, asked.words)
    whose = sources(frame, asked.words) if frame else ()
    return replace(empty, alt=reason, headline=reason, empty_reason=reason, sources=whose, table=table or empty.table)


def _cases(edition: Edition, other: Edition, before: Frame, after: Frame, asked: Asked) -> View:
    words, selection, rows = asked.words, asked.selection, asked.options["rows"]
    found = between(before, after, selection, _row_kind(rows))
    editions = (str(other.number), str(edition.number))
    table = group_table(found, rows, selection, editions, words)
    if not found.same and found.nothing:
        title = words.say("editions_compared.title")
        return nothing_found(KEY, title, edition, after, selection, words, table.columns)
    if found.nothing:
        told = {"selection": _lowered(asked), "edition": editions[1], "other": editions[0]}
        reason = words.say("editions_compared.nothing", count=found.same, **told)
        return _said(edition, asked, reason, after, table)
    drawn = group_rows(found, rows, selection, words)
    changed = sum(group.state != "same" for group in found.groups)
    notes = [_counted(found, after, words), *_fields(found, words)]
    if changed < len(found.groups):
        notes.append(words.say("editions_compared.note_same", count=len(found.groups) - changed))
    if len(drawn) == MOST_ROWS < len(found.groups):
        notes.append(words.say("editions_compared.note_rest", count=len(found.groups) - len(drawn)))
    selected = select(after, selection)
    notes += [*not_recorded(selected, words), *left_out(selected, words)]
    panels = ("people",) if rows == "outcome" else measures_shown(found, selection)
    # Three panels do not stand beside each other on a telephone: those of unknown outcome are in the table.
    panels = panels[:2] if asked.narrow else panels
    now, was = (_sums(side, words) for side in (selected, select(before, selection)))
    said = editions_said(Told(words, counted_by(after, words), selection), editions, now, was)
    alt = words.say("editions_compared.alt", edition=editions[1], other=editions[0], now=now, was=was)
    return _drawn(edition, after, asked, drawn, panels, table, f"{alt} {notes[0]}", said, notes, editions)


def _sums(side: Selected, words: Any) -> str:
    """Of no record at all nothing is known: that is not 0."""
    if not side.record_count:
        return str(words.say("editions_compared.no_records"))
    return sums(whole(side), side.selection, words)


def _statements(edition: Edition, other: Edition, before: Frame, after: Frame, asked: Asked) -> View:
    """Running totals: every statement that is new, gone or says otherwise."""
    words, selection = asked.words, asked.selection
    editions = (str(other.number), str(edition.number))
    revised = revised_statements(other, after)
    found = turns(revised, statements_of(after), selection) if revised else []
    if not found:
        reason = words.say("editions_compared.no_revisions", edition=editions[1], other=editions[0])
        return _said(edition, asked, reason, after)
    counts = Counter(state(turn) for turn in found)
    told = [words.say(f"editions_compared.statements.{name}", count=counts[name]) for name in STATES if counts[name]]
    said = words.say("editions_compared.alt_statements", edition=editions[1], other=editions[0],
                     counts=words.list(told))  # fmt: skip
    table = turn_table(found, selection, editions, words)
    drawn = turn_rows(found, selection, words)
    notes = [words.say("editions_compared.note_running")]
    if len(drawn) < len(found):
        notes.append(words.say("editions_compared.note_undrawn", count=len(found) - len(drawn)))
    notes += not_answered(selection, SILENT_ON, words)
    if not drawn:
        return _said(edition, asked, said, after, table)
    # A column in which no statement gives a number would only say so again and again.
    given = [one for one in measures(selection) if any(n.n is not None for row in drawn for n in row.values[one])]
    panels = tuple(given[-2:] if asked.narrow else given)
    headline = statements_changed(Told(words, counted_by(after, words), selection), editions, words.list(told))
    return _drawn(edition, after, asked, drawn, panels, table, said, headline, notes, editions)


def _drawn(
    edition: Edition, frame: Frame, asked: Asked, rows: list[Dumbbell], panels: tuple[str, ...], table: Table,
    alt: str, headline: str, notes: list[str], editions: tuple[str, str],
) -> View:  # fmt: skip
    words = asked.words
    headings = {panel: words.say(f"editions_compared.measure.{panel}") for panel in panels}
    key = [words.say("editions_compared.key.edition", edition=number) for number in editions]
    figure = dumbbells(rows, headings, [*key, words.say("editions_compared.key.revised", edition=editions[1])], words,
                       asked.narrow)  # fmt: skip
    return View(
        chart=KEY, title=words.say("editions_compared.title"), subtitle=_subtitle(edition, frame, asked), alt=alt,
        headline=headline,
        table=table, figure=figure, sources=sources(frame, words), edition=edition.number,
        as_of=frame.dataset.covered_to, notes=tuple(notes), height=figure["layout"]["height"],
        about=about(frame, words),
    )  # fmt: skip


def _subtitle(edition: Edition, frame: Frame, asked: Asked) -> str:
    words, other = asked.words, asked.against
    assert other is not None  # noqa: S101 - there is nothing to draw without it
    told = words.say(
        "editions_compared.subtitle", title=frame.dataset.title[words.language], counted_by=counted_by(frame, words),
        edition=str(edition.number), day=edition.published_at.date(), other=str(other.number),
        other_day=other.published_at.date(),
    )  # fmt: skip
    as_of = frame.dataset.covered_to
    ends = [words.say("charts.as_of", day=as_of)] if as_of else []
    return " ".join([told, selection_sentence(asked.selection, words), *ends])


def _counted(found: Between, frame: Frame, words: Any) -> str:
    """How many records are new, gone and changed."""
    counts = {name: getattr(found, name) for name in ("added", "gone", "changed")}
    told = [words.say(f"editions_compared.records.{name}", count=count) for name, count in counts.items() if count]
    same = cases(frame.dataset.layout, found.same, words)
    return str(words.say("editions_compared.records", counts=words.list(told), same=same))


def _fields(found: Between, words: Any) -> list[str]:
    """In which fields the changed records of the whole dataset differ."""
    if not found.changed or not found.fields:
        return []
    most = sorted(found.fields.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_FIELDS]
    named = [f"{_field(field, words)} ({words.number(count)})" for field, count in most]
    return [words.say("editions_compared.note_fields", fields=words.list(named))]


def _field(field: str, words: Any) -> str:
    message = f"editions_compared.field.{field}"
    return str(words.say(message)) if words.has(message) else field_name(field, words).lower()


def _row_kind(name: str) -> Rows:
    return next(rows for rows in ROWS if rows == name)


def _lowered(asked: Asked) -> str:
    sentence = selection_sentence(asked.selection, asked.words)
    return sentence[0].lower() + sentence[1:-1]
