"""What arguments and results mean where their types do not say it, as subjects have written it down."""

from collections.abc import Mapping
from fnmatch import fnmatchcase

from subtensor_conformance import subjects
from subtensor_conformance.functions.function import Function

RESULT = "result"
"""Under which a result's meaning stands, beside the names of arguments."""

STATE = "the state that the function reads; see below"

UNCLEAR = ("tuple<", "json", "text")
"""Types that say too little by themselves."""


def meanings_of(word: str, function: Function) -> Mapping[str, str]:
    """Return the meaning of arguments by name, and of the result, as far as the function's subject says them."""
    found = {"state": STATE} if ("state", "json") in function.parameters else {}
    part = subjects.part_of(word, "meanings")
    for pattern, meanings in (part.MEANINGS if part else {}).items():
        if fnmatchcase(function.name, pattern):
            found |= meanings
    return found


def unexplained(word: str, function: Function) -> list[str]:
    """Return the arguments of a function, and its result, that neither type nor meaning explains."""
    meanings = meanings_of(word, function)
    typed = [*function.parameters, (RESULT, function.result)]
    return [name for name, text in typed if any(kind in text for kind in UNCLEAR) and name not in meanings]
