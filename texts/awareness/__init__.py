"""The awareness text: Markdown with bound figures, numbered notes and photo slots, and its way to a page.

A text is written like this (the seeds, nb.md and en.md beside this file, show all of it):

    +++                                       photo slots; a slot without a file shows nothing
    [photo.1]
    file = ""
    alt = "Two deminers kneel at a marked lane"
    credit = "UNDP Azerbaijan"
    +++
    # Heading of the page                     the one h1; each further # is a part and becomes an h2
    {{photo 1}}
    A figure that stays as cited: {{statement killed counted_by="ANAMA" as_of=2024-11-11}}.[^a]
    A figure that moves: {{latest killed}}, with words for it: {{latest killed one="death" other="deaths"}}.
    Of the newest figure: {{latest killed show=as_of}}, {{latest killed show=counted_by}}.
    [^a]: A numbered note; it stands under the text.

    ---                                       what follows stands under the notes: the sources
    # Sources
"""

from pathlib import Path

from texts.awareness.binding import Binding, Bound
from texts.awareness.findings import Finding, findings
from texts.awareness.front_matter import FrontMatterUnreadable, photos_of, with_photo
from texts.awareness.parse import bindings, malformed, typed_digits
from texts.awareness.render import Article, render

__all__ = [
    "Article",
    "Binding",
    "Bound",
    "Finding",
    "FrontMatterUnreadable",
    "bindings",
    "findings",
    "malformed",
    "photos_of",
    "render",
    "seed",
    "typed_digits",
    "with_photo",
]


def seed(language: str) -> str:
    """The text that the product ships in `language` (nb, en), as Markdown."""
    return (Path(__file__).parent / f"{language}.md").read_text(encoding="utf-8")
