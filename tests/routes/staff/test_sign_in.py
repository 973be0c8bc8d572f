"""Signing in and out."""


def test_a_session_begins_and_ends(staff) -> None:
    assert staff.opens("/staff/sign-in").status_code == 200
    staff.signs_in("editor-1")
    assert "minetall" in staff.client.get_cookie("minetall").key
    assert staff.signs_out().status_code == 303
