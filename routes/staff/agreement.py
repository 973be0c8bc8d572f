"""/staff/drafts/<id>/agreement: does a draft agree; decisions about overlaps, and doubts confirmed in words."""

from typing import Any

from flask import Blueprint, request

from data.comparison.changes import Changes, changes
from data.comparison.doubts import confirms
from data.comparison.outcome import CONFIRMED, DECISION, Outcome, Outcomes
from data.comparison.overlaps import DECISIONS
from data.drafts import Draft, NotReadYet
from routes.staff import publish
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.own_draft import own_draft

# A reason is a sentence or two; what is pasted by mistake is cut.
LONGEST_REASON = 2000


def register(blueprint: Blueprint, context: Context) -> None:
    view = View(context, Outcomes(context.store))
    blueprint.add_url_rule("/drafts/<id>/agreement", "agreement", signed_in(view.page), methods=["GET"])
    for name, does in (("decide", view.decide), ("confirm", view.confirm), ("compared", view.compared)):
        blueprint.add_url_rule(f"/drafts/<id>/{name}", f"draft_{name}", signed_in(does), methods=["POST"])
    publish.add(blueprint, context, view)


class View:
    def __init__(self, context: Context, outcomes: Outcomes) -> None:
        self.context, self.desk, self.outcomes = context, context.desk, outcomes

    def found(self, draft: Draft) -> Outcome | None:
        """None while there is nothing to compare: not read, refused, or no dataset chosen."""
        if not draft.dataset or not draft.current or draft.state != "read":
            return None
        try:
            intake = self.desk.intake(draft.id)
        except NotReadYet:
            return None
        return None if intake.refused else self.outcomes.of(draft, intake)

    def since(self, draft: Draft, found: Outcome | None) -> Changes | None:
        """What others published since the draft began; None where nothing was, or nothing is there to compare with."""
        if found is None or found.before is None or found.published == draft.base_version or not draft.base_version:
            return None
        return changes(self.context.store.frame(found.dataset.key, draft.base_version), found.before)

    def page(self, id: str) -> Any:
        draft = own_draft(self.context, id)
        found = self.found(draft)
        meanwhile = found is not None and found.published != draft.base_version
        page = self.context.pages.agreement_page.agreement_page
        return page(self.context.asked(), draft, found, self.since(draft, found), meanwhile)

    def decide(self, id: str) -> Any:
        """Each pair its own decision, or one for all that are open ("all")."""
        draft = own_draft(self.context, id)
        found = self.found(draft)
        if found is None or found.overlaps is None:
            return self._back(id)
        pairs = {pair.id: pair.decision for pair in found.overlaps.pairs}
        every = request.form.get("all", "")
        if every in DECISIONS:
            said = {pair: every for pair, decision in pairs.items() if not decision}
        else:
            said = {pair: one for pair in pairs if (one := request.form.get(DECISION + pair, "")) in DECISIONS}
        if said:
            self.desk.choose(id, person().name, **{DECISION + pair: one for pair, one in said.items()})
        return self._back(id, "overlaps")

    def confirm(self, id: str) -> Any:
        """Reasons in words for the doubts; one that is emptied is taken back, one too short is said to be so."""
        draft = own_draft(self.context, id)
        found = self.found(draft)
        said: dict[str, str | None] = {}
        for doubt in found.doubts if found else ():
            reason = " ".join(request.form.get(CONFIRMED + doubt.id, "").split())[:LONGEST_REASON]
            if reason and not confirms(reason):
                say_once("warn", "doubts.too_short")
            elif reason != draft.choices.get(CONFIRMED + doubt.id, ""):
                said[CONFIRMED + doubt.id] = reason or None
        if said:
            self.desk.choose(id, person().name, **said)
        return self._back(id, "doubts")

    def compared(self, id: str) -> Any:
        own_draft(self.context, id)
        self.desk.compared(id, person().name)
        return self._back(id)

    def _back(self, id: str, anchor: str = "") -> Any:
        return self.context.go(f"/staff/drafts/{id}/agreement" + (f"#{anchor}" if anchor else ""))
