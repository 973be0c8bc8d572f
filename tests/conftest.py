"""What holds for every test: the commands speak the language of the settings, whatever terminal runs the suite."""

import os
import tempfile
from pathlib import Path

# A locale that names no language. It is still UTF-8: without that Chromium gives up file names with letters such as å.
os.environ |= {"LC_ALL": "C.UTF-8", "LC_MESSAGES": "C.UTF-8", "LANG": "C.UTF-8"}
# Commands look for remembered answers: in a store that is not there, never in that of whoever runs the suite.
os.environ["MINETALL_STORE"] = str(Path(tempfile.gettempdir()) / "minetall tests" / "no store.sqlite")
