"""How each part of an awareness text is written as HTML: bound figures, numbered notes, headings, photos."""

import re
from collections.abc import Callable, MutableMapping, Sequence
from datetime import date
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from texts.awareness.binding import Binding, Bound, Shown
from texts.words import Words

_FILE_NAME = re.compile(r"[\w-][\w.-]*")
Env = MutableMapping[str, Any]
Tokens = Sequence[Token]


class Writer(RendererHTML):
    """markdown-it's renderer; each public method below is the rule for the token type of its name.

    It keeps what it met: headings, unresolved and malformed bindings. One Writer writes one text.
    """

    def __init__(
        self,
        words: Words,
        resolve: Callable[[Binding], Bound | None],
        photo_address: Callable[[str], str | None],
        photos: dict[str, dict[str, Any]],
    ) -> None:
        super().__init__()
        self.words = words
        self.headings: list[str] = []
        self.unresolved: list[Binding] = []
        self.malformed: list[str] = []
        self.within_sources = False
        self._resolve = resolve
        self._photo_address = photo_address
        self._photos = photos
        self._dates_said: set[date | None] = set()

    def renderInline(self, tokens: Tokens, options: OptionsDict, env: Env) -> str:  # noqa: N802 (the library's name)
        shown = [token.meta["shown"] for token in tokens if token.type == "binding"]
        dated = [self._resolve(one.binding) for one in shown if one is not None and one.show == "as_of"]
        self._dates_said = {bound.as_of for bound in dated if bound is not None}
        return super().renderInline(tokens, options, env)

    def binding(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        shown: Shown | None = tokens[index].meta["shown"]
        if shown is None:
            self.malformed.append(tokens[index].content)
            return self._missing()
        bound = self._resolve(shown.binding)
        if bound is None:
            self.unresolved.append(shown.binding)
            return self._missing()
        if shown.show == "as_of":
            return escape(self._as_of(bound))
        if shown.show == "counted_by":
            return escape(bound.counted_by)
        return self._figure(shown, bound)

    def _missing(self) -> str:
        return f'<span class="bound-missing">{escape(self.words.say("awareness.missing"))}</span>'

    def _as_of(self, bound: Bound) -> str:
        if bound.as_of is None:
            return self.words.say("awareness.undated")
        return self.words.date(bound.as_of, bound.as_of_precision)

    def _figure(self, shown: Shown, bound: Bound) -> str:
        outcome = shown.binding.outcome
        message = {
            "killed": "awareness.statement.killed",
            "injured": "awareness.statement.injured",
            "casualties": "awareness.statement.casualties",
        }[outcome]
        said = self.words.say(message, count=bound.value, counted_by=bound.counted_by, as_of=self._as_of(bound))
        word = shown.one if bound.value == 1 else shown.other
        visible = self.words.number(bound.value) + (f"\u00a0{word}" if word else "")
        link = (
            f'<a class="bound bound-{outcome}" data-statement="{escape(bound.statement_id)}" '
            f'data-outcome="{outcome}" href="{escape(bound.href)}" title="{escape(said)}">{escape(visible)}</a>'
        )
        # A figure that moves never stands without its date: who writes it cannot know which date it will be.
        if shown.binding.kind == "latest" and bound.as_of not in self._dates_said:
            link += " " + escape(self.words.say("awareness.per", as_of=self._as_of(bound)))
        return link

    def link_open(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        address = str(tokens[index].attrGet("href") or "")
        away = ' rel="noopener noreferrer"' if re.match(r"(https?:)?//", address) else ""
        return f'<a href="{escape(address)}"{away}>'

    def heading_open(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        level = int(tokens[index].tag[1])
        if level > 1 or self.within_sources:
            return f"<h{min(level + 1, 4)}>"
        self.headings.append(_plain(tokens[index + 1]))
        part = len(self.headings)
        return f'<h{1 if part == 1 else 2} id="part-{part}">'

    def heading_close(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        level = int(tokens[index].tag[1])
        first = level == 1 and not self.within_sources and len(self.headings) == 1
        return f"</h{1 if first else min(level + 1, 4)}>\n"

    def photo(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        """A figure, or nothing where the slot has no file or the file is not there."""
        slot = self._photos.get(tokens[index].meta["slot"], {})
        file = str(slot.get("file", "")) if isinstance(slot, dict) else ""
        address = self._photo_address(file) if _FILE_NAME.fullmatch(file) else None
        if address is None:
            return ""
        size = "".join(f' {side}="{slot[side]}"' for side in ("width", "height") if isinstance(slot.get(side), int))
        credit = str(slot.get("credit", "")).strip()
        caption = escape(self.words.say("awareness.photo", credit=credit)) if credit else ""
        return (
            f'<figure class="photo"><img src="{escape(address)}" alt="{escape(str(slot.get("alt", "")))}"{size} '
            f'loading="lazy" decoding="async">{f"<figcaption>{caption}</figcaption>" if caption else ""}</figure>\n'
        )

    def footnote_ref(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        number, anchor = _note(tokens[index])
        name = escape(self.words.say("awareness.note", number=str(number)))
        return (
            f'<sup class="note-ref"><a href="#note-{number}" id="{anchor}" role="doc-noteref" '
            f'aria-label="{name}">{number}</a></sup>'
        )

    def footnote_block_open(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        title = escape(self.words.say("awareness.notes"))
        return (
            '<section class="endnotes" role="doc-endnotes" aria-labelledby="endnotes">'
            f'<h2 id="endnotes">{title}</h2>\n<ol>\n'
        )

    def footnote_block_close(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        return "</ol>\n</section>\n"

    def footnote_open(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        return f'<li id="note-{_note(tokens[index])[0]}">'

    def footnote_close(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        return "</li>\n"

    def footnote_anchor(self, tokens: Tokens, index: int, options: OptionsDict, env: Env) -> str:
        number, anchor = _note(tokens[index])
        name = escape(self.words.say("awareness.back", number=str(number)))
        return f' <a class="note-back" href="#{anchor}" role="doc-backlink" aria-label="{name}">\u21a9\ufe0e</a>'


def _note(token: Token) -> tuple[int, str]:
    """The number of a note and the id of the place in the text that refers to it (a note may have several)."""
    number, again = token.meta["id"] + 1, token.meta.get("subId", 0)
    return number, f"note-ref-{number}" + (f"-{again + 1}" if again else "")


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))
