"""/api/v1/records: the records behind a selection, a page at a time, public columns only."""

from routes.api.answering import Endpoint

ENDPOINTS: tuple[Endpoint, ...] = ()
