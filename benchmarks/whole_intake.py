"""Takes one file in, as the product does, in a process of its own; prints the time of it and of each step as JSON.

With a second argument, a store's address, the result is also stored and published there, so that the page can be
measured on it.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

# What take_in does, as it stands in its module.
STEPS = ("read", "find_tables", "understand", "build", "validate")


def main(path: Path, store_url: str | None) -> None:
    from data.intake import Limits, take_in

    content = path.read_bytes()
    with timed_steps() as steps:
        start = time.perf_counter()
        # A csv of a million rows is a little larger than a server takes unless its settings say so.
        intake = take_in(content, path.name, limits=Limits(bytes=2 * Limits().bytes))
        seconds = time.perf_counter() - start
    told = {
        "seconds": seconds,
        "steps": {step: steps[step] for step in STEPS},
        "rows": len(intake.records),
        "layout": intake.layout,
        "questions": len(intake.questions),
    }
    if store_url:
        told["stored_seconds"] = store(intake, store_url)
    print(json.dumps(told))


@contextmanager
def timed_steps() -> Iterator[dict[str, float]]:
    """Seconds by step, for the calls of take_in within."""
    import data.intake

    seconds: dict[str, float] = defaultdict(float)

    def timed(step: str) -> Callable[..., Any]:
        real = getattr(data.intake, step)

        def call(*args: Any) -> Any:
            start = time.perf_counter()
            try:
                return real(*args)
            finally:
                seconds[step] += time.perf_counter() - start

        return call

    stand_ins: dict[str, Any] = {step: timed(step) for step in STEPS}
    with patch.multiple(data.intake, **stand_ins):
        yield seconds


def store(intake: Any, url: str) -> float:
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
