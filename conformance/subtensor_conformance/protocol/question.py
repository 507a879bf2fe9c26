"""What may be asked of an implementation outside a vector's own question, as laws do."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: kind ``arith`` (a ``function`` and its list of arguments) or ``epoch`` (an input)."""

    kind: str
    input: Any
    function: str = ""


Inquiry = Generator[list[Question], list[Any], str]
"""A law at work: it yields a round of questions, is sent their answers in order, and may ask again.

An answer is what the wire carries: for ``arith`` an outcome (``{"ok": …}``, ``{"none": true}``,
``{"panic": true}``), for ``epoch`` the ``output``, or ``{"panic": true}``. The inquiry returns the empty
text if the law holds, else one line that says how it is broken. A law is a function from its input to an
inquiry, found by name in ``subtensor_conformance.laws.catalogue.LAWS``.
"""
