"""A file added to what is published: what is there already is dropped, the rest stands behind it, ids stay unique."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from data.comparison.overlaps import KEEP_BOTH, TAKE_NEW, Overlaps
from data.frame import Frame, SourceFile
from data.problems import Problem
from data.store.contents import beside
from data.store.origins import FilePart
from data.typed import COUNT_FIELDS, RECORD_FIELDS


@dataclass(frozen=True, eq=False)
class Merged:
    """What Writer.add_version takes, like an Intake; `files` go with it. `unchanged`: the file brought nothing new.

    file, sha256 and size are those of the file that was added, or of the version before when nothing changed.
    """

    file: str
    sha256: str
    size: int
    layout: str
    mapping: dict[str, Any]
    records: pd.DataFrame
    counts: pd.DataFrame
    problems: list[Problem]
    files: tuple[FilePart, ...]
    unchanged: bool
    questions: list[Any] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    refused: str | None = None


def merged(intake: Any, found: Overlaps, raw: Sequence[pd.DataFrame]) -> Merged:
    """`raw`: the raw rows of each file of found.before (Store.raw). Pairs that are undecided stand as they were.

    Records of the version before keep their order; those of the file follow in its own.
    """
    kept, taken = _kept(found), _taken(found)
    unchanged = len(kept) == len(found.before) and not len(taken)
    records, counts = _joined(found, kept, taken)
    files, places = _files(found.before, kept, raw)
    if len(taken):
        own = beside(found.added.records, intake.raw).iloc[taken]
        files.append(FilePart(intake.file, intake.size, intake.sha256, own))
    before = found.before
    return Merged(
        file=before.file_name if unchanged else intake.file,
        sha256=before.sha256 if unchanged else intake.sha256,
        size=intake.size,
        layout=before.dataset.layout,
        mapping=intake.mapping,
        records=records,
        counts=counts,
        problems=list(before.problems) if unchanged else _findings(found, places, intake, len(files) - 1, len(taken)),
        files=tuple(files),
        unchanged=unchanged,
        questions=intake.questions,
        answers=intake.answers,
    )


def _kept(found: Overlaps) -> np.ndarray:
    """Positions of the records that stay: all but those that a person let the file's own replace."""
    replaced = found.alike_before[np.array([one == TAKE_NEW for one in found.decisions], dtype=bool)]
    return np.setdiff1d(np.arange(len(found.before)), replaced, assume_unique=True)


def _taken(found: Overlaps) -> np.ndarray:
    """Positions of the file's records that come in, in the file's order."""
    decided = found.alike[np.array([one in (TAKE_NEW, KEEP_BOTH) for one in found.decisions], dtype=bool)]
    return np.sort(np.concatenate([found.new, decided])).astype(np.intp)


def _joined(found: Overlaps, kept: np.ndarray, taken: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    records, counts = [], []
    for frame, positions, offset in ((found.before, kept, 0), (found.added, taken, len(kept))):
        place = np.full(len(frame), -1, dtype=np.int64)
        place[positions] = np.arange(len(positions)) + offset
        own = place[frame.record] >= 0
        records.append(frame.records.iloc[positions])
        counts.append(frame.counts[own].assign(record=place[frame.record[own]].astype(np.int32)))
    ids = _unique(list(records[0]["record_id"]), list(records[1]["record_id"]))
    whole = {key: _column([part[key] for part in records]) for key in RECORD_FIELDS} | {"record_id": ids}
    return (
        pd.DataFrame(whole, columns=list(RECORD_FIELDS)),
        pd.DataFrame({key: _column([part[key] for part in counts]) for key in COUNT_FIELDS}),
    )


def _column(parts: list[pd.Series]) -> Any:
    """One column out of two: of text that repeats the words, and not the codes, are what they have in common."""
    if all(isinstance(part.dtype, pd.CategoricalDtype) for part in parts):
        return pd.api.types.union_categoricals([part.array for part in parts])
    return pd.concat(parts, ignore_index=True).array


def _unique(before: list[str], added: list[str]) -> pd.Series:
    """An id that is taken (the same row, read in another way) is made anew from itself and a number."""
    taken = set(before)
    for position, own in enumerate(added):
        name, turn = own, 1
        while name in taken:
            turn += 1
            name = hashlib.sha256(f"{own} {turn}".encode()).hexdigest()[:16]
        taken.add(name)
        added[position] = name
    return pd.Series(pd.array([*before, *added], dtype="str"))


def _files(before: Frame, kept: np.ndarray, raw: Sequence[pd.DataFrame]) -> tuple[list[FilePart], dict[int, int]]:
    """(the files of the version before with the raw rows that stay, {old place of a file: new one})."""
    parts: list[FilePart] = []
    places: dict[int, int] = {}
    own = before.files or (SourceFile(before.file_name, 0, before.sha256, 0, len(before)),)
    for place, (file, rows) in enumerate(zip(own, raw, strict=True)):
        inside = kept[(kept >= file.first) & (kept < file.first + file.record_count)] - file.first
        if len(inside) or not file.record_count:
            places[place] = len(parts)
            parts.append(FilePart(file.file_name, file.size, file.sha256, rows.iloc[inside]))
    return parts, places


def _findings(found: Overlaps, places: dict[int, int], intake: Any, part: int, taken: int) -> list[Problem]:
    """The findings of every file that is still in it, each with its file: rows of two files have the same numbers."""
    names = {places.get(place): file.file_name for place, file in enumerate(found.before.files)}
    older = [
        _of_file(problem, places[place], names.get(places[place]) or found.before.file_name)
        for problem in found.before.problems
        if (place := problem.params.get("part", 0)) in places
    ]
    return older + ([_of_file(problem, part, intake.file) for problem in intake.problems] if taken else [])


def _of_file(problem: Problem, part: int, file: str) -> Problem:
    return replace(problem, params=problem.params | {"part": part, "file": file})
