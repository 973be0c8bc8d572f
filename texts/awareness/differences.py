"""Two texts beside each other: what was taken out and what was put in, line by line and word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# Lines that stay the same are shown round a change, so that one sees where it is.
AROUND = 1


@dataclass(frozen=True, slots=True)
class Line:
    """`kind` same, out, in, or gap (lines left out, `before` of them). `before` and `after`: its numbers in the texts.

    `parts` are (text, whether it differs from the line that it stands against).
    """

    kind: Literal["same", "out", "in", "gap"]
    before: int | None
    after: int | None
    parts: tuple[tuple[str, bool], ...] = ()


def differences(old: str, new: str) -> list[Line]:
    """[] where both say the same."""
    before, after = old.splitlines(), new.splitlines()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Line] = []
    for group in matcher.get_grouped_opcodes(AROUND):
        last = found[-1].before or 0 if found else 0
        if group[0][1] > last:
            found.append(Line("gap", group[0][1] - last, None))
        for tag, i, i_end, j, j_end in group:
            if tag == "equal":
                lines = zip(range(i, i_end), range(j, j_end), strict=True)
                found += [Line("same", a + 1, b + 1, ((before[a], False),)) for a, b in lines]
            else:
                found += _changed(before[i:i_end], after[j:j_end], i, j)
    return found


def _changed(out: list[str], put_in: list[str], i: int, j: int) -> list[Line]:
    """Lines of a change; where as many came as went they are held against each other."""
    paired = len(out) == len(put_in)
    left, right = [], []
    for at in range(max(len(out), len(put_in))):
        pair = _words(out[at], put_in[at]) if paired else None
        if at < len(out):
            left.append(Line("out", i + at + 1, None, pair[0] if pair else ((out[at], False),)))
        if at < len(put_in):
            right.append(Line("in", None, j + at + 1, pair[1] if pair else ((put_in[at], False),)))
    if paired:
        return [line for both in zip(left, right, strict=True) for line in both]
    return left + right


def _words(old: str, new: str) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    before, after = re.findall(r"\s+|\S+", old), re.findall(r"\s+|\S+", new)
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, piece in ((left, before[i:i_end]), (right, after[j:j_end])):
            if piece:
                side.append(("".join(piece), tag != "equal"))
    return tuple(left), tuple(right)
