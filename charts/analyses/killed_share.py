"""killed_share: those killed as a share of killed and injured, per value of a field, with Wilson intervals."""

from typing import Any

from charts.analysis import analysis_view
from charts.asked import Asked
from charts.crossed.crossing import axis_name, place_name
from charts.dataset import cases_asked
from charts.headlines import share as share_said
from charts.headlines import told_of
from charts.notes import left_out
from charts.nothing import nothing_found
from charts.options import Option
from charts.picks import pick
from charts.sentences import cases, outcomes_shown
from charts.share_points import Point, share_points
from charts.shares import percent, share
from charts.view import Column, Table, View
from data.frame import Edition, Frame
from data.selection import FIELDS
from data.statistics.low_count import may_have_percent
from data.statistics.wilson import wilson
from data.summaries.axes import LAST, OTHERS, Axis, axis_of
from data.summaries.killed_share import Share, incomplete_records, killed_shares
from data.summaries.selected import Selected, select

KEY = "killed_share"
OPTIONS: tuple[Option, ...] = (Option("rows", ("district", *(f for f in FIELDS if f not in ("outcome", "district")))),)
MOST_ROWS = 12


def view(edition: Edition, asked: Asked) -> View:
    words, field = asked.words, asked.options["rows"]
    frame = cases_asked(KEY, words.say("killed_share.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    title = words.say("killed_share.heading", rows=axis_name(field, words))
    selected = select(frame, asked.selection)
    if not selected.record_count:
        return nothing_found(KEY, title, edition, frame, asked.selection, words, (), tuple(left_out(selected, words)))
    axis = axis_of(selected, field, asked.today, lambda bucket: bucket.killed.known + bucket.injured.known, MOST_ROWS)
    shares, whole = killed_shares(selected, axis)
    reason = _cannot(asked, whole, words)
    if reason:
        return analysis_view(KEY, title, edition, frame, selected, words, alt=reason, table=Table((), ()), figure={},
                             notes=left_out(selected, words), empty_reason=reason)  # fmt: skip
    rows = [(i, one) for i, one in enumerate(shares) if one.total or one.unknown or one.incomplete]
    points = [_point(words.say("killed_share.all"), whole, "", False, words, bold=True)]
    points += [
        _point(place_name(axis, i, words), one, _pick(axis, i), axis.keys[i] in LAST, words)
        for i, one in rows
        if one.total
    ]
    return analysis_view(
        KEY, title, edition, frame, selected, words,
        alt=_alt(whole, points[0].told, words),
        headline=share_said(told_of(selected, words, asked.today), whole.killed, whole.total),
        table=_table(axis, rows, whole, words),
        figure=share_points(points, words, asked.narrow),
        notes=_notes(whole, axis, selected, frame, words),
    )  # fmt: skip


def _cannot(asked: Asked, whole: Share, words: Any) -> str:
    """Why there is no share to show, "" where there is one."""
    if len(outcomes_shown(asked.selection)) < 2:
        return str(words.say("killed_share.both_needed"))
    return "" if whole.total else str(words.say("killed_share.nobody"))


def _pick(axis: Axis, i: int) -> str:
    return "" if axis.keys[i] == OTHERS else pick((axis.name, axis.keys[i]))


def _point(name: str, one: Share, address: str, grey: bool, words: Any, bold: bool = False) -> Point:
    base = words.say("killed_share.base" if bold else "killed_share.base_short", count=one.total)
    if not may_have_percent(one.total):
        told = words.say("charts.part_of", part=one.killed, whole=one.total)
        return Point(name, base, told, None, None, None, grey, address, bold)
    low, high = wilson(one.killed, one.total)
    told = words.say(
        "killed_share.told", share=percent(one.killed / one.total, words), interval=_interval(low, high, words)
    )
    return Point(name, base, told, one.killed / one.total, low, high, grey, address, bold)


def _alt(whole: Share, told: str, words: Any) -> str:
    """On a base too small for a percentage what is told is the two numbers themselves."""
    part = words.say("charts.part_of", part=whole.killed, whole=whole.total)
    return str(words.say("killed_share.alt" if told != part else "killed_share.alt_small", part=part, told=told))


def _interval(low: float, high: float, words: Any) -> str:
    return str(words.say("killed_share.interval", low=round(low * 100), high=round(high * 100)))


def _notes(whole: Share, axis: Axis, selected: Selected, frame: Frame, words: Any) -> list[str]:
    notes = [words.say("killed_share.note_interval"), words.say("killed_share.note_small")]
    if axis.others:
        notes.append(words.say("killed_share.note_others", count=axis.others))
    if whole.unknown:
        notes.append(words.say("killed_share.note_unknown", count=whole.unknown))
    if records := incomplete_records(selected):
        told = cases(frame.dataset.layout, records, words)
        notes.append(words.say("killed_share.note_incomplete", cases=told, people=whole.incomplete))
    return notes + left_out(selected, words)


def _table(axis: Axis, rows: list[tuple[int, Share]], whole: Share, words: Any) -> Table:
    keys = ("killed_in_base", "injured_in_base", "base", "share", "interval", "unknown", "incomplete")
    kinds = ("number", "number", "number", "text", "text", "number", "number")
    columns = [Column(axis.name, words.say(f"field.{axis.name}"))]
    columns += [
        Column(key, words.say(f"killed_share.column.{key}"), "number" if kind == "number" else "text")
        for key, kind in zip(keys, kinds, strict=True)
    ]
    lines = [(words.say("killed_share.all"), whole, "")]
    lines += [(place_name(axis, i, words), one, _pick(axis, i)) for i, one in rows]
    cells, picks = [], []
    for name, one, address in lines:
        injured = one.total - one.killed
        told = share(one.killed, one.total, words) if one.total else ""
        interval = _interval(*wilson(one.killed, one.total), words) if may_have_percent(one.total) else ""
        cells.append((name, one.killed, injured, one.total, told, interval, one.unknown, one.incomplete))
        parts = [address, _with(address, "killed"), _with(address, "injured"), *[address] * 5]
        picks.append(tuple(parts))
    return Table(tuple(columns), tuple(cells), picks=tuple(picks))


def _with(address: str, outcome: str) -> str:
    return f"{address}&outcome={outcome}" if address else ""
