"""A file named on the command line, taken in with what lies beside it: its answers and its known errors."""

import json
import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from data.commands.memory import Memory
from data.commands.progress import Progress
from data.intake import Intake, Limits, NotASpreadsheet, corrections, take_in
from settings import Settings, SettingsError
from texts.command_line import WRONG_USAGE

UNREADABLE = 2
_MEGABYTE = 1024 * 1024
_MOST_OF_ANSWERS = 10 * _MEGABYTE


class CannotTakeIn(Exception):
    """Why there is no Intake: a message id with its parameters, and the exit status of the command.

    `content` is the file's, where it could be opened at all.
    """

    def __init__(self, status: int, message: str, content: bytes | None = None, **params: Any) -> None:
        super().__init__(message)
        self.status, self.message, self.content, self.params = status, message, content, params


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    """What every command that takes in a file understands."""
    parser.add_argument("file", metavar="FILE", type=Path, help=words.say("cli.help.file"))
    parser.add_argument("--sheet", metavar="SHEET", help=words.say("cli.help.sheet"))
    parser.add_argument("--answers", metavar="FILE", type=Path, help=words.say("cli.help.answers"))
    parser.add_argument("--ask-again", action="store_true", help=words.say("cli.help.ask_again"))


def intake_of(args: Namespace, words: Any) -> Intake:
    """The Intake of args.file (with args.sheet, args.answers). Raises CannotTakeIn, also when the file is refused."""
    intake = read(args, words)
    if intake.refused:
        raise CannotTakeIn(UNREADABLE, intake.refused, **intake.refused_params)
    return intake


def read(args: Namespace, words: Any) -> Intake:
    """The Intake of args.file, which may be one that is refused. Raises CannotTakeIn when it cannot be read."""
    limits = _limits()
    answers, content = _answers(args.answers), _content(args.file, limits)
    mended, memory = corrections.beside(args.file), Memory(words, off=args.ask_again)
    given: dict[str, Any] = {
        "sheet": args.sheet, "answers": {key: answer for key, answer in answers.items() if answer is not None},
        "remembered": memory.recall, "limits": limits,
    }  # fmt: skip
    try:
        known_errors = corrections.read(mended) if mended else None
        with Progress(words) as progress:
            intake = take_in(content, args.file.name, corrections=known_errors, progress=progress, **given)
        memory.keep(intake, answers)
        return intake
    except corrections.BadCorrections as error:
        raise CannotTakeIn(
            UNREADABLE, "cli.bad_corrections", content, file=str(mended), entry=str(error.entry), reason=error.reason
        ) from error
    except NotASpreadsheet as error:
        raise CannotTakeIn(UNREADABLE, error.message, content, **error.params) from error


def _limits() -> Limits:
    """What the reading of one file may cost, as the settings say."""
    try:
        settings = Settings.read(os.environ)
    except SettingsError as error:
        raise CannotTakeIn(WRONG_USAGE, "store.setting", problem="\n".join(error.problems)) from error
    return Limits.of(settings)


def _content(file: Path, limits: Limits) -> bytes:
    """The bytes of the file: never more of them than may be read, since a name can stand for an endless device."""
    try:
        with file.open("rb") as stream:
            content = stream.read(limits.bytes + 1)
            size = max(len(content), os.fstat(stream.fileno()).st_size)
    except OSError as error:
        message = "cli.directory" if file.is_dir() else "cli.no_file"
        raise CannotTakeIn(UNREADABLE, message, file=str(file), reason=error.strerror or str(error)) from error
    if size > limits.bytes:
        raise CannotTakeIn(UNREADABLE, "refused.too_many_bytes", size=size / _MEGABYTE, most=limits.bytes / _MEGABYTE)
    return content


def _answers(file: Path | None) -> dict[str, Any]:
    """Question id -> answer, from a JSON object."""
    try:
        answers = _json(file) if file else {}
        if not isinstance(answers, dict):
            raise ValueError("{...}")
    except (OSError, ValueError, RecursionError) as error:
        raise CannotTakeIn(WRONG_USAGE, "cli.bad_answers", file=str(file), reason=str(error)) from error
    for question, answer in answers.items():
        if not _is_answer(answer):
            raise CannotTakeIn(WRONG_USAGE, "cli.no_answer", file=str(file), id=question)
    return answers


def _json(file: Path) -> Any:
    """Raises OSError, ValueError or RecursionError."""
    with file.open("rb") as stream:
        text = stream.read(_MOST_OF_ANSWERS + 1)
    if len(text) > _MOST_OF_ANSWERS:
        raise ValueError(f"> {_MOST_OF_ANSWERS // _MEGABYTE} MB")
    return json.loads(text.decode("utf-8-sig"))


def _is_answer(answer: Any) -> bool:
    """A word, a number, a list of those, or a meaning for each of several words."""
    parts = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else [answer]
    return all(part is None or isinstance(part, str | int | float) for part in parts)
