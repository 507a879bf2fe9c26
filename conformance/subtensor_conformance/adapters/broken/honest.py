"""The adapter without a fault, with the places at which one may be put in."""

import json
import sys
from pathlib import Path
from typing import Any

Message = dict[str, Any]
Results = list[Any]

VICTIM = "arith/selftest/numbers/victim"
"""The case on which those adapters fail that fail on one case."""


class Honest:
    """Answers everything rightly; the others override one method each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.done = 0
        self.answers: dict[str, Any] = json.loads((folder / "answers.json").read_text())

    def hello(self) -> Message:
        """Offer everything that the self-test asks."""
        return {
            "protocol": 1,
            "implementation": {"name": "broken", "version": "1"},
            "capabilities": {
                "kinds": ["arith", "epoch", "op", "trace"],
                "functions": ["selftest.*"],
                "calls": ["SelfTest.*"],
                "storage": "raw",
                "revisions": ["r425"],
                "stages": True,
                "batch_max": 64,
            },
        }

    def results(self, ids: list[str]) -> Results:
        """Return the right results of the cases that a request asks."""
        return [self.result(identifier) for identifier in ids]

    def result(self, identifier: str) -> Any:
        """Return the right result of one case."""
        right = self.answers[identifier]
        return self.left(right) if "outcome" in right else right

    def storage(self, method: str) -> Message:
        """Return the digest of the state that is opened, or the state at the end of the chain."""
        return dict(self.answers[method])

    def steps(self, trace: str, steps: list[Any]) -> Results:
        """Return the right results of the steps that a request asks, in a process that has done those before."""
        first = 0 if "set" in steps[0] else self.done
        self.done = first + len(steps)
        return [self.left(result) for result in self.answers[trace][first : self.done]]

    def left(self, result: Message) -> Message:
        """Return what a call or a step leaves behind."""
        return result

    def answer(self, request: Message) -> Message:
        """Return the response to a request."""
        if request["method"] == "hello":
            body = self.hello()
        elif request["method"] in ("bye", "close"):
            body = {}
        elif request["method"] in ("open", "state"):
            body = self.storage(request["method"])
        elif request["method"] == "step":
            body = {"results": self.steps(request["trace"], request["steps"])}
        else:
            body = {"results": self.results(ids_of(request))}
        return {"seq": request["seq"], **body}

    def write(self, request: Message, response: Message) -> None:
        """Write a response as a line."""
        put(line_of(response))

    def serve(self) -> None:
        """Answer until the end of input."""
        for line in sys.stdin.buffer:
            request = json.loads(line)
            self.write(request, self.answer(request))


def line_of(response: Message) -> bytes:
    """Return a response as the bytes of a line."""
    return json.dumps(response).encode() + b"\n"


def put(content: bytes) -> None:
    """Write bytes to standard output at once."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def ids_of(request: Message) -> list[str]:
    """Return the ids that a request asks, in order; none of steps."""
    if "rows" in request:
        return [row[0] for row in request["rows"]]
    return [case["id"] for case in request.get("cases", ())]


def is_question(request: Message) -> bool:
    """Return whether a request asks for results."""
    return request["method"] in ("arith", "epoch", "op", "step", "state")


def asks_victim(request: Message) -> bool:
    """Return whether a request asks the victim among its cases."""
    return is_question(request) and VICTIM in ids_of(request)


FAULTS: dict[str, type[Honest]] = {"honest": Honest}
"""Every fault by its name on the command line."""


def fault(adapter: type[Honest]) -> type[Honest]:
    """Put a fault on the list, under its class's name in kebab case."""
    name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in adapter.__name__).lstrip("-")
    FAULTS[name] = adapter
    return adapter
