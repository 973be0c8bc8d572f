"""python -m data import FILE --dataset NAME: a spreadsheet becomes a version of a dataset, and an edition if asked."""

from argparse import ArgumentParser, Namespace
from typing import Any

from data.commands import taking_in
from data.commands.opening import QUESTIONS, opened, person, tells_errors
from data.commands.printing import complain, say
from data.commands.taking_in import CannotTakeIn, intake_of
from data.store import DatasetNotFound, Store

NAME = "import"


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    taking_in.add_arguments(parser, words)
    parser.add_argument("--dataset", metavar="NAME", required=True)
    parser.add_argument("--publish", action="store_true")
    parser.add_argument("--note", metavar="TEXT", default="")


@tells_errors
def run(args: Namespace, words: Any) -> int:
    """0 = stored (and published); 1 = the file leaves questions open; 2 = it cannot be read or is refused."""
    store = opened(words)
    known = store.datasets()
    if args.dataset not in known:
        raise DatasetNotFound(dataset=args.dataset, known=sorted(known))
    try:
        intake = intake_of(args, words)
    except CannotTakeIn as refusal:
        complain(words, refusal.message, **refusal.params)
        return refusal.status
    _tell(intake, words)
    open_questions = len(intake.questions)
    if open_questions and args.publish:
        complain(words, "store.not_published", count=open_questions, file=str(args.file))
        return QUESTIONS
    _keep(store, intake, args, words)
    if open_questions:
        complain(words, "store.draft_only", count=open_questions, file=str(args.file))
        return QUESTIONS
    return 0


def _tell(intake: Any, words: Any) -> None:
    say(words, "store.read", count=len(intake.records), file=intake.file)
    if intake.problems:
        say(words, "store.findings", count=len(intake.problems), file=intake.file)


def _keep(store: Store, intake: Any, args: Namespace, words: Any) -> None:
    """Version and edition in one transaction: when publishing fails, no stray version is left."""
    edition, fresh = None, False
    with store.writing(person()) as writer:
        version, new = writer.add_version(args.dataset, intake, args.note)
        if args.publish:
            edition, fresh = writer.publish({args.dataset: version}, {}, args.note)
    say(words, "store.added" if new else "store.known_file", dataset=args.dataset, version=str(version))
    if edition is not None:
        say(words, "store.published" if fresh else "store.published_already", edition=str(edition))
