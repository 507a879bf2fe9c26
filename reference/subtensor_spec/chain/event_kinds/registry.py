"""Every kind of event by its full name."""

import importlib
import pkgutil
from functools import cache

from subtensor_spec.chain import event_kinds
from subtensor_spec.chain.events import EventKind


@cache
def all_events() -> dict[str, EventKind]:
    """Return every event of every pallet by ``Pallet.Event``."""
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(event_kinds.__path__, f"{event_kinds.__name__}.")
        if module.name != __name__
    ]
    kinds = (kind for module in modules for kind in vars(module).values() if isinstance(kind, EventKind))
    return {repr(kind): kind for kind in kinds}
