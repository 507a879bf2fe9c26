"""The type of questions that were chosen by hand."""

from typing import Any

Planned = list[tuple[str, list[Any]]]
"""Questions to one function: the slug and the arguments, as a vector's row writes them."""
