"""Numbers before and after, side by side: per row and panel an open mark, a filled one, and a line between them."""

from dataclasses import dataclass, field
from typing import Any

from charts.bars import COLOURS as OUTCOMES
from charts.canvas import CHARACTER, NARROW, WIDE, axis, key_line, layout, note_at
from charts.palette import DIM, GREY, GRID, INJURED_TEXT, INK, TEXT, TOGETHER
from charts.sentences import number
from data.summaries.amounts import Amount

ROW, NARROW_ROW = 30, 46
TOP, BOTTOM = 60, 8
GAP = 0.05
COLOURS = OUTCOMES | {"casualties": TOGETHER}
TEXTS = {"killed": INK, "injured": INJURED_TEXT, "casualties": TOGETHER}
# role -> symbol and size: before is a ring, wide enough for what came after to be seen inside it.
MARKS = {"before": ("circle-open", 12), "after": ("circle", 7), "revised": ("diamond", 9)}


@dataclass(frozen=True)
class Dumbbell:
    """One row: `values` panel -> (before, after). `grey`: not stated.

    `outcome` gives the colours where it is not the panel.
    """

    name: str
    values: dict[str, tuple[Amount, Amount]]
    grey: bool = False
    pick: str = ""
    outcome: str = ""
    parts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Known:
    y: float
    row: Dumbbell
    before: Amount
    after: Amount

    @property
    def revised(self) -> bool:
        return revised(self.before, self.after)


def revised(before: Amount, after: Amount) -> bool:
    """Whether a number that was known before is known otherwise now."""
    return None not in (before.n, after.n) and before != after


def dumbbells(rows: list[Dumbbell], panels: dict[str, str], key: list[str], words: Any, narrow: bool) -> dict[str, Any]:
    """A figure. `panels`: key -> heading. `key`: words for before, after, and after where it was revised."""
    left = 8 if narrow else int(max(len(row.name) for row in rows) * CHARACTER) + 14
    width = (NARROW if narrow else WIDE) - left - 10
    share = (1 - GAP * (len(panels) - 1)) / len(panels)
    traces, annotations, axes = [], [], {}
    for place, (panel, heading) in enumerate(panels.items()):
        start = place * (share + GAP)
        name = "x" if not place else f"x{place + 1}"
        labels = [_label(row.values.get(panel), words) for row in rows]
        most = max((amount.known for row in rows for amount in row.values.get(panel, ())), default=0) or 1
        room = min(0.7, (max(len(text) for text in labels) * CHARACTER + 16) / (width * share))
        # Ten px for the mark of a zero.
        edge = 10 * most / (1 - room) / (width * share)
        axes[f"xaxis{name[1:]}"] = axis(range=[-edge, most / (1 - room)], domain=[start, start + share],
                                        showticklabels=False, showgrid=False)  # fmt: skip
        traces += _panel(rows, panel, name, narrow)
        annotations.append(note_at(start, 1, f"<b>{heading}</b>", TEXTS.get(panel, DIM), xref="paper", yref="paper",
                                   xanchor="left", yanchor="bottom", yshift=6))  # fmt: skip
        annotations += _labels(rows, panel, labels, name, narrow)
    if narrow:
        annotations += [note_at(0, i - 0.05, row.name, DIM if row.grey else TEXT, xref="paper", xanchor="left",
                                yanchor="bottom", yshift=4) for i, row in enumerate(rows)]  # fmt: skip
    signs = [("○", DIM, key[0]), ("●", DIM, key[1])]
    signs += [("◆", DIM, key[2])] if any(revised(*pair) for row in rows for pair in row.values.values()) else []
    head = key_line(signs, narrow)
    annotations.append(head | {"yshift": head["yshift"] + 22})
    ticks = {} if narrow else {"tickvals": list(range(len(rows))), "ticktext": [row.name for row in rows],
                               "tickfont": {"size": 12, "color": TEXT}}  # fmt: skip
    lines = {"showgrid": not narrow, "gridcolor": GRID, "gridwidth": 1}
    return {
        "data": traces,
        "layout": layout(
            words, TOP + BOTTOM + len(rows) * (NARROW_ROW if narrow else ROW), (TOP, 10, BOTTOM, left),
            annotations=annotations, **axes,
            yaxis=axis(range=[len(rows) - 0.5, -0.5], showticklabels=not narrow, **ticks, **lines),
        ),
    }  # fmt: skip


def _panel(rows: list[Dumbbell], panel: str, name: str, narrow: bool) -> list[dict[str, Any]]:
    """The lines, the marks before, and the marks after: filled round, or square on its corner where revised."""
    lift = 0.2 if narrow else 0.0
    known = [_Known(i + lift, row, *row.values[panel]) for i, row in enumerate(rows) if panel in row.values]
    both = [(one.y, one.before.n, one.after.n) for one in known if None not in (one.before.n, one.after.n)]
    line = {
        **_scatter(f"{panel}, between", "between", name),
        "mode": "lines",
        "x": [x for _, before, after in both for x in (before, after, None)],
        "y": [y for height, _, _ in both for y in (height, height, None)],
        "line": {"color": GREY, "width": 2},
    }
    sides = {
        "before": [(one, one.before.n) for one in known],
        "after": [(one, one.after.n) for one in known if not one.revised],
        "revised": [(one, one.after.n) for one in known if one.revised],
    }
    return [
        line,
        *(_marks(own, role, panel, name) for role, own in sides.items() if any(n is not None for _, n in own)),
    ]


def _marks(sides: list[tuple[_Known, float | None]], role: str, panel: str, name: str) -> dict[str, Any]:
    own = [(one, n) for one, n in sides if n is not None]
    colours = [GREY if one.row.grey else COLOURS.get(one.row.outcome or panel, GREY) for one, _ in own]
    # What is told of the edition before cannot be looked up in the one that is shown.
    picks = {} if role == "before" else {"customdata": [one.row.pick for one, _ in own]}
    symbol, size = MARKS[role]
    return {
        **_scatter(f"{panel}, {role}", role, name),
        "meta": {"role": role, "panel": panel, "along": "x"},
        "mode": "markers",
        "x": [n for _, n in own],
        "y": [one.y for one, _ in own],
        "marker": {"symbol": symbol, "size": size, "color": colours,
                   "line": {"color": colours, "width": 1.6 if role == "before" else 0}},
        "hovertext": [f"<b>{one.row.name}</b><br>{one.row.parts.get(panel, '')}" for one, _ in own],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverinfo": "text",
        **picks,
    }  # fmt: skip


def _scatter(name: str, role: str, x: str) -> dict[str, Any]:
    return {"type": "scatter", "name": name, "meta": {"role": role}, "xaxis": x, "hoverinfo": "skip"}


def _label(pair: tuple[Amount, Amount] | None, words: Any) -> str:
    """12 → 14, or one number where both are the same or only one side has it."""
    if pair is None:
        return ""
    told = [number(one, words) for one in pair if one.n is not None]
    return " → ".join(dict.fromkeys(told)) if told else words.say("charts.not_recorded")


def _labels(rows: list[Dumbbell], panel: str, labels: list[str], name: str, narrow: bool) -> list[dict[str, Any]]:
    found = []
    for i, (row, text) in enumerate(zip(rows, labels, strict=True)):
        if text:
            right = max(amount.known for amount in row.values[panel])
            colour = DIM if row.grey or "→" not in text else TEXTS.get(row.outcome or panel, TEXT)
            found.append(note_at(right, i + (0.2 if narrow else 0), text, colour, xref=name, xanchor="left", xshift=9))
    return found
