"""python -m tests.torture.fuzz_intake --count 10000: thousands of broken files, and a table of how they ended."""

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.torture.mutations import mutant
from tests.torture.ordeal import Ending, ending

FAILURES = Path(__file__).parent / "failures.jsonl"


def broken_file(seed: int, number: int) -> tuple[str, bytes]:
    """The file of one number: the same for the same seed, whatever ran before."""
    return mutant(Random(f"{seed}:{number}"))


def ordeal(case: tuple[int, int]) -> tuple[int, str, Ending]:
    done, content = broken_file(*case)
    return case[1], done, ending(content)


def main() -> int:
    """0 when every file ended well; 1 otherwise, and FAILURES holds the seeds."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--first", type=int, default=0, help="the number of the first file, to repeat a single one")
    asked.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    args = asked.parse_args()
    began = time.monotonic()
    endings: Counter[tuple[str, str]] = Counter()
    failures = []
    cases = [(args.seed, number) for number in range(args.first, args.first + args.count)]
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # whatever is left behind is seen here
        with multiprocessing.Pool(args.processes) as pool:
            for so_far, (number, done, found) in enumerate(pool.imap_unordered(ordeal, cases, chunksize=4), 1):
                if so_far % 500 == 0:
                    print(f"{so_far} of {args.count}", file=sys.stderr, flush=True)
                why = found.why.strip().splitlines()[-1][:100] if found.is_failure else found.why
                endings[(found.kind, why)] += 1
                if found.is_failure:
                    failures.append({"seed": args.seed, "number": number, "done": done, **found._asdict()})
                    print(
                        f"{found.kind}: --seed {args.seed} --first {number} --count 1 ({done}): {why}",
                        file=sys.stderr,
                        flush=True,
                    )
        left = list(Path(folder).iterdir())
    FAILURES.write_text("".join(json.dumps(failure) + "\n" for failure in failures), encoding="utf-8")
    print(table(endings))
    print(f"\n{args.count} files, seed {args.seed}, {time.monotonic() - began:.0f} s; files left behind: {len(left)}")
    return 1 if failures or left else 0


def table(endings: Counter[tuple[str, str]]) -> str:
    """| ending | why | files |, the most frequent kinds first."""
    kinds = Counter(dict.fromkeys(("crashed", "hung", "too much memory"), 0))
    for (kind, _), count in endings.items():
        kinds[kind] += count
    lines = ["| what happened | why | files |", "|---|---|---|"]
    for kind, total in kinds.most_common():
        lines.append(f"| {kind} | | {total} |")
        lines += [f"| | {why} | {count} |" for (own, why), count in endings.most_common() if own == kind and why]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
