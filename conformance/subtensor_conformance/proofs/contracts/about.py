"""Which rules a contract is about."""

from collections.abc import Callable
from typing import Any, TypeVar

Contract = TypeVar("Contract", bound=Callable[..., Any])

RULES: dict[str, tuple[str, ...]] = {}
"""The rules of each contract, by module and name."""


def about(*rules: str) -> Callable[[Contract], Contract]:
    """Note the rules that the decorated contract is about; the function stays as it is."""

    def note(function: Contract) -> Contract:
        RULES[f"{function.__module__}.{function.__name__}"] = rules
        return function

    return note
