"""Takes one workbook in, as the product does, in a process of its own; prints time and peak memory as JSON.

With a second argument, a store's address, the result is also stored and published there, so that the page can be
measured on it. Memory is that of this process and of the reading child together at their worst.
"""

import json
import resource
import sys
import time
from pathlib import Path


def main(path: Path, store_url: str | None) -> None:
    from data.intake import take_in

    content = path.read_bytes()
    start = time.perf_counter()
    intake = take_in(content, path.name)
    seconds = time.perf_counter() - start
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    told = {
        "seconds": seconds,
        "rows": len(intake.records),
        "peak_mb": own,
        "child_peak_mb": child,
        "layout": intake.layout,
        "questions": len(intake.questions),
    }
    if store_url:
        told["stored_seconds"] = store(intake, store_url)
    print(json.dumps(told))


def store(intake, url: str) -> float:
    """Stores and publishes beside the shipped figures; gives the seconds of it."""
    from data.store import Store
    from data.store.seed import load_shipped
    from texts import LANGUAGES, awareness

    kept = Store.open(url)
    load_shipped(kept, {language: awareness.seed(language) for language in LANGUAGES})
    start = time.perf_counter()
    version = kept.add_version("reported_accidents", intake, who="benchmark", note="generated rows")
    kept.publish({"reported_accidents": version}, texts=None, who="benchmark", note="generated rows")
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
