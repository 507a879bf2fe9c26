"""The shapes of a runtime's types, from the registry of types that its metadata carries."""

from collections.abc import Mapping
from typing import Any

from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.metadata.runtime import Shape, choice, product, sequence

_LIMIT = 4_000
"""Letters of a shape beyond which only its beginning is kept: a runtime's own calls contain each other."""

Definition = dict[str, Any]
"""A type's definition as JSON metadata writes it: ``{"composite": […]}``, ``{"sequence": id}`` and so on."""


class TypeRegistry:
    """Types by number; a shape is worked out when it is first asked for."""

    def __init__(self, definitions: Mapping[int, Definition]) -> None:
        self._definitions = definitions
        self._shapes: dict[int, Shape] = {}

    def shape(self, number: int) -> Shape:
        """Return the shape of a type; a type within itself is written as ``…``."""
        if number in self._shapes:
            return self._shapes[number]
        if number not in self._definitions:
            raise InvalidInput("types", f"there is no type {number}")
        self._shapes[number] = "…"
        shape = self._of(self._definitions[number])
        self._shapes[number] = shape if len(shape) <= _LIMIT else shape[:_LIMIT]
        return self._shapes[number]

    def fields(self, fields: list[Any]) -> Shape:
        """Return the shape of some fields in order."""
        return product([self.shape(field["type"]) for field in fields])

    def variants(self, number: int) -> list[Any]:
        """Return the variants of an enum, as a pallet's calls, errors and events are."""
        found: list[Any] = self._definitions[number].get("variant", [])
        return found

    def members(self, number: int, count: int) -> tuple[Shape, ...]:
        """Return the shapes of a map's keys: one is the type itself, several are a tuple's members."""
        if count == 1:
            return (self.shape(number),)
        return tuple(self.shape(member) for member in self._definitions[number]["tuple"])

    def _of(self, definition: Definition) -> Shape:
        kind, body = next(iter(definition.items()))
        match kind:
            case "primitive":
                return "[u8]" if body == "str" else str(body)
            case "composite":
                return self.fields(body)
            case "tuple":
                return product([self.shape(member) for member in body])
            case "sequence":
                return sequence(self.shape(body))
            case "array":
                return f"{body['len']}*{self.shape(body['type'])}"
            case "compact":
                inner = self.shape(body)
                return inner if inner == "()" else f"compact<{inner}>"
            case "variant":
                return choice({variant["index"]: self.fields(variant["fields"]) for variant in body})
            case _:
                return str(kind)
