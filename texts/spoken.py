"""Which of our languages a reader gets: the one that the address names, else the browser's, else the site's own."""

from collections.abc import Iterable, Mapping, Sequence

from texts.words import LANGUAGES

# What browsers send for the languages that Norwegian readers set.
_SPOKEN = {"nb": "nb", "no": "nb", "nn": "nb", "en": "en"}


def spoken(accepted: Iterable[str], default: str) -> str:
    """The reader's language from the tags of Accept-Language, best first: no, nb and nn all mean nb."""
    for tag in accepted:
        if language := _SPOKEN.get(tag.lower().replace("_", "-").split("-")[0]):
            return language
    return default


def language_of(asked: str, accepted: Iterable[str], default: str) -> str:
    """The language to answer in. `asked` is what the address says, "" or nonsense included."""
    return asked if asked in LANGUAGES else spoken(accepted, default)


def of_terminal(environ: Mapping[str, str], default: str) -> str:
    """The language of a command line: the locale of the environment, else `default`. "C" names no language."""
    return spoken((environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")), default)


def language_of_command(arguments: Sequence[str], environ: Mapping[str, str], default: str) -> str:
    """The language that --lang names, before anything can go wrong with the arguments; else that of the terminal."""
    for number, argument in enumerate(arguments):
        asked = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and number + 1 < len(arguments):
            asked = arguments[number + 1]
        if asked in LANGUAGES:
            return asked
    return of_terminal(environ, default)
