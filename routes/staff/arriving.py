"""Requests whose files go straight to the desk: no copy in memory or in a folder for temporary files."""

import io
from typing import IO, Any, cast

from flask import Request

from data.drafts import Desk
from data.drafts.folder import Incoming
from routes.staff.guard import visitor

PATH = "/staff/upload"


class Nowhere(io.RawIOBase):
    """Where a file goes that nobody who is signed in has sent."""

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = 0) -> int:
        return 0

    def write(self, chunk: Any) -> int:
        return len(chunk)


def arriving_at(desk: Desk) -> type[Request]:
    """The request class of a server with this desk. What is not kept of an upload is erased with its request."""

    class Arriving(Request):
        def _get_file_stream(
            self, total_content_length: int | None, content_type: str | None, filename: str | None = None,
            content_length: int | None = None,
        ) -> IO[bytes]:  # fmt: skip
            if self.path != PATH:
                return super()._get_file_stream(total_content_length, content_type, filename, content_length)
            if visitor() is None:
                return cast(IO[bytes], Nowhere())
            incoming: Any = desk.incoming()
            self._arrived: list[Incoming] = [*getattr(self, "_arrived", ()), incoming]
            return incoming

        def close(self) -> None:
            super().close()
            for incoming in getattr(self, "_arrived", ()):
                incoming.close()

    return Arriving
