"""Faults of the answers: well-formed and wrong, or none at all."""

from typing import Any

from subtensor_conformance.adapters.broken.honest import VICTIM, Honest, Message, Results, asks_victim, fault


class OnVictim(Honest):
    """Gives another outcome for one case."""

    outcome: Message

    def result(self, identifier: str) -> Any:
        """Return the wrong outcome for the victim."""
        return [identifier, self.outcome] if identifier == VICTIM else super().result(identifier)


@fault
class OneBitOff(OnVictim):
    """Answers one case one bit too high."""

    outcome = {"ok": "6442450945"}  # noqa: RUF012 - it is never changed


@fault
class WritesANumberForText(OnVictim):
    """Answers one case with the right number in the wrong encoding."""

    outcome = {"ok": 6442450944}  # noqa: RUF012 - it is never changed


@fault
class PanicsWhereThereIsAResult(OnVictim):
    """Reports a panic for one case."""

    outcome = {"panic": True}  # noqa: RUF012 - it is never changed


@fault
class SkipsOne(OnVictim):
    """Declines one case with a reason, as it may."""

    outcome = {"skip": "needs more memory"}  # noqa: RUF012 - it is never changed


@fault
class ReportsAnError(OnVictim):
    """Has an internal error on one case."""

    outcome = {"error": {"where": "a", "what": "out of range"}}  # noqa: RUF012 - it is never changed


@fault
class RefusesTheWholeRequest(Honest):
    """Answers a whole request with an error because of one case in it."""

    def answer(self, request: Message) -> Message:
        """Refuse what holds the victim."""
        if asks_victim(request):
            return {"seq": request["seq"], "error": {"what": "I do not like one of these"}}
        return super().answer(request)


@fault
class WritesTrueForOne(Honest):
    """Writes the number one as true in the output of an epoch."""

    def result(self, identifier: str) -> Any:
        """Change the type."""
        result = super().result(identifier)
        if "output" in result:
            result["output"]["terms"]["consensus"][0] = True
        return result


@fault
class RightForTheWrongReason(Honest):
    """Gives the right output of an epoch by a wrong way: one stage differs."""

    def result(self, identifier: str) -> Any:
        """Change a stage."""
        result = super().result(identifier)
        if "output" in result:
            result["stages"]["consensus"][0] = "7"
        return result


@fault
class RejectsWithAnotherCode(Honest):
    """Rejects a call that must be rejected, for another reason."""

    def result(self, identifier: str) -> Any:
        """Change the code."""
        result = super().result(identifier)
        if "outcome" in result and "err" in result["outcome"]:
            result["outcome"] = {"err": {"code": "SubtensorModule.HotKeyAccountNotExists"}}
        return result


@fault
class KeepsState(Honest):
    """Answers the first case of a request rightly, and the others with the answer to the one before."""

    def results(self, ids: list[str]) -> Results:
        """Shift the outcomes by one."""
        right = super().results(ids)
        if not isinstance(right[0], list):
            return right
        return [[identifier, right[max(0, place - 1)][1]] for place, identifier in enumerate(ids)]
