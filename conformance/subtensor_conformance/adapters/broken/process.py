"""Faults of the process: it dies, hangs, is slow, or talks where nobody listens."""

import os
import sys
import time

from subtensor_conformance.adapters.broken.honest import Honest, Message, asks_victim, fault, is_question, put

FOREVER = 3600.0


@fault
class DiesAtStart(Honest):
    """Ends before it says anything."""

    def serve(self) -> None:
        """End at once, with a word on standard error."""
        sys.exit("cannot find my configuration")


@fault
class DiesOnOneCase(Honest):
    """Ends whenever it is asked one certain case."""

    def answer(self, request: Message) -> Message:
        """Die on the victim."""
        if asks_victim(request):
            os._exit(3)
        return super().answer(request)


@fault
class DiesOnEveryRequest(Honest):
    """Says hello, and ends at the first question."""

    def answer(self, request: Message) -> Message:
        """Die on any question."""
        if is_question(request):
            os._exit(4)
        return super().answer(request)


@fault
class DiesOnce(Honest):
    """Ends at its very first question and never again, so that no case can be blamed."""

    def answer(self, request: Message) -> Message:
        """Die if no earlier process has left a mark."""
        mark = self.folder / "died"
        if is_question(request) and not mark.exists():
            mark.touch()
            os._exit(5)
        return super().answer(request)


@fault
class DiesAfterAnswering(Honest):
    """Answers every question rightly, and ends after each."""

    def write(self, request: Message, response: Message) -> None:
        """Write and die."""
        super().write(request, response)
        if is_question(request):
            os._exit(0)


@fault
class HangsAtStart(Honest):
    """Never answers hello."""

    def serve(self) -> None:
        """Sleep."""
        time.sleep(FOREVER)


@fault
class HangsOnOneCase(Honest):
    """Never answers a request that holds one certain case."""

    def answer(self, request: Message) -> Message:
        """Sleep on the victim."""
        if asks_victim(request):
            time.sleep(FOREVER)
        return super().answer(request)


@fault
class StartsSlowly(Honest):
    """Takes its time before it says hello, within what is allowed: nothing is wrong with it."""

    def serve(self) -> None:
        """Begin late."""
        time.sleep(0.3)
        super().serve()


@fault
class IgnoresBye(Honest):
    """Does not end when its input does; it is ended by force, and nothing else is wrong with it."""

    def serve(self) -> None:
        """Stay on."""
        super().serve()
        time.sleep(FOREVER)


@fault
class ClosesItsOutput(Honest):
    """Closes standard output instead of answering one case, and stays alive."""

    def answer(self, request: Message) -> Message:
        """Close, and sleep."""
        if asks_victim(request):
            os.close(1)
            time.sleep(FOREVER)
        return super().answer(request)


@fault
class FillsItsLog(Honest):
    """Writes megabytes to standard error: nothing is wrong with that."""

    def answer(self, request: Message) -> Message:
        """Log before answering."""
        sys.stderr.write("a long story\n" * 200_000)
        return super().answer(request)


@fault
class StopsInTheMiddleOfALine(Honest):
    """Writes half of its answer and ends."""

    def write(self, request: Message, response: Message) -> None:
        """Write a part, and die."""
        if asks_victim(request):
            put(b'{"seq":')
            os._exit(0)
        super().write(request, response)


@fault
class HangsInTheMiddleOfALine(Honest):
    """Writes half of its answer and waits."""

    def write(self, request: Message, response: Message) -> None:
        """Write a part, and sleep."""
        if asks_victim(request):
            put(b'{"seq":')
            time.sleep(FOREVER)
        super().write(request, response)


@fault
class DiesOnLargeBatches(Honest):
    """Says that it takes batches of three, and ends at a larger one: nothing is wrong with it."""

    def hello(self) -> Message:
        """Name the limit."""
        message = super().hello()
        message["capabilities"]["batch_max"] = 3
        return message

    def results(self, ids: list[str]) -> list[object]:
        """Hold to the limit."""
        if len(ids) > 3:
            os._exit(6)
        return super().results(ids)
