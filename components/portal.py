"""A Dash component that puts its children into an element of the document, so that charts live inside plain HTML."""

from typing import Any

from dash.development.base_component import Component


class Portal(Component):
    """Renders `children` into the element whose id is `target`; its script is assets/portal.js.

    `later`: the first time only after the rest of the page has been painted.
    """

    _children_props: list[str] = []  # noqa: RUF012
    _base_nodes = ["children"]  # noqa: RUF012
    _namespace = "minetall"
    _type = "Portal"
    _prop_names = ["children", "id", "target", "later"]  # noqa: RUF012
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    available_properties = _prop_names
    available_wildcard_properties: list[str] = []  # noqa: RUF012

    def __init__(self, id: str, target: str, later: bool = False, children: Any = None) -> None:
        super().__init__(id=id, target=target, later=later, children=children)
