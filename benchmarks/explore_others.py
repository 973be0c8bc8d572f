"""The sums behind /explore asked of the product, of pandas and of DuckDB over the same Parquet file; prints JSON.

The question: for every field its values with killed, injured and records under all limits but its own, and the same
per month under all of them. pandas groups categoricals; DuckDB holds the joined table's Parquet on disk, one thread.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

REPEATS = 12
FIELDS = ("district", "status", "sex", "age_group", "device", "activity", "verification", "confidence",
          "in_official_scope", "reported_in", "outcome")  # fmt: skip
OF_RECORDS = ("record_id", "date_from", "date_to", "district", "device", "activity", "verification", "confidence",
              "in_official_scope", "reported_in")  # fmt: skip


def main(size: int, layout: str) -> None:
    from benchmarks.explore_questions import questions
    from benchmarks.frames import frame
    from data.selection import Selection
    from data.summaries.by_time import by_time
    from data.summaries.columns import columns_of
    from data.summaries.facets import facets
    from data.summaries.grid import STANDARD, grid_page
    from data.summaries.selected import select
    from data.summaries.tally import whole

    made = frame(size, layout)
    start = time.perf_counter()
    columns_of(made)
    told: dict[str, Any] = {"records": size, "counts": len(made.counts), "columns_seconds": time.perf_counter() - start}
    asked = [
        Selection.from_query([pair for pair in each if pair[0].removeprefix("not.") != "casualties"])
        for each in islice(questions(3), REPEATS + 1)
    ]

    def own(selection: Selection) -> None:
        facets(made, selection)
        by_time(select(made, selection), "month", date(2026, 6, 1))

    def whole_page(selection: Selection) -> None:
        own(selection)
        whole(select(made, selection))
        grid_page(made, selection, STANDARD, "date", True, 1, 25)

    told["own_ms"] = timed(own, asked)
    more = [Selection.from_query(each) for each in islice(questions(4), REPEATS + 1)]
    told["page_ms"] = timed(whole_page, more)
    joined = made.counts[["record", "outcome", "status", "sex", "age_group", "n"]].join(
        made.records[list(OF_RECORDS)], on="record"
    )
    joined["record"] = joined.pop("record")
    joined["month"] = joined["date_from"].to_numpy().astype("datetime64[M]").astype("int32")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "joined.parquet"
        joined.drop(columns="record_id").astype(dict.fromkeys((*FIELDS,), "str")).to_parquet(file)
        # Of five million records pandas and DuckDB take minutes for a few questions.
        repeats = asked[:3] if size > 1_000_000 else asked[:5] if size == 1_000_000 else asked
        told["pandas_ms"] = timed(lambda selection: with_pandas(joined, selection), repeats)
        door = duckdb.connect()
        door.execute("SET threads = 1")
        told["duckdb_ms"] = timed(lambda selection: with_duckdb(door, file, selection), repeats)
    print(json.dumps(told))


def timed(answer: Callable[[Any], None], asked: list[Any]) -> dict[str, float]:
    """Milliseconds; the first question is not counted."""
    times = []
    for question in asked:
        start = time.perf_counter()
        answer(question)
        times.append((time.perf_counter() - start) * 1000)
    return {"min": min(times[1:]), "median": statistics.median(times[1:]), "max": max(times[1:])}


def with_pandas(joined: pd.DataFrame, selection: Any) -> None:
    masks = {}
    if selection.date_from:
        masks["period"] = joined["date_from"] >= pd.Timestamp(selection.date_from)
    for field in FIELDS:
        if chosen := getattr(selection, field):
            masks[field] = joined[field].isin(chosen)
        if left_out := selection.left_out(field):
            masks[f"not.{field}"] = ~joined[field].isin(left_out)
    for field in (*FIELDS, "month"):
        kept = [mask for name, mask in masks.items() if name.removeprefix("not.") != field]
        part = joined
        if kept:
            part = joined[np.logical_and.reduce([mask.to_numpy() for mask in kept])]
        names = [field] if field == "outcome" else [field, "outcome"]
        part.groupby(names, observed=True)["n"].sum()
        part.groupby(field, observed=True)["record"].nunique()


def with_duckdb(door: Any, file: Path, selection: Any) -> None:
    limits = {"period": f"date_from >= '{selection.date_from}'"} if selection.date_from else {}
    for field in FIELDS:
        for name, values, how in ((field, getattr(selection, field), "in"),
                                  (f"not.{field}", selection.left_out(field), "not in")):  # fmt: skip
            if values:
                listed = ", ".join(f"'{value}'" for value in sorted(values))
                limits[name] = f"{field} {how} ({listed})"
    for field in (*FIELDS, "month"):
        kept = [limit for name, limit in limits.items() if name.removeprefix("not.") != field]
        door.execute(
            f"select {field}, sum(n) filter (outcome = 'killed'), sum(n) filter (outcome = 'injured'), "
            f"count(distinct record) from '{file}' {'where ' + ' and '.join(kept) if kept else ''} group by {field}"
        ).fetchall()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
