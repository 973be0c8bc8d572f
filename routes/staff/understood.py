"""/staff/drafts/<id>: what was understood of a file, and the changes that are made to it there."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, request

from data.comparison.outcome import mixes
from data.drafts import Draft, NotReadYet
from data.drafts.draft import MODES
from data.intake import Intake
from data.intake.effect import effect, figures
from routes.staff.choices_form import Unfit, answered, changed, taken_back
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.own_draft import own_draft


def register(blueprint: Blueprint, context: Context) -> None:
    view = View(context)
    blueprint.add_url_rule("/drafts/<id>", "understood", signed_in(view.page), methods=["GET"])
    for name, does in (("choices", view.choose), ("answers", view.answer), ("target", view.aim)):
        rule = signed_in(view.tried(does))
        blueprint.add_url_rule(f"/drafts/<id>/{name}", f"draft_{name}", rule, methods=["POST"])


class View:
    def __init__(self, context: Context) -> None:
        self.context, self.desk, self.pages = context, context.desk, context.pages.understood_page

    def page(self, id: str) -> Any:
        draft = own_draft(self.context, id)
        try:
            intake = self.desk.intake(id)
        except NotReadYet:
            intake = None
        datasets = self.context.open_datasets()
        return self.pages.understood_page(self.context.asked(), draft, intake, datasets)

    def tried(self, does: Callable[[Draft, Intake], None]) -> Callable[..., Any]:
        """A change: done or not done at all, and then back to the page, which says why not."""

        def does_it(id: str) -> Any:
            draft = own_draft(self.context, id)
            try:
                does(draft, self.desk.intake(id))
            except Unfit as unfit:
                say_once("bad", unfit.message, **unfit.params)
            return self.context.go(f"/staff/drafts/{id}")

        return does_it

    def choose(self, draft: Draft, intake: Intake) -> None:
        """Menus that were changed, and one that is given back: what was remembered is then answered with nothing."""
        said = changed(request.form, intake.offers)
        if (offer := taken_back(request.form, intake.offers)) is not None:
            said[offer.id] = "" if offer.origin == "remembered" else None
        self._say(draft, intake, said)

    def answer(self, draft: Draft, intake: Intake) -> None:
        self._say(draft, intake, answered(request.form, intake.questions))

    def aim(self, draft: Draft, intake: Intake) -> None:
        """Which dataset the draft is for, and whether it replaces or is added."""
        key, mode = request.form.get("dataset", ""), request.form.get("mode", draft.mode)
        dataset = self.context.open_datasets().get(key)
        if key and (dataset is None or (intake.layout and not mixes(dataset.layout, intake.layout))):
            raise Unfit("understood.bad.dataset", value=key[:60])
        if mode not in MODES:
            raise Unfit("understood.bad.mode", value=mode[:60])
        self.desk.change(draft.id, person().name, dataset=key or None, mode=mode)

    def _say(self, draft: Draft, intake: Intake, said: dict[str, Any]) -> None:
        """The answers, with the figures they are to be compared with: those of the last reading that was shown."""
        if not said:
            return
        if draft.current:
            before = {"revision": draft.revision, "figures": figures(effect(intake))}
            self.desk.choose(draft.id, person().name, before=before)
        self.desk.change(draft.id, person().name, answers=said)
