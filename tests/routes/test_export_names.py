"""Every file has a name that says in the reader's language what it is, over HTTP and in ASCII too."""

from urllib.parse import unquote

import pytest

from exports.formats import FORMATS, SET_FORMATS
from texts.words import LANGUAGES

SUBJECT = {"nb": "drepte-og-skadde", "en": "killed-and-injured"}
EDITION = {"nb": "utgave-1", "en": "edition-1"}
# Programs read it where it is; a browser shows it.
UNNAMED = {"json"}
ADDRESSES = [f"/export/by_district.{extension}" for extension in FORMATS if extension not in UNNAMED]
ADDRESSES += [f"/export/{name}.{extension}" for name, extension in SET_FORMATS]


class Quick:
    def picture(self, finished: dict, extension: str) -> bytes:
        return extension.encode()

    def printed(self, html: str, **_how: object) -> bytes:
        return b"pdf"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_is_called_what_it_is(serve, address: str, language: str) -> None:
    query = f"lang={language}&from=2020&to=2024&charts=by_district"
    sent = serve(browser=Quick()).get(f"{address}?{query}").headers["Content-Disposition"]
    kind, ascii_name, name = (part.strip() for part in sent.split(";"))
    name = unquote(name.removeprefix("filename*=UTF-8''"))
    assert kind in ("attachment", "inline")
    assert name.startswith(SUBJECT[language])
    assert name.endswith(f"{EDITION[language]}.{address.rpartition('.')[2]}")
    if "/text." not in address:  # a text has no period
        assert "2020-2024" in name
    assert ascii_name.removeprefix("filename=").strip('"').isascii()
    assert name == name.lower()
    assert " " not in name


def test_filters_leave_a_mark_and_letters_of_our_own_arrive(serve) -> None:
    sent = serve().get("/export/reported_accidents.csv?lang=nb&by=month&status=civilian").headers["Content-Disposition"]
    assert "filename=drepte-og-skadde" in sent
    assert "per-måned" in unquote(sent.partition("filename*=UTF-8''")[2])
    assert "utvalg" in sent
