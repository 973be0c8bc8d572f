"""Which of our languages a reader gets: the one that the address names, else the browser's, else the site's own."""

from collections.abc import Iterable, Mapping

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
