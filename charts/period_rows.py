"""Two panels side by side: spans at their true width on a time axis, and people on an axis of their own."""

from typing import Any

from charts.bars import COLOURS, key_entries, right_margin, row_label
from charts.canvas import CHARACTER, NARROW, WIDE, axis, key_line, layout, note_at, time_axis, width_ms
from charts.palette import CARD, DIM, GREY, GRID, TEXT
from charts.sentences import people, short_span
from data.summaries.periods import Period
from data.summaries.tally import Bucket

ROW, NARROW_ROW = 34, 54
TOP, BOTTOM = 34, 34
GAP = 0.06


def periods_figure(drawn: list[Period], outcomes: tuple[str, ...], words: Any, narrow: bool) -> dict[str, Any]:
    """A figure of dated periods, the first on top."""
    names = [short_span(period.start, period.end, words) for period in drawn]
    left = 12 if narrow else int(max(map(len, names)) * CHARACTER) + 8
    buckets = [Bucket(period.killed, period.injured, 0.0, period.not_split, 1) for period in drawn]
    labels = [row_label(bucket, outcomes, words) for bucket in buckets]
    highest = max(bucket.known for bucket in buckets) or 1
    split = 0.38
    panel = ((NARROW if narrow else WIDE) - left) * (1 - split - GAP)
    right = right_margin([plain for plain, _ in labels], [bucket.known / highest for bucket in buckets], panel)
    traces = [_spans(drawn, names, words, narrow)]
    traces += [_people(drawn, outcome, words, narrow) for outcome in outcomes]
    if any(period.not_split for period in drawn):
        traces.append(_only_sums(drawn, words, narrow))
    annotations = [
        note_at(bucket.known, i + (0.2 if narrow else 0), marked, xref="x2", xanchor="left", xshift=5)
        for i, (bucket, (_, marked)) in enumerate(zip(buckets, labels, strict=True))
    ]
    if narrow:
        annotations += [note_at(0, i - 0.02, name, xref="paper", xanchor="left", yanchor="bottom")
                        for i, name in enumerate(names)]  # fmt: skip
    key = key_line(key_entries(outcomes, any(bucket.other for bucket in buckets), words, "not_split"), narrow)
    annotations.append({**key, "x": 0 if narrow else split + GAP})
    height = TOP + BOTTOM + len(drawn) * (NARROW_ROW if narrow else ROW)
    ticks = {} if narrow else {"tickvals": list(range(len(names))), "ticktext": names,
                               "tickfont": {"size": 12, "color": TEXT}, "ticklen": 6, "tickcolor": CARD}  # fmt: skip
    time = time_axis(drawn[0].start, drawn[-1].end, words, narrow, most=3 if narrow else 4, domain=[0, split])
    return {
        "data": traces,
        "layout": layout(
            words, height, (TOP, right, BOTTOM, left), barmode="stack", annotations=annotations,
            xaxis={**time, "showgrid": True, "gridcolor": GRID},
            xaxis2=axis(range=[0, highest], domain=[split + GAP, 1], showticklabels=False),
            yaxis=axis(range=[len(drawn) - 0.5, -0.5], showticklabels=not narrow, **ticks),
        ),
    }  # fmt: skip


def _row(role: str, drawn: list[Period], hover: list[str], narrow: bool, **parts: Any) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": role,
        "meta": {"role": role},
        "y": list(range(len(drawn))),
        "customdata": [[period.record_id, period.link] for period in drawn],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        **({"width": 0.3, "offset": 0.05} if narrow else {"width": 0.5, "offset": -0.25}),
        **parts,
    }


def _spans(drawn: list[Period], names: list[str], words: Any, narrow: bool) -> dict[str, Any]:
    days = [words.say("charts.days", count=period.days) for period in drawn]
    return _row(
        "span", drawn, [f"{name}<br>{length}" for name, length in zip(names, days, strict=True)], narrow,
        base=[period.start.isoformat() for period in drawn],
        x=[width_ms(period.start, period.end) for period in drawn],
        marker={"color": DIM, "line": {"color": CARD, "width": 0}},
    )  # fmt: skip


def _people(drawn: list[Period], outcome: str, words: Any, narrow: bool) -> dict[str, Any]:
    return _row(
        outcome, drawn, [people(outcome, getattr(period, outcome), words) for period in drawn], narrow,
        xaxis="x2", x=[getattr(period, outcome).known for period in drawn],
        marker={"color": COLOURS[outcome], "line": {"color": COLOURS[outcome], "width": 0}},
    )  # fmt: skip


def _only_sums(drawn: list[Period], words: Any, narrow: bool) -> dict[str, Any]:
    """Spans of which only killed and injured together are known: outlined, hatched grey."""
    return _row(
        "not_split", drawn, [words.say("charts.casualties", count=period.not_split) for period in drawn], narrow,
        xaxis="x2", x=[period.not_split for period in drawn],
        marker={"color": GREY, "line": {"color": GREY, "width": [1 if period.not_split else 0 for period in drawn]},
                "pattern": {"shape": "/", "fgcolor": GREY, "bgcolor": CARD, "size": 6, "solidity": 0.25}},
    )  # fmt: skip
