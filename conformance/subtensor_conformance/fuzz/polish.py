"""The last touch to a small input: what hypothesis has left too large is cut down value by value.

Hypothesis makes its own choices smaller, not the values that come of them; a number near an edge may stay large
although a small one differs too. Here every number moves toward zero, and items go, as long as it still differs.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

_DECIMAL = re.compile(r"-?[0-9]+")


def polished(value: Any, differs: Callable[[Any], bool], steps: int) -> Any:
    """Return a value that is no larger and of which ``differs`` still holds, after at most so many steps.

    After a step the search goes on where it was, since what could not be made smaller before mostly cannot now; it
    begins again until nothing can.
    """
    start, improved = 0, True
    while improved:
        improved = False
        found = _next(value, start, differs)
        while found is not None and steps > 0:
            start, value = found
            improved = True
            steps -= 1
            found = _next(value, start, differs)
        start = 0
    return value


def _next(value: Any, start: int, differs: Callable[[Any], bool]) -> tuple[int, Any] | None:
    """Return the first smaller value from place ``start`` on of which ``differs`` holds, with its place."""
    for place, candidate in enumerate(smaller(value)):
        if place >= start and differs(candidate):
            return place, candidate
    return None


def smaller(value: Any) -> Iterator[Any]:
    """Yield values that are a little smaller than a JSON value, the boldest first."""
    if isinstance(value, bool):
        if value:
            yield False
    elif isinstance(value, int):
        yield from _toward_zero(value)
    elif isinstance(value, str):
        if _DECIMAL.fullmatch(value):
            yield from map(str, _toward_zero(int(value)))
        else:
            yield from (value[:place] + value[place + 1 :] for place in range(len(value)))
    elif isinstance(value, list):
        yield from _shorter(value)
        for place, item in enumerate(value):
            yield from ([*value[:place], less, *value[place + 1 :]] for less in smaller(item))
    elif isinstance(value, dict):
        for name in value:
            yield {key: item for key, item in value.items() if key != name}
        for name, item in value.items():
            yield from (value | {name: less} for less in smaller(item))


def _shorter(items: list[Any]) -> Iterator[list[Any]]:
    """Yield lists without one half, then without one item."""
    middle = len(items) // 2
    if middle > 1:
        yield items[:middle]
        yield items[middle:]
    yield from (items[:place] + items[place + 1 :] for place in range(len(items)))


def _toward_zero(number: int) -> Iterator[int]:
    """Yield numbers nearer to zero: zero itself, one, then a half, a quarter and an eighth less, and one less."""
    sign = 1 if number > 0 else -1
    size = abs(number)
    sizes = [0, 1, size - size // 2, size - size // 4, size - size // 8, size - 1]
    yield from (sign * less for less in dict.fromkeys(sizes) if 0 <= less < size)
