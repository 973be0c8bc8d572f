"""The answers that people gave about earlier files: kept in the store, looked up for every file, added to."""

import os
from pathlib import Path
from typing import Any

from data.commands.opening import person
from data.commands.printing import complain
from data.intake import Intake
from data.intake.answers import GIVEN, worth_keeping
from data.store import Store, StoreError
from settings import Settings


class Memory:
    """Answers by the signature of a file's headings. A store that is not there yet remembers nothing."""

    def __init__(self, words: Any, off: bool = False) -> None:
        self._words, self._off = words, off

    def recall(self, signature: str) -> dict[str, Any]:
        """What was said of earlier files with these headings. A store that cannot be read is told, and no hindrance."""
        place = Settings.read(os.environ).store
        if self._off or ("://" not in place and not Path(place).expanduser().is_file()):
            return {}
        try:
            return Store.open(place).remembered(signature)
        except StoreError as error:
            complain(self._words, error.message, **error.params)
            return {}

    def keep(self, intake: Intake, answers: dict[str, Any]) -> None:
        """Those of the given answers that settled a question, or that take back one (null). Raises StoreError."""
        settled = {key for key, origin in intake.answers.items() if origin == GIVEN}
        kept = {key: answer for key, answer in answers.items() if key in settled or answer is None}
        kept = worth_keeping(kept)
        if kept and intake.signature:
            Store.open(Settings.read(os.environ).store).remember(intake.signature, kept, person())
