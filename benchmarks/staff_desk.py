"""How long staff wait: an upload of 100 MB, a change to a draft, its pages, its publication; prints JSON."""

import http.client
import json
import re
import resource
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.files import write

NAME, PASSWORD = "publisher-1", "a long sentence for measuring"
STEPS = {"understood": "", "problems": "/problems", "agreement": "/agreement", "publish": "/publish"}
LARGE, BOUNDARY = 100_000_000, "minetall-boundary"
PATIENCE = 600  # seconds
DATASET = "reported_accidents"


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    found = do()
    return time.perf_counter() - start, found


class Office:
    """A server with its background reading, and a publisher who is signed in at it."""

    def __init__(self, store: str) -> None:
        import waitress

        import app as site
        from accounts import Accounts
        from data.drafts import Desk
        from settings import Settings

        settings = Settings(public_url="http://127.0.0.1", store=store)
        self.store = site.opened(settings)[0]
        accounts = Accounts(self.store)
        accounts.use_link(accounts.add(NAME, "publisher", "benchmark"), PASSWORD)
        self.desk = Desk.of(self.store, settings)
        server = site.create_app(settings, self.store).server
        self.listener = waitress.create_server(server, host="127.0.0.1", port=0)
        threading.Thread(target=self.listener.run, daemon=True).start()
        self.client = server.test_client()
        self.post("/staff/sign-in", name=NAME, password=PASSWORD)

    def get(self, path: str) -> str:
        answer = self.client.get(f"{path}?lang=en")
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status}")
        return answer.text

    def token(self) -> str:
        return re.findall(r'name="csrf-token" content="([^"]+)"', self.client.get("/staff/password/none").text)[0]

    def post(self, path: str, **form: str) -> None:
        answer = self.client.post(path, data={"csrf_token": self.token(), **form})
        if answer.status_code != 303:
            raise SystemExit(f"{path}: {answer.status}")

    def upload(self, body: Path) -> int:
        """Sends a form that stands in a file, through a socket and in small pieces."""
        cookie = self.client.get_cookie("minetall")
        connection = http.client.HTTPConnection("127.0.0.1", self.listener.effective_port)
        headers = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Content-Length": str(body.stat().st_size),
            "Cookie": f"minetall={cookie.value if cookie else ''}", "X-CSRFToken": self.token(),
        }  # fmt: skip
        with body.open("rb") as stream:
            connection.request("POST", "/staff/upload", stream, headers)
        return connection.getresponse().status


def large_form(path: Path) -> None:
    """A form with one csv of 100 MB."""
    rows = path.with_suffix(".rows.csv")
    write(rows, 100_000)
    head, lines = rows.read_bytes().split(b"\n", 1)
    with path.open("wb") as form:
        disposition = 'Content-Disposition: form-data; name="file"; filename="large.csv"'
        form.write(f"--{BOUNDARY}\r\n{disposition}\r\nContent-Type: text/csv\r\n\r\n".encode() + head + b"\n")
        while form.tell() < LARGE:
            form.write(lines)
        form.write(f"\r\n--{BOUNDARY}--\r\n".encode())


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def upload(office: Office, folder: Path) -> dict[str, Any]:
    form = folder / "large.form"
    large_form(form)
    before = peak_mb()
    seconds, status = timed(lambda: office.upload(form))
    growth = peak_mb() - before
    draft = office.desk.drafts(None)[0]
    cancelled, _ = timed(lambda: office.post(f"/staff/drafts/{draft.id}/cancel"))
    told = {"status": status, "seconds": seconds, "growth_mb": growth, "cancel_seconds": cancelled}
    return told | {"mb": draft.size / 1e6, "left": len(list(office.desk.folder.path.glob(f"{draft.id}*")))}


def draft(office: Office, folder: Path, size: int) -> dict[str, Any]:
    """From the file to the published edition, with one change on the way."""
    file = folder / f"{size}.csv"
    write(file, size)
    desk = office.desk
    with file.open("rb") as stream:
        id = desk.receive(stream, file.name, NAME, dataset=DATASET).id
    first, _ = timed(lambda: desk.settled(id, PATIENCE))
    desk.change(id, NAME, answers={"layout": "incident_list"})
    change, found = timed(lambda: desk.settled(id, PATIENCE))
    pages = {name: timed(lambda path=path: office.get(f"/staff/drafts/{id}{path}"))[0] for name, path in STEPS.items()}
    return {"size": size, "state": found.state, "first_seconds": first, "change_seconds": change, "pages": pages}


def main(folder: str, *sizes: str) -> None:
    place = Path(folder)
    office = Office(str(place / "minetall.sqlite"))
    office.get("/staff")  # the background reading starts with the first request
    sent = upload(office, place)  # first, while the process is still small: its growth is that of its peak
    print(json.dumps({"upload": sent, "drafts": [draft(office, place, int(size)) for size in sizes]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
