"""What a run is held against: a built-in path, or a program that speaks the protocol."""

import shlex
import sys
from dataclasses import dataclass

from subtensor_conformance.adapters.in_process import InProcess
from subtensor_conformance.adapters.program import Program
from subtensor_conformance.adapters.session import Channel
from subtensor_spec.errors import InvalidInput

BUILT_IN = ("exact", "numpy")


@dataclass(frozen=True)
class Target:
    """``name`` is a built-in path, or empty; ``command`` is then the argument list of a program."""

    name: str = ""
    command: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        """The option of ``conform`` that means this target."""
        return f"--target {self.name}" if self.name else f"--adapter {shlex.quote(shlex.join(self.command))}"

    @property
    def title(self) -> str:
        """What to call it before it has said its name."""
        return self.name or shlex.join(self.command)

    def connect(self) -> Channel:
        """Start a program, or a built-in path in this process."""
        return InProcess(self.name) if self.name else Program(self.command)

    def connect_apart(self) -> Channel:
        """Start a program; a built-in path is one too, so that several run side by side."""
        if not self.name:
            return Program(self.command)
        return Program([sys.executable, "-m", "subtensor_conformance", "adapter", self.name])


def program(text: str) -> Target:
    """Return the target of ``--adapter``: words are split as a shell would, but no shell ever runs them."""
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise InvalidInput("--adapter", f"{text!r} cannot be split into words: {error}") from None
    if not words:
        raise InvalidInput("--adapter", "names no program")
    return Target(command=tuple(words))
