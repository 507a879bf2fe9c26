"""Faults of calls and chains: an outcome, an entry or an event that is wrong, or a change that is lost."""

from typing import Any

from subtensor_conformance.adapters.broken.honest import Honest, Message, Results, fault


@fault
class RejectsWhatGoesThrough(Honest):
    """Rejects a call that must go through."""

    def result(self, identifier: str) -> Any:
        """Change the outcome."""
        result = super().result(identifier)
        if "outcome" in result and "ok" in result["outcome"]:
            result["outcome"] = {"err": {"code": "BadOrigin"}}
        return result


@fault
class WritesAWrongEntry(Honest):
    """Writes another value than it should into the first entry that a call changes."""

    def left(self, result: Message) -> Message:
        """Change the value."""
        first, *others = result.get("changes") or [[]]
        return result | {"changes": [[first[0], "0x0b"], *others]} if first else result


@fault
class ForgetsAnEntry(Honest):
    """Does not remove an entry that a call removes."""

    def left(self, result: Message) -> Message:
        """Leave out what is gone."""
        if not result.get("changes"):
            return result
        return result | {"changes": [pair for pair in result["changes"] if pair[1] is not None]}


@fault
class LeavesATraceOfARefusedCall(Honest):
    """Changes an entry although it refuses the call."""

    def left(self, result: Message) -> Message:
        """Keep what was written before the refusal."""
        refused = "err" in result.get("outcome", {})
        return result | {"changes": [["0x01", "0x0c"]]} if refused else result


@fault
class TellsEventsInAnotherOrder(Honest):
    """Tells of the last thing that happened first."""

    def left(self, result: Message) -> Message:
        """Reverse the events."""
        return result | {"events": result["events"][::-1]} if "events" in result else result


@fault
class LosesAChangeWithoutTelling(Honest):
    """Tells of every change and does not keep one: only the whole state shows it."""

    def storage(self, method: str) -> Message:
        """Leave an entry out of the state."""
        answer = super().storage(method)
        return answer | {"storage": answer["storage"][:1], "digest": "0" * 64} if method == "state" else answer


@fault
class OpensAnotherState(Honest):
    """Reads a state otherwise than it was told, which its digest shows."""

    def storage(self, method: str) -> Message:
        """Answer with another digest."""
        return super().storage(method) | {"digest": "f" * 64}


@fault
class AnswersFewerSteps(Honest):
    """Has no result for the last step that it is asked to take."""

    def steps(self, trace: str, steps: list[Any]) -> Results:
        """Drop the last result."""
        return super().steps(trace, steps)[:-1]


@fault
class WritesAKeyTwice(Honest):
    """Lists an entry twice among the changes."""

    def left(self, result: Message) -> Message:
        """Repeat the first."""
        changes = result.get("changes") or []
        return result | {"changes": [*changes[:1], *changes]} if changes else result
