"""Markdown with bindings, notes and photo slots -> tokens; and what can be asked of a text without rendering it."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from texts.awareness import strict_toml
from texts.awareness.binding import WRITTEN, Binding, NotABinding, Shown, read

FRONT = re.compile(r"\A\s*\+\+\+[^\S\n]*\n(.*?)^\+\+\+\s*$\n?", re.DOTALL | re.MULTILINE)
# Dates and decimals first, so that their digits are not taken for whole numbers; then 1234, 1 234, 1,234.
_NUMBER = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?|\d+(?:/\d+)+|\d{1,2}\.\d{1,2}\.\d{4}|\d+[.,]\d{1,2}(?!\d)"
    r"|(?P<whole>\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+)"
)
_PHOTO = re.compile(r"\{\{\s*photo\s+(\w+)\s*\}\}\s*")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed text: the tokens of its body, of its notes and of what stands under the notes, and its photo slots."""

    body: list[Token]
    notes: list[Token]
    sources: list[Token]
    photos: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class TypedDigits:
    """A number of the data that stands in the text as typed digits, with the words round it and the line (from 1)."""

    value: int
    context: str
    line: int


def markdown_parser() -> MarkdownIt:
    """CommonMark without raw HTML (it is shown as text), with notes, bindings and photo slots."""
    parser = MarkdownIt("commonmark", {"html": False}).use(footnote_plugin, inline=False)
    parser.disable("image")
    parser.inline.ruler.before("link", "binding", _binding_rule)
    parser.block.ruler.before("paragraph", "photo", _photo_rule, {"alt": ["paragraph"]})
    return parser


def parse(markdown: str) -> Document:
    """The parts of a text. Front matter that is not TOML counts as none."""
    front, text, _ = split(markdown)
    tokens = markdown_parser().parse(text)
    notes_from = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    body, notes = tokens[:notes_from], tokens[notes_from:]
    rule = next((i for i, token in enumerate(body) if token.type == "hr"), len(body))
    photos = front.get("photo", {})
    return Document(body[:rule], notes, body[rule + 1 :], photos if isinstance(photos, dict) else {})


def split(markdown: str) -> tuple[dict[str, Any], str, int]:
    """(front matter, the text after it, how many lines stand before that text). Front matter that is no TOML is {}."""
    markdown = plain(markdown)
    match = FRONT.match(markdown)
    if match is None:
        return {}, markdown, 0
    before = markdown[: match.end()].count("\n")
    try:
        return strict_toml.loads(match[1]), markdown[match.end() :], before
    except tomllib.TOMLDecodeError:
        return {}, markdown[match.end() :], before


def plain(markdown: str) -> str:
    """With line ends as they are counted here, without a byte order mark."""
    return markdown.replace("\r\n", "\n").removeprefix("\ufeff")


def _binding_rule(state: StateInline, silent: bool) -> bool:
    match = WRITTEN.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("binding", "", 0)
        token.content = match[0]
        try:
            token.meta = {"shown": read(match[1])}
        except NotABinding:
            token.meta = {"shown": None}
    state.pos = match.end()
    return True


def _photo_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    match = _PHOTO.fullmatch(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    if match is None:
        return False
    if not silent:
        token = state.push("photo", "", 0)
        token.meta, token.map = {"slot": match[1]}, [line, line + 1]
        state.line = line + 1
    return True


def _inline(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def _everything(markdown: str) -> list[Token]:
    document = parse(markdown)
    return [*document.body, *document.notes, *document.sources]


def bindings(markdown: str) -> list[Binding]:
    """Every binding of the text, notes included, in the order a reader meets them, each once."""
    found = [token.meta["shown"] for token in _inline(_everything(markdown)) if token.type == "binding"]
    return list(dict.fromkeys(shown.binding for shown in found if isinstance(shown, Shown)))


def malformed(markdown: str) -> list[str]:
    """What stands in double braces and is no binding, as written; and front matter that cannot be read."""
    wrong = [t.content for t in _inline(_everything(markdown)) if t.type == "binding" and t.meta["shown"] is None]
    front = FRONT.match(plain(markdown))
    try:
        strict_toml.loads(front[1] if front else "")
    except tomllib.TOMLDecodeError as error:
        wrong.append(f"+++ {error}")
    return wrong


def typed_digits(markdown: str, values: Iterable[float]) -> list[TypedDigits]:
    """Where a number of the data stands as typed digits in what a reader reads (not in addresses, not in bindings)."""
    numbers = {int(value) for value in values if value == int(value)}
    lines = Lines(markdown)
    found = []
    for token in _everything(markdown):
        text = "".join(
            {"text": child.content, "code_inline": child.content, "softbreak": " "}.get(child.type, "\n")
            for child in token.children or ()
        ) or (token.content if token.type in ("code_block", "fence") else "")
        for match in _NUMBER.finditer(text):
            value = int(re.sub(r"\D", "", match[0])) if match["whole"] else None
            if value in numbers:
                context = text[max(0, match.start() - 30) : match.end() + 30].strip()
                found.append(TypedDigits(value, context, lines.of(token, match[0])))
    return found


class Lines:
    """Where in the whole text, front matter included, something stands; lines count from 1."""

    def __init__(self, markdown: str) -> None:
        _, text, self.before = split(markdown)
        self._lines = text.split("\n")

    def of(self, token: Token, written: str) -> int:
        """The line of `written` within a block, else the block's first."""
        begin, end = token.map or (0, 0)
        first = written.split("\n")[0]
        inside = (number for number in range(begin, end) if first in self._lines[number])
        return self.before + next(inside, begin) + 1
