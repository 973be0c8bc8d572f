"""/health tells machines whether figures can be shown."""

from data.store import EditionNotFound, StoreUnreadable


def test_the_edition_that_is_shown(client) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert (answer.get_json()["status"], answer.get_json()["edition"]) == ("ok", 1)
    assert answer.headers["Cache-Control"] == "no-store"


def test_nothing_published_and_an_unreadable_store_are_told_apart(client, shelf, monkeypatch) -> None:
    def raising(error):
        def current():
            raise error

        return current

    monkeypatch.setattr(shelf, "current", raising(EditionNotFound(edition=0)))
    assert client.get("/health").get_json()["status"] == "nothing_published"
    monkeypatch.setattr(shelf, "current", raising(StoreUnreadable(place="somewhere", reason="gone")))
    answer = client.get("/health")
    assert (answer.status_code, answer.get_json()["status"]) == (503, "store_unreadable")
    assert "somewhere" not in answer.text
