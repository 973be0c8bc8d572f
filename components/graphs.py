"""What Dash keeps of a page: the address, the charts, and the one callback that repaints all of them."""

from collections.abc import Callable
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc

MAIN = "main"
# On the first screen: drawn at once.
FIRST = (MAIN, "explore-1", "explore-2", "explore-3")
Portal = Callable[..., Any]


def layout(portal: Portal, slots: tuple[str, ...]) -> list[Any]:
    """The address, what is asked and answered, and for each slot a way into the element `plot-<slot>`."""
    stores = [dcc.Store(id=name) for name in ("width", "asked", "answer", "shown")]
    portals = [portal(f"chart-{slot}", f"plot-{slot}", later=slot not in FIRST) for slot in slots]
    return [dcc.Location(id="address", refresh=False), *stores, *portals]


def chart(slot: str, figure: dict[str, Any], config: Any) -> dcc.Graph:
    """Under the same id the browser keeps the chart and changes what differs."""
    return dcc.Graph(id=f"figure-{slot}", figure=figure, config=config, style={"height": "100%"})


def register_callbacks(app: Dash, slots: tuple[str, ...], answer: Callable[[dict[str, Any]], list[Any]]) -> None:
    """`answer` takes {path, search, narrow, first, made} and gives a chart for each slot, then what to show.

    Charts are handed over whole, as children: one that is drawn before its figure is there would first be drawn empty.
    """
    app.clientside_callback(
        ClientsideFunction("minetall", "ask"),
        Output("asked", "data"),
        Input("address", "search"),
        Input("width", "data"),
    )
    app.callback(
        *[Output(f"chart-{slot}", "children") for slot in slots],
        Output("answer", "data"),
        Input("asked", "data"),
        prevent_initial_call=True,
    )(answer)
    app.clientside_callback(
        ClientsideFunction("minetall", "show"),
        Output("shown", "data"),
        Input("answer", "data"),
        prevent_initial_call=True,
    )
