"""What happens to one file on its whole way: taken in, reported in JSON and in words; or refused in words."""

import json
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from random import Random
from typing import Any, NamedTuple

from data.commands.check_page import page
from data.intake import Limits, NotASpreadsheet, take_in
from data.intake.report import KEYS, report
from data.problems import sentence
from texts.words import LANGUAGES, Words

MEGABYTE = 1024 * 1024
LIMITS = Limits(memory=1024 * MEGABYTE, cpu_seconds=20, wall_seconds=25.0)
TODAY = date(2026, 6, 1)
SECONDS = 60
RUBBISH = ("", "no such answer", "2021", "0000", 7, -1.5, True, None, [], ["a"], {}, {"a": ["b"]}, {"": 1})


class Hung(BaseException):
    """The whole way took longer than SECONDS. No Exception, so that nothing on the way can swallow it."""


class Ending(NamedTuple):
    """`kind` is understood, asked, counts nobody, refused, crashed, hung or too much memory; `why` says more."""

    kind: str
    why: str = ""

    @property
    def is_failure(self) -> bool:
        return self.kind in ("crashed", "hung", "too much memory")


def ending(content: bytes, filename: str = "torture.xlsx", limits: Limits = LIMITS) -> Ending:
    """How the file ends. Whatever is not an Intake or a worded refusal is a failure, with its traceback."""
    try:
        with _in_time():
            return _ending(content, filename, limits)
    except Hung:
        return Ending("hung", f"{SECONDS} s")
    except MemoryError:
        return Ending("too much memory", traceback.format_exc())
    except Exception:
        return Ending("crashed", traceback.format_exc())


def _ending(content: bytes, filename: str, limits: Limits) -> Ending:
    try:
        intake = take_in(content, filename, today=TODAY, limits=limits)
    except NotASpreadsheet as refusal:
        for language in LANGUAGES:
            _worded(Words(language).say(refusal.message, **refusal.params))
        return Ending("refused", refusal.reason)
    for language in LANGUAGES:
        _told(intake, Words(language))
    if intake.questions:
        _answered(content, filename, intake, limits)
    if intake.refused:
        return Ending("counts nobody", intake.refused)
    return Ending("asked" if intake.questions else "understood", intake.layout or "")


def _answered(content: bytes, filename: str, intake: Any, limits: Limits) -> None:
    """The same file again, with answers that are sometimes sensible."""
    random = Random(len(content))
    answers = {question.id: _answer(question, random) for question in intake.questions}
    again = take_in(content, filename, answers=answers, today=TODAY, limits=limits)
    _told(again, Words("en"))


def _answer(question: Any, random: Random) -> Any:
    choices = [*question.candidates, question.guess, *RUBBISH]
    if question.values and random.random() < 0.7:
        return {value: random.choice(choices) for value in question.values}
    return random.choice([*question.candidates, question.guess] if random.random() < 0.6 else choices)


def _told(intake: Any, words: Words) -> None:
    found = report(intake, words)
    assert tuple(found) == KEYS
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    page(intake, words)
    for problem in intake.problems:
        sentence(problem, words, intake.file)


def _worded(said: str) -> None:
    assert said.strip(), "a refusal without words"
    assert not said.startswith("refused."), f"no sentence: {said}"


@contextmanager
def _in_time() -> Iterator[None]:
    """Raises Hung in the main thread after SECONDS; does nothing where the system has no such alarm."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def over(*_: object) -> None:
        raise Hung

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
