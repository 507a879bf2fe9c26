"""Faults of the wire: lines that are no messages, and messages that are no answers."""

from typing import Any

from subtensor_conformance.adapters.broken.honest import (
    VICTIM,
    Honest,
    Message,
    Results,
    asks_victim,
    fault,
    is_question,
    line_of,
    put,
)

HUGE = 3 << 20
"""Bytes of a line that is longer than the self-test allows."""


@fault
class PrintsNoise(Honest):
    """Prints a line for people before each answer."""

    def write(self, request: Message, response: Message) -> None:
        """Write two lines."""
        if is_question(request):
            put(b"computing ...\n")
        super().write(request, response)


@fault
class AnswersTwice(Honest):
    """Writes every answer twice."""

    def write(self, request: Message, response: Message) -> None:
        """Write the line again."""
        super().write(request, response)
        super().write(request, response)


@fault
class WritesBytesThatAreNotText(Honest):
    """Writes bytes that are not UTF-8 in answer to one case."""

    def write(self, request: Message, response: Message) -> None:
        """Spoil the line."""
        put(b"\xff\xfe" + line_of(response)) if asks_victim(request) else super().write(request, response)


@fault
class WritesAHugeLine(Honest):
    """Writes a line without an end in answer to one case."""

    def write(self, request: Message, response: Message) -> None:
        """Write more than anybody reads."""
        put(b" " * HUGE + b"\n") if asks_victim(request) else super().write(request, response)


@fault
class NestsDeeply(Honest):
    """Nests lists ten thousand deep in answer to one case."""

    def write(self, request: Message, response: Message) -> None:
        """Write brackets."""
        put(b"[" * 10_000 + b"]" * 10_000 + b"\n") if asks_victim(request) else super().write(request, response)


@fault
class CountsWrongly(Honest):
    """Answers with the number of the request before."""

    def answer(self, request: Message) -> Message:
        """Take one off the number."""
        response = super().answer(request)
        return response | {"seq": request["seq"] - 1} if is_question(request) else response


@fault
class SpeaksAnotherVersion(Honest):
    """Says hello in a version of the protocol that was not offered."""

    def hello(self) -> Message:
        """Name version 7."""
        return super().hello() | {"protocol": 7}


@fault
class AnswersOutOfOrder(Honest):
    """Gives the results of a request from last to first."""

    def results(self, ids: list[str]) -> Results:
        """Reverse."""
        return super().results(ids)[::-1]


@fault
class LeavesOneOut(Honest):
    """Gives no result for one case."""

    def results(self, ids: list[str]) -> Results:
        """Drop the victim."""
        return super().results([identifier for identifier in ids if identifier != VICTIM])


@fault
class RepeatsOne(Honest):
    """Gives two results for one case."""

    def results(self, ids: list[str]) -> Results:
        """Double the victim."""
        return super().results([identifier for name in ids for identifier in [name] * (1 + (name == VICTIM))])


@fault
class AnswersWhatWasNotAsked(Honest):
    """Gives the result of one case under a name that nobody knows."""

    def result(self, identifier: str) -> Any:
        """Rename the victim."""
        result = super().result(identifier)
        return ["arith/selftest/numbers/nobody", result[1]] if identifier == VICTIM else result


@fault
class AddsAField(Honest):
    """Adds a field to one result that the protocol does not have."""

    def result(self, identifier: str) -> Any:
        """Add the time taken."""
        result = super().result(identifier)
        return [identifier, result[1] | {"microseconds": 7}] if identifier == VICTIM else result


@fault
class AnswersWithAFraction(Honest):
    """Answers one case with a decimal in place of bits."""

    def result(self, identifier: str) -> Any:
        """Give 1.5."""
        return [identifier, {"ok": 1.5}] if identifier == VICTIM else super().result(identifier)


@fault
class LiesAboutItsCapabilities(Honest):
    """Offers in hello what it then does not have."""

    def answer(self, request: Message) -> Message:
        """Refuse every question."""
        return {"seq": request["seq"], "unsupported": True} if is_question(request) else super().answer(request)


@fault
class OffersNothing(Honest):
    """Offers nothing: no case fails, and yet it must not count as conforming."""

    def hello(self) -> Message:
        """Leave the kinds out."""
        message = super().hello()
        message["capabilities"]["kinds"] = []
        return message
