"""Publishes generated records beside the shipped figures, as the product stores them; prints JSON."""

import json
import sys
from types import SimpleNamespace

import pandas as pd


def main(size: int, layout: str, url: str) -> None:
    from benchmarks.frames import frame
    from benchmarks.whole_intake import store

    made = frame(size, layout)
    raw = pd.DataFrame({"sheet": made.records["sheet"].astype("str"), "row": made.records["row"]})
    intake = SimpleNamespace(
        file="generated.csv", sha256=f"{size:064}", size=0, layout=layout, mapping={}, records=made.records,
        counts=made.counts, raw=raw, problems=[], questions=[], refused=None, answers={},
    )  # fmt: skip
    print(json.dumps({"stored_seconds": store(intake, url), "counts": len(made.counts)}))


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
