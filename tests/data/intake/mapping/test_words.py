"""Words as they are compared: one entry of a list serves all spellings of it, in every script."""

import pytest

from data.intake.mapping.words import Phrases, languages, phrases, tokens, word_set


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("القتلى", "قتلى"), ("القتلي", "قتلى"), ("قَتْلى", "قتلى"), ("قتـــلى", "قتلى"), ("للقتلى", "قتلى"),
        ("إصابات", "اصابات"), ("الإصابات", "أصابات"), ("وفاة", "وفاه"), ("ألغام", "الغام"), ("الألغام", "الالغام"),
        ("آب", "اب"), ("محافظة", "المحافظه"), ("السن", "سن"), ("سوریه", "سورية"), ("المركز", "مرکز"),
        ("סה״כ", 'סה"כ'), ("סה''כ", "סהכ"), ("ת״ז", 'ת"ז'), ("צה”ל", "צהל"), ("שָׁלוֹם", "שלום"),
        ("١٢ قتيلا", "12 قتيلا"), ("۱۲", "12"), ("\u200fקתל\u200e", "קתל"), ("Í", "i"),
    ],
)  # fmt: skip
def test_spellings_that_are_one(first: str, second: str) -> None:
    assert tokens(first) == tokens(second)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("القتلى والجرحى", ("قتلي", "و", "جرحي")), ("والد", ("والد",)), ("وفيات", ("وفيات",)), ("إلى", ("الي",)),
        ("l'accident", ("l", "accident")), ("d\"e", ("d", "e")), ('"קתל"', ("קתל",)), ("F_MORTS", ("f", "morts")),
    ],
)  # fmt: skip
def test_words_that_only_look_as_if_they_had_an_article_stay_whole(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize("text", ["תאריך תאונה", "תאריך התאונה", "התאריך תאונה", "ותאריך תאונה"])
def test_a_hebrew_phrase_is_known_with_its_prefixes(text: str) -> None:
    assert Phrases([("date", "תאריך תאונה")]).exact(tokens(text)) == {"date"}


def test_a_latin_phrase_gets_no_prefixes() -> None:
    assert Phrases([("date", "date")]).exact(("הdate",)) == frozenset()


@pytest.mark.parametrize("language", ["ar", "az", "ca", "en", "es", "fr", "he", "nb", "pt", "ru", "tr", "uk"])
def test_every_language_has_every_kind_of_word(language: str) -> None:
    words = languages()[language]
    sections = ("headings", "values", "missing", "numbers", "dates", "sums", "footers", "sheets", "home", "joining")
    assert set(sections) <= set(words)
    assert {"killed", "injured", "not_counted"} <= set(words["values"]["outcome"])
    assert {"killed", "injured", "total", "date", "personal"} <= set(words["headings"])


@pytest.mark.parametrize("field", ["outcome", "status", "sex", "device", "activity"])
def test_no_word_of_one_list_stands_for_two_things_of_one_language(field: str) -> None:
    allowed = {"other", "not_stated", "unknown"}
    for language, words in languages().items():
        seen: dict[str, str] = {}
        for category, texts in words.get("values", {}).get(field, {}).items():
            for text in texts:
                assert seen.setdefault(text, category) == category or category in allowed, (language, field, text)


def test_each_list_is_read() -> None:
    assert phrases("sheets").exact(("notes",)) == {"side"}
    assert ("סהכ",) in word_set("sums", "total")
