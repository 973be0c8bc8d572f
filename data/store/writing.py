"""Everything that is ever written: a Writer works inside one transaction, so all of it is kept or none."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from data.frame import Dataset
from data.store import actions, archiving, awareness, contents
from data.store.contents import beside, digest
from data.store.errors import (
    DatasetNotFound,
    DescribedMeanwhile,
    EditionMeanwhile,
    LayoutDiffers,
    PublishedMeanwhile,
    QuestionsOpen,
)
from data.store.findings import plain, problems_to_json
from data.store.listing import (
    answers_of,
    dataset_keys,
    described,
    description_values,
    edition_row,
    items_of,
    newest_description,
    newest_edition,
    version_row,
)
from data.store.origins import FilePart, Remark, add_remarks
from data.store.tables import (
    answers,
    datasets,
    descriptions,
    edition_texts,
    edition_versions,
    editions,
    log,
    photos,
    texts,
    versions,
)
from data.typed import COUNT_FIELDS, RECORD_FIELDS, typed

# One accident per row or one person per row: a source may go from one to the other.
_OF_EVENTS = ("line_list", "incident_list")


class Writer:
    """Writes on behalf of `who`, on a connection of Database.writing."""

    def __init__(self, connection: Connection, who: str) -> None:
        self._connection, self._who = connection, who

    @property
    def connection(self) -> Connection:
        """The transaction itself, for those who keep tables of their own (accounts, drafts)."""
        return self._connection

    def empty(self) -> bool:
        """Whether nothing was ever written."""
        return not dataset_keys(self._connection) and not newest_edition(self._connection)

    def add_dataset(self, dataset: Dataset, expected: int | None = None) -> None:
        """Adds a dataset, or a new description of it; the same description again changes nothing.

        `expected`: the number of the description that the person saw, 0 for a new dataset. Raises DescribedMeanwhile.
        """
        newest = newest_description(self._connection, dataset.key)
        if expected is not None and expected != (newest.number if newest else 0):
            raise DescribedMeanwhile(dataset=dataset.key)
        if newest is None:
            self._add(datasets, key=dataset.key)
            self.note("dataset_added", dataset=dataset.key)
        elif described(newest) == dataset:
            return
        else:
            self.note("dataset_described", dataset=dataset.key)
        number = 1 if newest is None else newest.number + 1
        self._add(descriptions, dataset=dataset.key, number=number, **description_values(dataset))

    def add_version(
        self, key: str, intake: Any, note: str,
        files: Sequence[FilePart] | None = None, remarks: Sequence[Remark] = (),
    ) -> tuple[int, bool]:  # fmt: skip
        """(number, whether it is new). `intake` is a data.intake.Intake that was not refused, or a Merged one.

        `files` are those the records come from, in their order (None: the one that the intake names). The same file
        read the same way is the version it already is; remarks that are new are added to it. Raises DatasetNotFound,
        LayoutDiffers.
        """
        if intake.refused:
            raise ValueError(f"{intake.file} was refused: {intake.refused}")
        self._check_layout(key, intake.layout)
        records, counts = typed(intake.records, RECORD_FIELDS), typed(intake.counts, COUNT_FIELDS)
        understood = digest(records, counts)
        same = (versions.c.dataset == key, versions.c.sha256 == intake.sha256, versions.c.understood == understood)
        if existing := self._connection.scalar(select(versions.c.number).where(*same)):
            self._remark(key, existing, remarks)
            return existing, False
        number = self._next(versions, versions.c.dataset == key)
        self._add(
            versions,
            dataset=key,
            number=number,
            note=note,
            file_name=intake.file,
            size=intake.size,
            sha256=intake.sha256,
            understood=understood,
            layout=intake.layout,
            mapping=plain(intake.mapping),
            problems=problems_to_json(intake.problems),
            questions=len(intake.questions),
            record_count=len(records),
        )
        parts = files or [FilePart(intake.file, intake.size, intake.sha256, beside(records, intake.raw))]
        contents.write(self._connection, key, number, records, counts, parts)
        self.note(
            "version_added", dataset=key, version=number, file=intake.file, sha256=intake.sha256, answers=intake.answers
        )
        self._remark(key, number, remarks)
        return number, True

    def publish(
        self, chosen: dict[str, int], markdown: dict[str, str], note: str,
        expected: Mapping[str, int | None] | None = None, without: Collection[str] = (),
    ) -> tuple[int, bool]:  # fmt: skip
        """(edition, whether it is new): the newest edition with these versions and texts in their datasets' place.

        A dataset is published with its newest description. What already stands so makes no edition. `expected` are the
        versions (None: none) that the person believes to be published now, by dataset. Left out are the datasets of
        `without` and those that are archived.
        Raises DatasetNotFound, VersionNotFound, QuestionsOpen, PublishedMeanwhile, DatasetArchived.
        """
        newest = newest_edition(self._connection)
        held, told = items_of(self._connection, newest)
        _check_expected({key: version for key, (version, _) in held.items()}, expected or {})
        archiving.check(self._connection, chosen)
        wanted = held | {key: (version, self._publishable(key, version)) for key, version in chosen.items()}
        for key in {*without, *archiving.archived_keys(self._connection)} & set(wanted):
            del wanted[key]
        spoken = told | {language: self._text(language, text) for language, text in markdown.items()}
        if newest and (wanted, spoken) == (held, told):
            return newest, False
        return self._new_edition(newest + 1, wanted, spoken, note, None), True

    def go_back(self, edition: int, note: str, expected: int | None = None) -> tuple[int, bool]:
        """(edition, whether it is new): an older state as a new edition. What it holds is archived no longer.

        `expected` is the edition that the person believes to be the newest. Raises EditionNotFound, EditionMeanwhile.
        """
        edition_row(self._connection, edition)
        newest = newest_edition(self._connection)
        if expected is not None and expected != newest:
            raise EditionMeanwhile(edition=str(newest), expected=str(expected))
        held, told = items_of(self._connection, edition)
        for key in held:
            self.archive(key, False)
        if (held, told) == items_of(self._connection, newest):
            return newest, False
        return self._new_edition(newest + 1, held, told, note, edition), True

    def archive(self, key: str, archived: bool = True) -> bool:
        """Whether that was new: an archived dataset leaves with the next edition. Raises DatasetNotFound."""
        known = dataset_keys(self._connection)
        if key not in known:
            raise DatasetNotFound(dataset=key, known=known)
        new = archiving.write(self._connection, key, archived, self._who, datetime.now(UTC))
        if new:
            self.note("dataset_archived" if archived else "dataset_unarchived", dataset=key)
        return new

    def remember(self, signature: str, said: dict[str, Any]) -> None:
        """Answers for files with these headings, beside those that were remembered before; None takes one back."""
        before = answers_of(self._connection, signature)
        after = {key: answer for key, answer in (before | said).items() if answer is not None}
        if after == before:
            return
        number = self._next(answers, answers.c.signature == signature)
        self._add(answers, signature=signature, number=number, answers=after)
        self.note("answers_remembered", signature=signature, questions=sorted(said))

    def keep_text(self, language: str, markdown: str, expected: str) -> awareness.TextDraft | None:
        """Saves the draft of a text; see data.store.awareness.keep_draft. Raises TextMeanwhile."""
        return awareness.keep_draft(self._connection, self._who, language, markdown, expected)

    def drop_text(self, language: str, expected: str) -> None:
        """Ends the draft of a text. Raises TextMeanwhile."""
        awareness.drop_draft(self._connection, language, expected)

    def add_photo(self, content: bytes, media_type: str, width: int, height: int) -> str:
        """Its file name. The same photo again changes nothing."""
        sha256 = hashlib.sha256(content).hexdigest()
        file = f"{sha256}.{awareness.ENDINGS[media_type]}"
        if awareness.photo(self._connection, file) is None:
            self._add(photos, sha256=sha256, media_type=media_type, width=width, height=height, content=content)
            self.note("photo_added", photo=file)
        return file

    def _new_edition(
        self, number: int, held: dict[str, tuple[int, int]], told: dict[str, int], note: str, restores: int | None
    ) -> int:
        self._add(editions, number=number, note=note, restores=restores)
        for key, (version, description) in held.items():
            row = {"edition": number, "dataset": key, "version": version, "description": description}
            self._connection.execute(insert(edition_versions).values(row))
        for language, text in told.items():
            row = {"edition": number, "language": language, "text": text}
            self._connection.execute(insert(edition_texts).values(row))
        held_and_told = {"versions": {key: version for key, (version, _) in held.items()}, "texts": told}
        back = {} if restores is None else {"restores": restores}
        self.note("published" if restores is None else "went_back", edition=number, **held_and_told, **back)
        return number

    def _remark(self, key: str, version: int, remarks: Sequence[Remark]) -> None:
        if added := add_remarks(self._connection, key, version, remarks, self._who, datetime.now(UTC)):
            self.note("remarks_kept", dataset=key, version=version, count=added)

    def _check_layout(self, key: str, layout: str) -> None:
        newest = newest_description(self._connection, key)
        if newest is None:
            raise DatasetNotFound(dataset=key, known=dataset_keys(self._connection))
        if layout != newest.layout and not (layout in _OF_EVENTS and newest.layout in _OF_EVENTS):
            raise LayoutDiffers(dataset=key, layout=layout, expected=newest.layout)

    def _publishable(self, key: str, version: int) -> int:
        """The number of the description to publish the version with."""
        row = version_row(self._connection, key, version)
        if row.questions:
            raise QuestionsOpen(dataset=key, version=str(version), count=row.questions)
        newest = newest_description(self._connection, key)
        assert newest is not None, "a version has a dataset, and a dataset has a description"  # noqa: S101
        return newest.number

    def _text(self, language: str, markdown: str) -> int:
        """The number of this text: the newest one's when it says the same."""
        newest = self._connection.execute(
            select(texts).where(texts.c.language == language).order_by(texts.c.number.desc()).limit(1)
        ).first()
        if newest is not None and newest.markdown == markdown:
            return newest.number
        number = self._next(texts, texts.c.language == language)
        self._add(texts, language=language, number=number, markdown=markdown)
        self.note("text_added", language=language, text=number)
        return number

    def _next(self, table: Table, belonging: Any) -> int:
        return (self._connection.scalar(select(func.max(table.c.number)).where(belonging)) or 0) + 1

    def _add(self, table: Table, **values: Any) -> None:
        self._connection.execute(insert(table).values(who=self._who, at=datetime.now(UTC), **values))

    def note(self, action: str, /, **details: Any) -> None:
        """One line of the log. `details` can be JSON and hold no personal data. ValueError: see actions.ACTIONS."""
        actions.check(action, details)
        self._add(log, action=action, details=details)


def _check_expected(held: dict[str, int], expected: Mapping[str, int | None]) -> None:
    for key, version in expected.items():
        if held.get(key) != version:
            raise PublishedMeanwhile(dataset=key, version=held.get(key), expected=version)
