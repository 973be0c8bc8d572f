"""What every command on the store does first: finds it in the settings, opens it, fills it when it is empty."""

import getpass
import os
from argparse import Namespace
from collections.abc import Callable
from functools import wraps
from typing import Any

from data.commands.printing import complain, say
from data.store import DatasetNotFound, EditionNotFound, QuestionsOpen, Store, StoreError, VersionNotFound
from data.store.seed import load_shipped
from settings import Settings, SettingsError
from texts.awareness import seed
from texts.command_line import WRONG_USAGE
from texts.words import LANGUAGES

QUESTIONS, UNREADABLE = 1, 2
_STATUS = {DatasetNotFound: WRONG_USAGE, VersionNotFound: WRONG_USAGE, EditionNotFound: WRONG_USAGE,
           QuestionsOpen: QUESTIONS}  # fmt: skip

Run = Callable[[Namespace, Any], int]


def opened(words: Any) -> Store:
    """The store of the settings. An empty one gets the shipped spreadsheets first, as the site's first start does."""
    store = Store.open(Settings.read(os.environ).store)
    loaded = load_shipped(store, {language: seed(language) for language in LANGUAGES})
    if loaded.new:
        say(words, "store.loaded", count=len(loaded.records), edition=str(loaded.edition))
    return store


def person() -> str:
    """Who is named in the log: the account that runs the command."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "python -m data"


def tells_errors(run: Run) -> Run:
    """Turns the store's errors, and settings that cannot be used, into a sentence and an exit status."""

    @wraps(run)
    def told(args: Namespace, words: Any) -> int:
        try:
            return run(args, words)
        except SettingsError as error:
            for problem in error.problems:
                complain(words, "store.setting", problem=problem)
            return WRONG_USAGE
        except StoreError as error:
            complain(words, error.message, **error.params)
            return _STATUS.get(type(error), UNREADABLE)

    return told
