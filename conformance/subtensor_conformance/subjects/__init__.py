"""The subjects: all that the kit knows of a chapter stands in the package of that chapter's word.

What an engine of the kit asks of a subject is a *part*: a module or package of one name, which is found where it stands
and listed nowhere. A new kind of part needs a name and an engine that asks for it. A subject has those parts in which
it has something to say:

``functions``
    ``FUNCTIONS``: the published functions, bound to the exact path.
``numpy_functions``
    ``KERNELS``: their numpy path, by published name.
``meanings``
    ``MEANINGS``: what arguments and results mean where their types do not say it, by glob of published names.
``groups``
    ``GROUPS``, by published name: why rows exist and which belong together; perhaps ``operation_of(function)``, what a
    function computes exactly.
``plans``
    ``rows()``: questions chosen by hand, by published name; perhaps ``values_of(function, type)``, the values of a
    parameter where those of its type take too long.
``on_chain``
    ``rows()``: rows that the main network answered, read from raw storage of real blocks.
``mutants``
    ``MUTANTS``, and perhaps ``EQUIVALENTS``: faults to plant, and changes that are none.
``laws``, ``law_plans``
    ``LAWS``: properties of any right answer; ``planned_laws()``: the inputs on which they are tried.
``chain_laws``
    ``CHAIN_LAWS``: what holds in every state of a chain, and over every step of one.
``situations``
    ``SITUATIONS``: chains planned by hand, for what no observation reached.
``strategies``
    ``arguments(function)``: what the fuzzer asks, where types alone say too little.
``epochs``
    What epochs are published and why, in the one subject whose cases are epochs.
``epoch_parts``
    Which rules make the stages and the output of an epoch, in that subject.
``proofs``
    ``proofs()``: what is shown formally.

``common`` is no chapter: it holds what the cases of several share.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from subtensor_spec.contents import CHAPTERS


def words() -> tuple[str, ...]:
    """Return the word of every chapter that has a package here, in order of chapter."""
    return tuple(chapter.word for chapter in CHAPTERS if find_spec(f"{__name__}.{chapter.word}"))


def part_of(word: str, name: str) -> ModuleType | None:
    """Return a part of a subject, nothing if the subject has none of that name."""
    path = f"{__name__}.{word}.{name}"
    return import_module(path) if find_spec(path) else None


def parts(name: str) -> Iterator[tuple[str, ModuleType]]:
    """Yield a part of every subject that has it, each with the subject's word."""
    for word in words():
        part = part_of(word, name)
        if part is not None:
            yield word, part
