"""The awareness text as an HTML document of its own: faces and photos inside, nothing fetched, good on paper."""

from markupsafe import Markup

from exports.documents import asset, document, style
from exports.handed_set import HandedSet
from exports.text.as_html import article
from exports.text.edition_text import text_of
from exports.text.proof import front_page, proof, title_of


def page(handed: HandedSet) -> bytes:
    """The whole document, UTF-8."""
    words, settings = handed.words, handed.settings
    text = text_of(handed.edition, words, settings.public_url, handed.pinned)
    lines = proof(handed)
    return document(
        "text.html.j2", words, (asset("minetall.css"), style("text.css")),
        title=title_of(text.title, words), site=settings.site_name, description=" ".join(lines),
        article=Markup(article(text, words, handed.photo) or f"<h1>{words.say('text_export.none')}</h1>"),  # noqa: S704
        proof=lines, address=front_page(handed),
    )  # fmt: skip
