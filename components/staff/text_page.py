"""The page where the awareness text is written: Markdown beside what readers will see, in both languages."""

import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from charts import MAIN_CHARTS
from charts.sentences import source_text
from components.address import Address
from components.document import fill
from components.staff_shell import Asked, staff_page
from data.frame import Edition
from exports.article import rendered
from texts.awareness.differences import differences
from texts.words import Words

STYLES = ("front.css", "text.css")
# Ids and what points at them: both previews stand on one page.
_ANCHOR = re.compile(r'( id="| href="#| aria-labelledby=")')


def text_page(
    asked: Asked, texts: Sequence[Any], edition: Edition, offers: Sequence[tuple[Any, dict[str, str]]],
    typed: dict[str, str], meanwhile: Any = None,
) -> Markup:  # fmt: skip
    """`texts` are routes.staff.writing.Writing; `offers` the citable statements with the binding of each outcome.

    `typed` is what could not be saved, by language, because `meanwhile` somebody else saved.
    """
    parts = []
    for one in texts:
        refused = meanwhile if one.language in typed else None
        markdown = typed.get(one.language, one.markdown)
        parts.append((one, markdown, text_part(asked, one, edition, refused, markdown)))
    return staff_page(
        "staff/text.html.j2", asked, asked.words.say("writing.title"), "text",
        styles=STYLES, scripts=("text_editor.js",), parts=parts, offers=offers, shown=asked.words.language,
        counter=lambda counted_by: source_text("counted_by", counted_by, asked.words),
    )  # fmt: skip


def text_part(asked: Asked, one: Any, edition: Edition, meanwhile: Any = None, typed: str = "") -> Markup:
    """What stands beside and below the Markdown of one language: its state, findings and preview."""
    theirs = meanwhile.params["draft"] if meanwhile else None
    other = theirs.markdown if theirs else one.markdown
    return fill(
        "staff/text_part.html.j2", asked.words,
        one=one, meanwhile=meanwhile, theirs=theirs, changes=differences(other, typed) if meanwhile else [],
        preview=preview(typed or one.markdown, edition, one.language), link=asked.link, csrf=asked.csrf,
    )  # fmt: skip


def preview(markdown: str, edition: Edition, language: str) -> Markup:
    """As the front page shows it, by the same renderer; its ids begin with the language."""
    words = Words(language)
    table = Address(language).with_tab(MAIN_CHARTS[0], "table").link
    article = rendered(
        markdown,
        edition,
        words,
        lambda counted_by: source_text("counted_by", counted_by, words),
        lambda statement: f"{table}#statement-{statement}",
    )
    html = f'{article.body_html}<div class="back">{article.notes_html}</div>'
    return Markup(_ANCHOR.sub(rf"\g<1>{language}-", html))  # noqa: S704 - sanitised by texts.awareness
