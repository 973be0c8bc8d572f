"""Every message that the code asks for is there in every language, none is left over, each is well typeset."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from data import fields
from data.problems import KINDS
from tests.texts.message_ids import ANY, Asked, asked
from texts.words import LANGUAGES, messages

LOCALE = Path(__file__).parent.parent.parent / "texts" / "locale"
FILES = sorted(LOCALE.rglob("*.po"))
IDS = sorted(set().union(*(messages(language) for language in LANGUAGES)))
DOMAINS = {key.split(".")[0] for key in IDS}
CATEGORIES = {field.key: field.categories for field in (*fields.FIELDS, fields.CASUALTIES) if field.categories}
# value.<field>.<words of the file>: names that sources use, in the reader's language where we know them.
OPEN_VALUES = ("counted_by", "scope", "district")

# The same in both languages, with the reason.
SAME: dict[str, str] = {
    "page.language.nb": "a language is named in itself",
    "page.language.en": "a language is named in itself",
    "awareness.note": "Norwegian and English have the word in common",
    "field.status": "Norwegian and English have the word in common",
    "draft.kilobytes": "the sign of a unit",
    "draft.megabytes": "the sign of a unit",
}


@cache
def used() -> Asked:
    return asked(DOMAINS)


def forms(language: str, key: str) -> tuple[str, ...]:
    """The sentence of a message, or its two forms."""
    sentence = messages(language)[key]
    return (sentence,) if isinstance(sentence, str) else sentence


def placeholders(language: str, key: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", " ".join(forms(language, key))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}-{file.name}")
def test_no_message_is_told_twice(file: Path) -> None:
    ids = re.findall(r'^msgid "(.+)"', file.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted({key for key in ids if ids.count(key) > 1}) == [], "the last one would hide the others"


def test_every_message_that_is_asked_for_is_there() -> None:
    missing = {f"{key} ({where})" for key, where in used().ids.items() if key not in IDS}
    assert not missing, "\n".join(sorted(missing))


def test_every_message_that_is_put_together_finds_some() -> None:
    empty = {
        f"{pattern} ({where})"
        for pattern, where in used().patterns.items()
        if not any(re.fullmatch(pattern, key) for key in IDS)
    }
    assert not empty, "\n".join(sorted(empty))


def test_no_message_is_left_over() -> None:
    patterns = [re.compile(pattern) for pattern in used().patterns]
    left = [key for key in IDS if key not in used().ids and not any(pattern.fullmatch(key) for pattern in patterns)]
    assert not left, "\n".join(left)


def test_the_scan_sees_what_it_should(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The scan itself, on sources made for it: an id, a constant, an f-string, a template, a script."""
    for folder, name, source in [
        (
            "charts",
            "a.py",
            'TITLE = "x.constant"\nwords.say("y.said", count=1)\nf"x.family.{key}"\n"x.beginning." + key',
        ),
        ("components", "b.html.j2", "{{ say('x.template', n=1) }}{{ say('x.section.' ~ key) }}"),
        ("assets", "c.js", "say('x.script')"),
    ]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(source, encoding="utf-8")
    monkeypatch.setattr("tests.texts.message_ids.ROOT", tmp_path)
    found = asked({"x"})
    assert set(found.ids) == {"x.constant", "y.said", "x.template", "x.script"}
    assert set(found.patterns) == {rf"x\.{part}\.{ANY}" for part in ("family", "beginning", "section")}
    assert {(key, *given) for key, given, _ in found.calls} == {("y.said", "count"), ("x.template", "n")}


def test_every_kind_of_problem_has_a_sentence_and_no_other() -> None:
    assert {key for key in IDS if key.startswith("problem.")} == {f"problem.{kind}" for kind in KINDS}


@pytest.mark.parametrize("field", sorted({key.split(".")[1] for key in IDS if key.startswith("value.")}))
def test_a_field_whose_values_have_words_has_words_for_every_value(field: str) -> None:
    named = {key.split(".", 2)[2] for key in IDS if key.startswith(f"value.{field}.")}
    if field in OPEN_VALUES:
        assert field in fields.BY_KEY
        return
    assert named == set(CATEGORIES[field])


@pytest.mark.parametrize("field", fields.FILTERS, ids=lambda field: field.key)
def test_every_value_that_can_be_chosen_has_words(field: fields.Field) -> None:
    assert {f"value.{field.key}.{category}" for category in field.categories} <= set(IDS)


