"""What a mutant is: one change of the exact path's text, and the mistake that it stands for."""

from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from types import FunctionType

from subtensor_spec.catalogue import complete_registry


@dataclass(frozen=True, slots=True)
class Mutant:
    """A deliberate fault. ``old`` stands exactly once in the source of the function; ``new`` is put in its place.

    The function is the one that states ``rule``. Where a rule leaves its work to a helper, ``helper`` names that one
    instead: ``module:function``. ``group`` is the published group of rows, or the epoch, whose ``catches`` says this
    fault: that very one must notice it.
    """

    name: str
    rule: str
    old: str
    new: str
    description: str
    helper: str = ""
    group: str = ""

    @property
    def chapter(self) -> str:
        """The chapter of the rule, such as ``FX``."""
        return self.rule.split("-", 1)[0]

    def function(self) -> FunctionType:
        """Return the function that is changed."""
        if not self.helper:
            return complete_registry()[self.rule].function
        module, _, name = self.helper.partition(":")
        found = attrgetter(name)(import_module(module))
        if not isinstance(found, FunctionType):
            raise TypeError(f"mutant {self.name}: {self.helper} is no plain function")
        return found

    @property
    def place(self) -> str:
        """Where the fault is planted, as ``module:function``."""
        function = self.function()
        return f"{function.__module__}:{function.__qualname__}"


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A change that was tried, and why no input can tell it from the original: it is no mutant."""

    name: str
    rule: str
    change: str
    reason: str
