"""Horizontal bars of killed and injured: the name over each bar, the numbers beside it, at any width."""

from collections.abc import Callable
from typing import Any

from charts.canvas import CHARACTER, axis, key_line, layout, note_at
from charts.palette import CARD, DIM, GREY, INJURED, INJURED_TEXT, INK, KILLED, TEXT
from charts.sentences import number, people
from data.summaries.tally import Bucket

Row = tuple[str, Bucket, bool]
COLOURS = {"killed": KILLED, "injured": INJURED}
ROW, TOP, BOTTOM = 42, 30, 4
# Three such cards stand beside each other; labels are laid out for the px of one of them.
NARROWEST = 230


def bars_figure(rows: list[Row], outcomes: tuple[str, ...], words: Any) -> dict[str, Any]:
    """A figure of (name, Bucket, grey) rows, the first on top."""
    has_other = any(bucket.other for _, bucket, _ in rows)
    traces = [trace for outcome in outcomes for trace in _bars(rows, outcome, words)]
    if has_other:
        traces.append(_other_bars(rows, words))
    labels = [row_label(bucket, outcomes, words) for _, bucket, _ in rows]
    highest = max(bucket.known for _, bucket, _ in rows) or 1
    right = right_margin([plain for plain, _ in labels], [bucket.known / highest for _, bucket, _ in rows], NARROWEST)
    annotations = [key_line(key_entries(outcomes, has_other, words))]
    for i, ((name, bucket, grey), (_, marked)) in enumerate(zip(rows, labels, strict=True)):
        annotations.append(note_at(0, i, name, DIM if grey else TEXT, xanchor="left", yanchor="bottom", xshift=-3))
        annotations.append(note_at(bucket.known, i + 0.2, marked, xanchor="left", yanchor="middle", xshift=4))
    return {
        "data": traces,
        "layout": layout(
            words, TOP + BOTTOM + len(rows) * ROW, (TOP, right, BOTTOM, 2), barmode="stack", annotations=annotations,
            xaxis=axis(range=[0, highest], showticklabels=False),
            yaxis=axis(range=[len(rows) - 0.5, -0.5], showticklabels=False),
        ),
    }  # fmt: skip


def _bars(rows: list[Row], outcome: str, words: Any) -> list[dict[str, Any]]:
    """One outcome: rows in its colour, then the grey ones, where a pattern tells killed (filled) from injured."""
    places = {
        False: [i for i, (*_, grey) in enumerate(rows) if not grey],
        True: [i for i, (*_, grey) in enumerate(rows) if grey],
    }
    return [
        _trace(
            rows, own, outcome, lambda bucket: getattr(bucket, outcome).known,
            lambda bucket: people(outcome, getattr(bucket, outcome), words),
            GREY if grey else COLOURS[outcome], "/" if grey and outcome == "injured" else "",
        )
        for grey, own in places.items()
        if own
    ]  # fmt: skip


def _other_bars(rows: list[Row], words: Any) -> dict[str, Any]:
    """Those of whom killed or injured is not known."""
    own = [i for i, (_, bucket, _) in enumerate(rows) if bucket.other]
    return _trace(rows, own, "other", lambda bucket: bucket.other,
                  lambda bucket: words.say("charts.other", count=bucket.other), GREY, ".")  # fmt: skip


def _trace(
    rows: list[Row], own: list[int], role: str, value: Callable[[Bucket], float], say: Callable[[Bucket], str],
    colour: str, pattern: str,
) -> dict[str, Any]:  # fmt: skip
    # plotly.js takes the ground of a pattern (bgcolor) only where marker.color is one colour, not a list.
    hatching = {"shape": pattern, "fgcolor": colour, "bgcolor": CARD, "size": 6, "solidity": 0.25}
    values = [value(rows[i][1]) for i in own]
    return {
        "type": "bar",
        "orientation": "h",
        "name": role,
        "meta": {"role": role},
        "x": values,
        "y": own,
        "width": 0.36,
        "offset": 0.02,
        "marker": {"color": colour, "line": {"color": colour, "width": [1 if x else 0 for x in values]},
                   "pattern": hatching},
        "hovertext": [f"<b>{rows[i][0]}</b><br>{say(rows[i][1])}" for i in own],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def row_label(bucket: Bucket, outcomes: tuple[str, ...], words: Any) -> tuple[str, str]:
    """The numbers of a row: plain, and coloured as its bars. What nothing is recorded of is said once."""
    texts = {outcome: number(getattr(bucket, outcome), words) for outcome in outcomes}
    colours = {"killed": INK, "injured": INJURED_TEXT}
    if all(getattr(bucket, outcome).n is None for outcome in outcomes):
        texts = {} if bucket.other else {"other": words.say("charts.not_recorded")}
    if bucket.other:
        texts["other"] = words.number(bucket.other)
    marked = [f'<span style="color:{colours.get(name, DIM)}">{text}</span>' for name, text in texts.items()]
    return " · ".join(texts.values()), " · ".join(marked)


def right_margin(labels: list[str], lengths: list[float], panel: float) -> int:
    """Room right of the longest bar for the labels; a short bar's label stands where its bar is not.

    `lengths` are the bars as shares of the axis, `panel` the px that axis and margin have together.
    """
    margin = 24.0
    for text, length in zip(labels, lengths, strict=True):
        need = len(text) * CHARACTER + 12
        # length * (panel - margin) + need <= panel, solved for the margin
        margin = max(margin, panel - (panel - need) / length) if length else margin
    return int(margin)


def key_entries(outcomes: tuple[str, ...], has_other: bool, words: Any, other: str = "other") -> list[tuple]:
    """The key of a picture with these bars: (sign, colour, words)."""
    entries = [("■", COLOURS[outcome], words.say(f"charts.key.{outcome}")) for outcome in outcomes]
    return [*entries, ("□", GREY, words.say(f"charts.key.{other}"))] if has_other else entries
