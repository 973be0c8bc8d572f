"""The awareness text of an edition in its structure, its figures computed, for every file that holds it."""

from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from charts import MAIN_CHARTS
from charts.sentences import source_text
from data.frame import Edition
from exports.address import page_address
from exports.article import rendered
from exports.text.from_html import structure
from exports.text.structure import Text

_made: "WeakKeyDictionary[Edition, dict[tuple[str, str, int | None], Text]]" = WeakKeyDictionary()


def text_of(edition: Edition, words: Any, public_url: str, pinned: int | None = None) -> Text:
    """The text in the language of `words`: title, parts, notes, sources (exports.text.structure says their shape).

    For a deck: `for part in text.parts: part.heading, part.paragraphs` are plain texts; `block.runs` have the links,
    the marks of notes (`run.note`) and the computed figures (`run.outcome`, `run.said`) of each paragraph.
    An edition without a text gives one without title and parts. Links to the site are absolute; `pinned` holds their
    edition. Made once per edition.
    """
    kept, asked = _made.setdefault(edition, {}), (words.language, public_url, pinned)
    if asked not in kept:
        named = partial(source_text, "counted_by", words=words)
        article = rendered(edition.texts.get(words.language, ""), edition, words, named, _statement_link(words, pinned))
        kept[asked] = structure(article, public_url)
    return kept[asked]


def _statement_link(words: Any, pinned: int | None) -> Any:
    """The statement in the table under the main chart, as on the page; it shows everything."""
    page = page_address("", MAIN_CHARTS[0], words.language, (), [("tab", "table")], pinned).partition("#")[0]
    return lambda statement: f"{page}#statement-{statement}"
