"""What is not published yet as a Frame, so that it is compared and summed exactly as it will be shown."""

from datetime import UTC, datetime
from typing import Any

from data.frame import Dataset, Frame


def framed(dataset: Dataset, intake: Any) -> Frame:
    """The records of an Intake (or Merged) as version 0 of a dataset, in the layout of the file."""
    now = datetime.now(UTC)
    own = Dataset(**{**vars(dataset), "layout": intake.layout})
    return Frame(
        own, 0, intake.file, intake.sha256, "", now, "", intake.records, intake.counts, tuple(intake.problems),
    )  # fmt: skip
