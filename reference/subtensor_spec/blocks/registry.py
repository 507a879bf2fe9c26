"""All calls: importing the chapters declares them."""

import importlib
import pkgutil

from subtensor_spec import chapters
from subtensor_spec.chain.calls import Call, declared_calls
from subtensor_spec.errors import InvalidInput


def all_calls() -> dict[str, Call]:
    """Return every call of every chapter by full name."""
    for module in pkgutil.walk_packages(chapters.__path__, f"{chapters.__name__}."):
        importlib.import_module(module.name)
    return declared_calls()


_CALLS: dict[str, Call] = {}


def find_call(name: str) -> Call:
    """Return the call of that full name; :class:`InvalidInput` if there is none."""
    if not _CALLS:
        _CALLS.update(all_calls())
    try:
        return _CALLS[name]
    except KeyError:
        raise InvalidInput("call", f"{name!r} is no call that is specified") from None
