"""The awareness text in the store: its versions, its drafts, and the photos that it shows."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, delete, func, insert, select

from data.store.errors import TextMeanwhile, TextNotFound
from data.store.tables import edition_texts, photos, texts
from data.store.work_tables import text_drafts

ENDINGS = {"image/jpeg": "jpg", "image/webp": "webp"}


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A text without its words. `editions` are the numbers of those that hold it, oldest first."""

    language: str
    number: int
    at: datetime
    who: str
    editions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TextDraft:
    """A text as it is being written; `based_on` is the number of the published text it began from, 0 for none."""

    language: str
    who: str
    at: datetime
    based_on: int
    markdown: str

    @property
    def mark(self) -> str:
        """Another one with every saving, so that nobody saves over what they have not seen."""
        return f"{self.at.isoformat()}-{hashlib.sha256(self.markdown.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """A photo without its bytes; `file` is its name in texts and addresses."""

    sha256: str
    at: datetime
    who: str
    media_type: str
    width: int
    height: int

    @property
    def file(self) -> str:
        return f"{self.sha256}.{ENDINGS[self.media_type]}"


def text_entries(connection: Connection, language: str) -> list[TextEntry]:
    """Oldest first."""
    held: dict[int, list[int]] = {}
    told = select(edition_texts).where(edition_texts.c.language == language).order_by(edition_texts.c.edition)
    for row in connection.execute(told):
        held.setdefault(row.text, []).append(row.edition)
    rows = connection.execute(select(texts).where(texts.c.language == language).order_by(texts.c.number))
    return [TextEntry(language, row.number, row.at, row.who, tuple(held.get(row.number, ()))) for row in rows]


def markdown_of(connection: Connection, language: str, number: int) -> str:
    """Raises TextNotFound."""
    told = select(texts.c.markdown).where(texts.c.language == language, texts.c.number == number)
    found = connection.scalar(told)
    if found is None:
        raise TextNotFound(language=language, text=str(number))
    return found


def published_text(connection: Connection, language: str) -> int:
    """The number of the text in the newest edition, 0 for none."""
    newest = select(func.max(edition_texts.c.edition)).scalar_subquery()
    told = select(edition_texts.c.text).where(edition_texts.c.language == language, edition_texts.c.edition == newest)
    return connection.scalar(told) or 0


def drafts(connection: Connection) -> dict[str, TextDraft]:
    """By language."""
    return {row.language: _draft(row) for row in connection.execute(select(text_drafts))}


def _draft(row: Row) -> TextDraft:
    return TextDraft(row.language, row.who, row.at, row.based_on, row.markdown)


def keep_draft(connection: Connection, who: str, language: str, markdown: str, expected: str) -> TextDraft | None:
    """Saves a draft over the one whose mark is `expected` ("" for none). Raises TextMeanwhile with the other's.

    The text that is published is no draft: then there is none, and None is given back.
    """
    before = _unchanged(connection, language, expected, markdown)
    if before is not None and before.markdown == markdown:
        return before
    number = published_text(connection, language)
    connection.execute(delete(text_drafts).where(text_drafts.c.language == language))
    if number and markdown_of(connection, language, number) == markdown:
        return None
    based_on = number if before is None else before.based_on
    draft = TextDraft(language, who, datetime.now(UTC), based_on, markdown)
    connection.execute(insert(text_drafts).values(asdict(draft)))
    return draft


def drop_draft(connection: Connection, language: str, expected: str) -> None:
    """Raises TextMeanwhile where the draft is not the one that was looked at."""
    _unchanged(connection, language, expected)
    connection.execute(delete(text_drafts).where(text_drafts.c.language == language))


def _unchanged(connection: Connection, language: str, expected: str, saving: str | None = None) -> TextDraft | None:
    """The draft as it stands, where it is the expected one or says what is to be saved."""
    row = connection.execute(select(text_drafts).where(text_drafts.c.language == language)).first()
    draft = None if row is None else _draft(row)
    if (draft.mark if draft else "") != expected and (draft is None or draft.markdown != saving):
        raise TextMeanwhile(language=language, draft=draft)
    return draft


def photo_entries(connection: Connection) -> list[PhotoEntry]:
    """Newest first."""
    columns = [column for column in photos.c if column.name != "content"]
    return [_photo(row) for row in connection.execute(select(*columns).order_by(photos.c.at.desc(), photos.c.sha256))]


def _photo(row: Row) -> PhotoEntry:
    return PhotoEntry(row.sha256, row.at, row.who, row.media_type, row.width, row.height)


def photo(connection: Connection, file: str) -> tuple[PhotoEntry, bytes] | None:
    """By its file name; None where there is none of that name."""
    row = connection.execute(select(photos).where(photos.c.sha256 == file.partition(".")[0])).first()
    return None if row is None or _photo(row).file != file else (_photo(row), row.content)


def photo_published(connection: Connection, file: str) -> bool:
    """Whether the text of any edition names the file."""
    held = (edition_texts.c.language == texts.c.language) & (edition_texts.c.text == texts.c.number)
    naming = select(texts.c.number).join(edition_texts, held).where(texts.c.markdown.contains(file, autoescape=True))
    return connection.execute(naming.limit(1)).first() is not None
