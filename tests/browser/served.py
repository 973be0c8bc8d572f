"""A site in a thread of the tests, ended so that nothing of it goes on."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import waitress


@contextmanager
def served(site: Callable[..., Any]) -> Iterator[str]:
    """The address of a WSGI application, without a slash at its end.

    Its threads end before its sockets do. One that ended later would write a byte into the closed pipe by which
    waitress is woken: by then perhaps the file of the next test's store ("file is not a database").
    """
    listener: Any = waitress.create_server(site, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=listener.run, daemon=True).start()
    yield f"http://127.0.0.1:{listener.effective_port}"
    listener.task_dispatcher.shutdown()
    closed = threading.Event()
    listener.trigger.pull_trigger(lambda: (listener.close(), closed.set()))
    assert closed.wait(10)
