"""What is wrong or doubtful in an awareness text, line by line, and what to write instead."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from markdown_it.token import Token

from texts.awareness import strict_toml
from texts.awareness.binding import Binding
from texts.awareness.front_matter import photos_of
from texts.awareness.parse import FRONT, Lines, markdown_parser, plain, split, typed_digits

ERRORS = (
    "empty", "front_matter", "malformed", "no_title", "note_missing", "photo_no_alt", "photo_not_there", "unresolved",
)  # fmt: skip
WARNINGS = ("note_unused", "photo_no_place", "photo_no_slot", "raw_html", "typed_digits")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Finding:
    """`kind` is one of ERRORS or WARNINGS; its sentence is the message awareness_check.<kind> with `params`.

    `line` counts from 1 and is None where the finding is about the whole text. `instead` is what could be written.
    """

    kind: str
    line: int | None = None
    params: dict[str, Any] = field(default_factory=dict)
    instead: str = ""

    @property
    def severity(self) -> Literal["error", "warning"]:
        return "error" if self.kind in ERRORS else "warning"


def findings(
    markdown: str,
    known: Callable[[Binding], bool],
    values: Iterable[float] = (),
    files: Callable[[str], bool] = lambda file: False,
    instead: Callable[[str], str] = lambda written: "",
) -> list[Finding]:
    """Errors first, each group from top to bottom.

    `known` tells whether a binding finds a statement, `values` are the numbers that should be bound, not typed,
    `files` tells whether there is a photo of this name, `instead` gives a binding to write in place of a wrong one.
    """
    if not split(markdown)[1].strip():
        return [*_front(markdown), Finding("empty")]
    env: dict[str, Any] = {}
    tokens = markdown_parser().parse(split(markdown)[1], env)
    lines = Lines(markdown)
    found = [
        *_front(markdown),
        *_title(tokens),
        *_bindings(tokens, lines, known, instead),
        *_notes(markdown, tokens, lines, env),
        *_photos(markdown, tokens, lines, files),
        *_html(tokens, lines),
        *(
            Finding("typed_digits", t.line, {"value": t.value, "context": t.context})
            for t in typed_digits(markdown, values)
        ),
    ]
    return sorted(found, key=lambda one: (one.severity != "error", one.line or 0))


def _front(markdown: str) -> Iterator[Finding]:
    match = FRONT.match(plain(markdown))
    if match is None:
        if plain(markdown).lstrip().startswith("+++"):
            yield Finding("front_matter", 1)
        return
    try:
        strict_toml.loads(match[1])
    except tomllib.TOMLDecodeError as error:
        within = re.search(r"line (\d+)", str(error))
        before = plain(markdown)[: match.start(1)].count("\n")
        yield Finding("front_matter", before + (int(within[1]) if within else 1))


def _title(tokens: list[Token]) -> Iterator[Finding]:
    if not any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        yield Finding("no_title")


def _bindings(
    tokens: list[Token], lines: Lines, known: Callable[[Binding], bool], instead: Callable[[str], str]
) -> Iterator[Finding]:
    for block, token in _inline(tokens):
        if token.type != "binding":
            if token.type == "text" and ("{{" in token.content or "}}" in token.content):
                written = "{{" if "{{" in token.content else "}}"
                yield Finding("malformed", lines.of(block, written), {"written": written}, instead(""))
            continue
        shown, line = token.meta["shown"], lines.of(block, token.content)
        if shown is None:
            yield Finding("malformed", line, {"written": token.content}, instead(token.content))
        elif not known(shown.binding):
            yield Finding("unresolved", line, {"written": token.content}, instead(token.content))


def _notes(markdown: str, tokens: list[Token], lines: Lines, env: dict[str, Any]) -> Iterator[Finding]:
    for block in tokens:
        text = "".join(child.content for child in block.children or () if child.type == "text")
        for match in _NOTE.finditer(text):
            yield Finding("note_missing", lines.of(block, match[0]), {"note": match[0]}, f"{match[0]}: …")
    source = plain(markdown).split("\n")
    for label, uses in env.get("footnotes", {}).get("refs", {}).items():
        if uses < 0:
            written = f"[^{label.removeprefix(':')}]"
            line = next((at for at, text in enumerate(source, 1) if text.lstrip().startswith(written + ":")), None)
            yield Finding("note_unused", line, {"note": written}, written)


def _photos(markdown: str, tokens: list[Token], lines: Lines, files: Callable[[str], bool]) -> Iterator[Finding]:
    slots = photos_of(markdown)
    placed = {token.meta["slot"]: lines.before + (token.map or [0])[0] + 1 for token in tokens if token.type == "photo"}
    source = plain(markdown).split("\n")
    for name, slot in slots.items():
        line = next((at for at, text in enumerate(source, 1) if text.startswith(f"[photo.{name}]")), None)
        file = str(slot.get("file", "")).strip()
        if file and not files(file):
            yield Finding("photo_not_there", line, {"slot": name, "file": file})
        if file and not str(slot.get("alt", "")).strip():
            yield Finding("photo_no_alt", line, {"slot": name}, 'alt = "…"')
        if file and name not in placed:
            yield Finding("photo_no_place", line, {"slot": name}, f"{{{{photo {name}}}}}")
    for name, line in placed.items():
        if name not in slots:
            yield Finding("photo_no_slot", line, {"slot": name}, f"[photo.{name}]")


def _html(tokens: list[Token], lines: Lines) -> Iterator[Finding]:
    for block in tokens:
        text = "".join(child.content for child in block.children or () if child.type == "text")
        if match := _HTML.search(text):
            yield Finding("raw_html", lines.of(block, match[0]), {"written": match[0][:60]})


def _inline(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    for block in tokens:
        for token in block.children or ():
            yield block, token
