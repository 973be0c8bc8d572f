"""What holds for every test: the commands speak the language of the settings, whatever terminal runs the suite."""

import os

for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)
