"""Two people at once: what one does with a draft is not in the other's, and who publishes second compares first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.staff.conftest import Office
from tests.browser.staff.files import KEY, with_a_question
from tests.browser.staff.person import Person

pytestmark = pytest.mark.browser


def test_drafts_do_not_mix_and_the_second_publisher_compares_first(
    enters: Callable[..., Person], office: Office, tmp_path: Path
) -> None:
    one, other = enters("en").signs_in("publisher-1"), enters("nb").signs_in("publisher-2")
    file = with_a_question(tmp_path)
    for person in (one, other):
        person.page.locator("#mode").select_option("add")
    first = one.uploads(file, dataset=KEY)
    second = other.uploads(with_a_question(tmp_path, "den andre.csv"), dataset=KEY)
    for person, draft, order in ((one, first, "dmy"), (other, second, "mdy")):
        person.opens(draft)
        person.page.locator(f".question input[value={order}]").check()
        person.button("understood.answer").click()
        expect(person.page.locator(".question")).to_have_count(0)
        person.has_been_read()
    assert [office.desk.draft(id.rpartition("/")[2]).answers for id in (first, second)] == [
        {"date_order:Date": "dmy"},
        {"date_order:Date": "mdy"},
    ]
    publishes(one, first)
    other.opens(f"{second}/publish")
    expect(other.button("publishing.publish")).to_be_disabled()
    other.page.get_by_role("link", name=other.say("publishing.blocked.meanwhile", version="2")).click()
    other.button("agreement.compared").click()
    publishes(other, second)
    assert office.store.current().number == 3
    assert len(office.store.frame(KEY, 2)) == 104
    assert len(office.store.frame(KEY, 3)) == 106


def publishes(person: Person, draft: str) -> None:
    person.opens(f"{draft}/publish")
    person.notes(("To ulykker til", "Two more accidents"))
    person.button("publishing.publish").click()
    expect(person.page.get_by_role("link", name=person.say("publishing.dashboard"))).to_be_visible()
