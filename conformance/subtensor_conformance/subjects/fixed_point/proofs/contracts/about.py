"""Which rules a contract is about."""

from collections.abc import Callable
from typing import Any, TypeVar

Contract = TypeVar("Contract", bound=Callable[..., Any])

RULES: dict[str, tuple[str, ...]] = {}
"""The rules of each contract, by module and name."""


BOUNDS: dict[str, str] = {}
"""Why a contract that is shown for one length carries over to all, for those that are."""


def about(*rules: str, carries_over: str = "") -> Callable[[Contract], Contract]:
    """Note the rules that the decorated contract is about; the function stays as it is."""

    def note(function: Contract) -> Contract:
        name = f"{function.__module__}.{function.__name__}"
        RULES[name] = rules
        if carries_over:
            BOUNDS[name] = carries_over
        return function

    return note
