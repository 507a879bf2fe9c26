"""A built-in path as an adapter without a process of its own: the same server, called directly."""

from typing import Any

from subtensor_conformance.adapters.server import Server


class InProcess:
    """Hands requests to a server in this process. It cannot be interrupted, so deadlines do not apply."""

    log = ""

    def __init__(self, name: str) -> None:
        self.server = Server(name)

    def exchange(self, request: dict[str, Any], deadline: float) -> Any:
        """Return the server's response."""
        return self.server.answer(request)

    def close(self) -> None:
        """Nothing is held open."""

    kill = close
