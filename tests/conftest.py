"""What holds for every test: the commands speak the language of the settings, whatever terminal runs the suite."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.drafts import Desk, Reading

# A locale that names no language. It is still UTF-8: without that Chromium gives up file names with letters such as å.
os.environ |= {"LC_ALL": "C.UTF-8", "LC_MESSAGES": "C.UTF-8", "LANG": "C.UTF-8"}
# Commands look for remembered answers: in a store that is not there, never in that of whoever runs the suite.
# What sites keep without being told where goes there too.
_data = tempfile.TemporaryDirectory(prefix="minetall-tests-")
os.environ["XDG_DATA_HOME"] = _data.name
os.environ["MINETALL_STORE"] = str(Path(tempfile.gettempdir()) / "minetall tests" / "no store.sqlite")
# Files of few and long tests. Begun last, one of them would keep a core waiting at the end.
LONG = (
    "tests/browser/",
    "tests/torture/",
    "tests/data/drafts/",
    "tests/data/comparison/",
    "tests/exports/test_contract",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.fixture(autouse=True)
def readings_end() -> Iterator[None]:
    """A site reads drafts in threads of its own. Those of the sites that a test makes end with it: hundreds of them,
    each asking its store twice a second, would slow down all that follow."""
    made: list[Reading] = []

    class Remembered(Reading):
        def __init__(self, desk: Desk) -> None:
            super().__init__(desk)
            made.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.Reading", Remembered)
        yield
    for reading in made:
        reading.stop()
