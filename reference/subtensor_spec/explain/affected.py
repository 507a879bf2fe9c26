"""Which rules read or write a storage item: those to look at again where a runtime has changed it."""

from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType

from subtensor_spec.catalogue import complete_registry
from subtensor_spec.chain.storage import Item


@cache
def rules_by_item() -> dict[str, tuple[str, ...]]:
    """Return for each item that a rule's own function names the ids of these rules, by ``Pallet.Item``.

    What a rule reads through a helper that states no rule is not found.
    """
    found: dict[str, list[str]] = {}
    for identifier, rule in complete_registry().items():
        for name in sorted({item.full_name for item in _items_of(rule.function)}):
            found.setdefault(name, []).append(identifier)
    return {name: tuple(rules) for name, rules in found.items()}


def _items_of(function: FunctionType) -> Iterator[Item[object]]:
    reach = function.__globals__
    for code in _codes(function.__code__):
        modules = [value for name in code.co_names if isinstance(value := reach.get(name), ModuleType)]
        for name in code.co_names:
            for value in (reach.get(name), *(getattr(module, name, None) for module in modules)):
                if isinstance(value, Item):
                    yield value


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
