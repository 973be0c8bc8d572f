"""Files of records made in memory, and what two versions of a dataset have in common."""

import io
from datetime import UTC, datetime
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from data.fields import NOT_STATED
from data.flat import names
from data.flat.flattening import flatten
from data.frame import Frame
from data.intake import corrections, take_in
from data.samples import shipped
from data.selection import Selection
from exports.records import write
from exports.records.about import about
from exports.records.table import Table, table_of
from tests.data.factory import make_edition
from texts.words import Words

EVERYTHING = Selection()
Row = dict[str, Any]
# The fields of a record that its file gives back; sheet and row are those of the file that is read.
FIELDS = [key for key in names.OF_RECORD if key not in ("sheet", "row")] + [*names.BASES.values()]


def made(frame: Frame, selection: Selection = EVERYTHING, language: str = "en") -> tuple[Table, Words]:
    words, edition = Words(language), make_edition({frame.dataset.key: frame}, number=3)
    flat = flatten(frame, selection)
    return table_of(flat, about(flat, edition, "Figures", "https://figures.example.org", words), words), words


def file_of(frame: Frame, extension: str, selection: Selection = EVERYTHING, language: str = "en") -> bytes:
    stream = io.BytesIO()
    table, words = made(frame, selection, language)
    write(table, words, extension, stream)
    return stream.getvalue()


@cache
def samples() -> dict[str, Frame]:
    """The shipped datasets, read as the store reads them."""
    found = {}
    for dataset, file, known in shipped():
        intake = take_in(file.read_bytes(), file.name, corrections=corrections.read(known) if known else None)
        found[dataset.key] = Frame(
            dataset, 1, file.name, "", "", datetime(2026, 3, 20, tzinfo=UTC), "tests", intake.records, intake.counts
        )
    return found


def counts(records: pd.DataFrame, counted: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Everything that is counted: record, outcome, group, number and bounds (-1 = none), in one order."""
    table = counted.assign(record=records["record_id"].to_numpy()[counted["record"].to_numpy()])
    keys = ["record", "outcome", *names.GROUPS]
    table[keys] = table[keys].astype(str)
    bounds = table[["n_min", "n_max"]].astype(float).fillna(-1.0)
    table = table.assign(n=table["n"].round(9), n_min=bounds["n_min"], n_max=bounds["n_max"])
    rows = table[[*keys, "n", "n_min", "n_max"]]
    return sorted(map(tuple, rows[(rows["n"] > 0) | (rows["n_max"] > 0)].to_numpy().tolist()))


def fields(records: pd.DataFrame) -> list[tuple[str, ...]]:
    table = records[FIELDS].astype(object).where(lambda each: each.notna(), "")
    return sorted(map(tuple, table.astype(str).to_numpy().tolist()))


def grouped(row: Row) -> Row:
    return {"status": NOT_STATED, "sex": NOT_STATED, "age_group": NOT_STATED, "n_min": np.nan, "n_max": np.nan} | row
