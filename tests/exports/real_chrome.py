"""The Chrome or Chromium of this machine for tests, which may be missing everywhere but in CI."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from exports.browser import NoBrowser
from exports.chrome import Chrome, found
from exports.kept_files import KeptFiles


@contextmanager
def real_chrome(tmp_path_factory: pytest.TempPathFactory, untested: str) -> Iterator[Chrome]:
    """One that keeps nothing on the disk, so that everything is really made. `untested`: what is not, without one."""
    try:
        path = found("auto")
    except NoBrowser:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium or Chrome on this machine")
        pytest.skip(f"no Chromium or Chrome on this machine: {untested} are not tested")
    (folder := tmp_path_factory.mktemp("kept") / "a file").write_bytes(b"")
    chrome = Chrome(path, KeptFiles(folder, 1), idle=60)
    yield chrome
    chrome.close()
