"""The figure of periods_compared: for each thing counted a filled bar and a hollow one, with numbers and difference."""

from dataclasses import dataclass
from typing import Any

from charts.bars import right_margin
from charts.canvas import NARROW, WIDE, axis, layout, note_at
from charts.palette import CARD, DIM, GREY, INJURED, KILLED, TEXT, TOGETHER
from charts.sentences import number
from charts.timeline.chart import KEY_ROW, key_rows
from data.summaries.amounts import Amount

ROW, TOP, BOTTOM = 70, 34, 6
COLOURS = {"killed": KILLED, "injured": INJURED, "casualties": TOGETHER, "other": GREY, "records": DIM}
BAR = 0.25


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing counted in two periods; `change` says the difference in words, "" where it cannot be said."""

    what: str
    name: str
    later: Amount
    earlier: Amount
    change: str
    picks: tuple[str, str]


def pairs_figure(pairs: list[Pair], names: tuple[str, str], words: Any, narrow: bool) -> dict[str, Any]:
    """`names` are the later and the earlier period in words."""
    highest = max(max(pair.later.known, pair.earlier.known) for pair in pairs) or 1
    amounts = [amount for pair in pairs for amount in (pair.later, pair.earlier)]
    texts = [number(amount, words) for amount in amounts]
    room = NARROW if narrow else WIDE
    right = right_margin(texts, [amount.known / highest for amount in amounts], room)
    key = key_rows([("■", TEXT, names[0]), ("□", TEXT, names[1])], narrow)
    top = TOP + (len(key) - 1) * KEY_ROW
    annotations = [*key]
    for i, pair in enumerate(pairs):
        change = f'&nbsp;&nbsp; <span style="color:{DIM}">{pair.change}</span>' if pair.change else ""
        annotations.append(
            note_at(0, i - 0.27, f"<b>{pair.name}</b>{change}", TEXT, xanchor="left", yanchor="bottom", xshift=-3)
        )
        for amount, y in ((pair.later, _later(i)), (pair.earlier, _earlier(i))):
            at = {"xanchor": "left", "yanchor": "middle", "xshift": 4}
            annotations.append(note_at(amount.known, y, number(amount, words), TEXT, **at))
    return {
        "data": [trace for i, pair in enumerate(pairs) for trace in _pair(i, pair, names, words)],
        "layout": layout(
            words, top + BOTTOM + len(pairs) * ROW, (top, right, BOTTOM, 4), barmode="overlay", annotations=annotations,
            xaxis=axis(range=[0, highest], showticklabels=False),
            yaxis=axis(range=[len(pairs) - 0.45, -0.6], showticklabels=False),
        ),
    }  # fmt: skip


def _later(i: int) -> float:
    return i - 0.1


def _earlier(i: int) -> float:
    return i + 0.18


def _pair(i: int, pair: Pair, names: tuple[str, str], words: Any) -> list[dict[str, Any]]:
    colour = COLOURS[pair.what]
    sides = ((pair.later, _later(i), "later", colour), (pair.earlier, _earlier(i), "earlier", CARD))
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": f"{pair.what} {role}",
            "meta": {"role": role, "of": pair.what},
            "x": [amount.n],
            "y": [y],
            "width": BAR,
            "marker": {"color": fill, "line": {"color": colour, "width": 1.5 if amount.n else 0}},
            "customdata": [pick],
            "hovertext": [f"<b>{name}</b><br>{pair.name}: {number(amount, words)}"],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
        for (amount, y, role, fill), name, pick in zip(sides, names, pair.picks, strict=True)
    ]
