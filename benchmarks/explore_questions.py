"""Random questions to /explore that nobody asked before, each with a few limits, and every analysis in its turn."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from urllib.parse import urlencode

from benchmarks.frames import DISTRICTS

LIMITS = {
    "district": DISTRICTS[:12], "device": ("antipersonnel", "antivehicle", "mine_unspecified", "other_erw"),
    "status": ("civilian", "military_security"), "sex": ("male", "female"), "outcome": ("killed", "injured"),
    "activity": ("travelling", "farming", "herding"), "casualties": ("one", "two", "three_to_five"),
    "verification": ("verified", "reported"), "reported_in": ("Outlet 003", "Outlet 010", "Outlet 150"),
}  # fmt: skip


def questions(seed: int = 1) -> Iterator[list[tuple[str, str]]]:
    """Selections as parameters, without end: three of five have a first day, every field is limited in one of six."""
    draw = Random(seed)
    while True:
        asked = []
        if draw.random() < 0.6:
            asked.append(("from", (date(2001, 1, 1) + timedelta(days=draw.randrange(6000))).isoformat()))
        for field, values in LIMITS.items():
            if draw.random() < 1 / 6:
                name = draw.choice(("", "", "not.")) + field
                asked += [(name, value) for value in draw.sample(values, draw.randint(1, len(values) - 1))]
        yield asked


def search(asked: list[tuple[str, str]], **more: str) -> str:
    """The question as the part of an address behind "?"."""
    return "?" + urlencode([("lang", "en"), *more.items(), *asked])
