"""A site without a staff part has none of its addresses, whatever was built before it in the same process."""

import pytest

from accounts import Accounts
from data.store.work_tables import keys


@pytest.fixture
def public(serve):
    with_staff = serve()
    assert with_staff.test_client().get("/staff/sign-in").status_code == 200
    return serve(staff=False)


def test_none_of_the_addresses_is_there(serve, public) -> None:
    client = public.test_client()
    assert not [rule.rule for rule in public.url_map.iter_rules() if "staff" in rule.rule or "staff" in rule.endpoint]
    assert "staff" not in public.blueprints
    assert public.secret_key is None
    for rule in serve().url_map.iter_rules():
        if rule.rule.startswith("/staff"):
            path = rule.rule.replace("<", "").replace(">", "")
            assert client.get(path).status_code == client.get("/nowhere/at/all").status_code == 404
            assert client.post(path).status_code == client.post("/nowhere/at/all").status_code


def test_the_callbacks_are_those_of_readers(serve, public) -> None:
    callbacks = public.test_client().get("/_dash-dependencies").get_json()
    assert callbacks == serve().test_client().get("/_dash-dependencies").get_json()
    assert "staff" not in str(callbacks)


def test_only_a_site_with_staff_pages_leads_to_them(serve, public) -> None:
    assert "/staff" not in public.test_client().get("/nowhere?lang=en").text
    assert "/staff" in serve().test_client().get("/nowhere?lang=en").text


def test_no_key_is_made_for_nobody(store, serve, monkeypatch) -> None:
    monkeypatch.setattr(Accounts, "session_key", lambda self: pytest.fail("asked for"))
    serve(staff=False)
    with store.reading() as connection:
        assert not connection.execute(keys.select()).all()
