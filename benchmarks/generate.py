"""Makes rows of any number in the shape of the shipped accident list: fifteen columns, dates, places, counts, words.

The rows are drawn from a seeded generator, so two runs measure the same file. Nothing in them is a real accident.
"""

from datetime import date, timedelta

import numpy as np

HEADINGS = (
    "Date", "District", "Place", "Killed", "Injured", "Civilians killed", "Civilians injured",
    "Military killed", "Military injured", "Victim status", "Device", "Activity",
    "In scope of the official count", "Reported in", "Source",
)  # fmt: skip
DISTRICTS = (
    "Aghdam",
    "Fuzuli",
    "Tartar",
    "Jabrayil",
    "Khojavend",
    "Kalbajar",
    "Lachin",
    "Gubadli",
    "Zangilan",
    "Shusha",
)
DEVICES = ("anti-personnel mine", "anti-tank mine", "mine (type not stated)", "UXO", "")
ACTIVITIES = ("herding", "farm work", "travel by car", "demining", "road works", "")
FIRST_DAY = date(2000, 1, 1)
DAYS = 26 * 365


def rows(count: int, seed: int = 1):
    """`count` rows of values as a spreadsheet would hold them, in order of date."""
    draw = np.random.default_rng(seed)
    days = np.sort(draw.integers(0, DAYS, count)).tolist()
    killed = draw.poisson(0.4, count).tolist()
    injured = draw.poisson(1.2, count).tolist()
    civilian = draw.random(count).tolist()
    picks = {
        name: draw.integers(0, len(values), count).tolist()
        for name, values in (("district", DISTRICTS), ("device", DEVICES), ("activity", ACTIVITIES))
    }
    for row in range(count):
        is_civilian = civilian[row] < 0.7
        yield (
            FIRST_DAY + timedelta(days=days[row]), DISTRICTS[picks["district"][row]], f"Place {row % 997}",
            killed[row], injured[row],
            killed[row] if is_civilian else None, injured[row] if is_civilian else None,
            None if is_civilian else killed[row], None if is_civilian else injured[row],
            "civilian" if is_civilian else "military", DEVICES[picks["device"][row]],
            ACTIVITIES[picks["activity"][row]], "yes", f"Outlet {row % 53}", f"https://example.org/{row}",
        )  # fmt: skip
