"""python -m data template: workbooks to fill in, one per kind of list, written beside each other or as one file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from data.commands.printing import complain, say
from data.template import KINDS
from data.template.workbook import file_name, workbook
from texts.command_line import WRONG_USAGE

NAME = "template"
WRITTEN, NOT_WRITTEN = 0, 2
ENDING = ".xlsx"


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--out", metavar="FILE_OR_FOLDER", type=Path, default=Path())
    parser.add_argument("--force", action="store_true")


def run(args: Namespace, words: Any) -> int:
    """0 = written; 2 = a file exists already or cannot be written, and nothing more is; 64 = wrong usage."""
    kinds = [args.kind] if args.kind else list(KINDS)
    as_file = bool(args.out.suffix) and not args.out.is_dir()
    if as_file and (args.out.suffix.lower() != ENDING or len(kinds) > 1):
        wrong = "cli.template.ending" if args.out.suffix.lower() != ENDING else "cli.template.one_file"
        complain(words, wrong, file=str(args.out), kinds=list(KINDS))
        return WRONG_USAGE
    files = {args.out if as_file else args.out / file_name(kind, words): kind for kind in kinds}
    there = [str(file) for file in files if file.exists()]
    if there and not args.force:
        complain(words, "cli.template.exists", count=len(there), files=there)
        return NOT_WRITTEN
    return _write(files, words)


def _write(files: dict[Path, str], words: Any) -> int:
    for file, kind in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(workbook(kind, words))
        except OSError as error:
            complain(words, "cli.template.not_written", file=str(file), reason=error.strerror or str(error))
            return NOT_WRITTEN
        say(words, "cli.template.written", file=str(file), kind=words.say(f"template.title.{kind}"))
    return WRITTEN