@pytest.mark.parametrize("key", IDS)
def test_both_languages_have_it_in_the_same_shape(key: str) -> None:
    for language in LANGUAGES:
        assert key in messages(language), f"{key} is not in {language}"
    assert len({type(messages(language)[key]) for language in LANGUAGES}) == 1, "a plural in one language only"
    assert len({frozenset(placeholders(language, key)) for language in LANGUAGES}) == 1, "other placeholders"


@pytest.mark.parametrize("key", [key for key in IDS if all(key in messages(language) for language in LANGUAGES)])
def test_the_languages_differ(key: str) -> None:
    same = forms("nb", key) == forms("en", key)
    # Placeholders, and the line breaks of a chart's labels, are no words.
    has_words = any(re.search(r"[^\W\d_]", re.sub(r"\{\w+\}|<\w+>", "", form)) for form in forms("en", key))
    if key in SAME:
        assert same, f"{key} differs now: take it from the list"
    else:
        assert not same or not has_words, f"{key} is the same in both languages: {forms('nb', key)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_asked_with_the_values_that_they_need(language: str) -> None:
    wrong = []
    for key, given, where in used().calls:
        if key in messages(language):
            needed = placeholders(language, key) | ({"count"} if len(forms(language, key)) > 1 else set())
            wrong += [f"{where}: {key} needs {sorted(needed - given)}"] if needed - given else []
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(LOCALE)))
def test_a_catalogue_is_whole(file: Path) -> None:
    """Its header names its language, each plural has both forms, nothing is empty, fuzzy or thrown out."""
    language = file.relative_to(LOCALE).parts[0]
    others = [LOCALE / other / "LC_MESSAGES" / file.name for other in LANGUAGES]
    assert all(other.exists() for other in others), "a catalogue in one language only"
    with file.open("rb") as stream:
        catalogue = read_po(stream)
    assert str(catalogue.locale) == language
    assert not catalogue.obsolete
    # Babel takes the first of two without a word.
    ids = re.findall(r'^msgid "(.+)"$', file.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(ids) == sorted(set(ids))
    for message in catalogue:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        if isinstance(message.id, str):
            assert message.string.strip(), message.id
        else:
            assert len(set(message.id)) == 1, "a plural has its id twice"
            assert len(message.string) == 2, message.id
            assert all(form.strip() for form in message.string), message.id


# What looks wrong and is right, with the reason: a command is typed as it stands.
TYPED_AS_IT_STANDS: dict[str, str] = {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_typeset(language: str) -> None:
    """Typographic quotes of the language, no double or stray space, a real dash and ellipsis."""
    wrong = []
    foreign = {"nb": "“”‘", "en": "«»"}[language]
    for key in messages(language):
        for form in forms(language, key):
            faults = [
                ("a straight quote", re.search("['\"]", form) and key not in TYPED_AS_IT_STANDS),
                ("quotes of the other language", set(foreign) & set(form)),
                ("two spaces", "  " in form),
                ("a space at an end", form != form.strip()),
                ("a space before a full stop or comma", re.search(r"\s[.,;:](?:\s|$)", form)),
                ("a hyphen for a dash", re.search(r"\s-\s", form)),
                ("three full stops", "..." in form),
                ("a brace that is no placeholder", re.search(r"[{}]", re.sub(r"\{\w+\}", "", form))),
                ("a space that may break inside a number", re.search(r"\d \d{3}\b", form)),
            ]
            wrong += [f"{key}: {fault}: {form}" for fault, is_so in faults if is_so]
    assert not wrong, "\n".join(wrong)


# One thing has one name: oppføring, rettelse, lagt til side, løpende total, kunngjøring. These are the names that lost.
LOST = {
    "nb": (
        r"(?<!e-)\bpost(er|en)?\b|\bnotat(et|er)?\b|\bretting(en|er)?\b|satt til side|totaltall|i arket|skadet\."
        r"|kunngjort melding"
    ),
    "en": r"\blatest statement\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_has_one_name(language: str) -> None:
    wrong = [
        f"{key}: {form}"
        for key in messages(language)
        for form in forms(language, key)
        if re.search(LOST[language], form, re.IGNORECASE)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_zone_of_a_moment_is_said_with_the_moment(language: str) -> None:
    """Words.moment says UTC, so no sentence around it does; the trail says it of the days one chooses."""
    said = [key for key in messages(language) if any("UTC" in form for form in forms(language, key))]
    assert said == ["trail.about"]


def test_the_list_of_equal_messages_is_short() -> None:
    assert len(SAME) <= 15
    assert all(SAME.values()), "each with its reason"
