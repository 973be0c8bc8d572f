"""Where a paragraph may be taken apart: at the ends of its sentences, with the marks of notes on the side they are."""

import re
from dataclasses import replace

from exports.deck.blocks import Block, Run

# A full stop after these ends no sentence, though a capital letter may follow.
_SHORT = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "art", "kl", "ca", "jf", "f.eks", "bl.a", "dvs", "mv", "e.g",
    "i.e", "cf", "vol", "pkt", "tlf",
})  # fmt: skip
# In the place of a raised mark, so that it counts as one letter that is no part of a word.
_MARK = "\ue000"
_END = re.compile(rf"[.!?…][”»\"')\]]*{_MARK}*(\s+)(?=[«“\"'(]*[^\W_a-zæøåäöüß])")


def split(block: Block) -> list[Block]:
    """The sentences of a block, each a block of its own; together they say the same. A photo is never split."""
    if block.kind == "photo":
        return [block]
    found: list[Block] = []
    start = 0
    for end in [*_ends(block.runs), _length(block.runs)]:
        if runs := _cut(block.runs, start, end):
            found.append(replace(block, runs=runs, mark=block.mark if not found else ""))
        start = end
    return found


def joined(blocks: list[Block]) -> list[Block]:
    """Sentences of one paragraph that stand beside each other as one paragraph again. A mark begins a new point."""
    found: list[Block] = []
    for block in blocks:
        if found and block.kind == found[-1].kind and not block.mark and _goes_on(found[-1]):
            found[-1] = replace(found[-1], runs=(*found[-1].runs, *block.runs))
        else:
            found.append(block)
    return [replace(block, runs=_stripped(block.runs)) for block in found]


def halves(block: Block) -> list[Block]:
    """A sentence that is longer than a slide, at the space that is nearest to its middle; as it is without one."""
    middle = _length(block.runs) / 2
    spaces = [match.end() for match in re.finditer(r"\s+(?=\S)", block.text)]
    if not spaces:
        return [block]
    cut = min(spaces, key=lambda place: abs(place - middle))
    first, second = _cut(block.runs, 0, cut), _cut(block.runs, cut, _length(block.runs))
    return [replace(block, runs=first), replace(block, runs=second, mark="")]


def _goes_on(block: Block) -> bool:
    """A sentence in the middle of its paragraph keeps the space after it."""
    return block.text.endswith(" ")


def _ends(runs: tuple[Run, ...]) -> list[int]:
    text = "".join(_MARK * len(run.text) if run.raised else run.text for run in runs)
    return [match.end(1) for match in _END.finditer(text) if not _shortened(text[: match.start()])]


def _shortened(before: str) -> bool:
    word = re.split(r"[\s(«“\"]", before)[-1].lower()
    # "10. November" and a person's initial.
    return word in _SHORT or (word.isdigit() and len(word) < 3) or (len(word) == 1 and word.isalpha())


def _length(runs: tuple[Run, ...]) -> int:
    return sum(len(run.text) for run in runs)


def _cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    found, at = [], 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if text:
            found.append(replace(run, text=text))
    return tuple(found)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return runs
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip(" ")))
