"""A python-docx document as bytes that depend on nothing but what it says."""

import io
import zipfile
from datetime import datetime
from typing import Any


def saved(document: Any, moment: datetime) -> bytes:
    """The file; its archive names the day of `moment`, not of saving."""
    made, stream = io.BytesIO(), io.BytesIO()
    document.save(made)
    # An archive knows no day before 1980.
    day = (max(moment.year, 1980), moment.month, moment.day, 0, 0, 0)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, day), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
