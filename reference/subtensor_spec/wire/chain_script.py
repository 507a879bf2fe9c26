"""A script: calls and blocks as people write them, and the lines in which a chain of them is kept.

A script is a JSON array, or JSON Lines, of ``{"call", "origin", "args"}``, ``{"blocks": number}``, and the other forms
of a step. ``@name``, wherever it stands, is an account of that name. Where no parent hash is given, it is a digest of
the number of the block before.
"""

import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from subtensor_spec.blocks.steps import BlockStep, Result, SetStep, Step
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, Hash
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_steps import entries_to_json, result_to_json, step_from_json
from subtensor_spec.wire.members import distinct_members
from subtensor_spec.wire.plain import Json
from subtensor_spec.wire.state.changes import changes_from_typed

MOST_BLOCKS = 10_000_000

Form = dict[str, Json]


def account_named(name: str) -> AccountId:
    """Return the account that ``@name`` stands for: the BLAKE2 digest of the name, 256 bits."""
    return AccountId(_digest(name.encode()))


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=32).digest()


def read_script(text: str, where: str) -> list[Form]:
    """Return the forms of a script. Raises :class:`InvalidInput`."""
    try:
        forms = _json(text) if text.lstrip().startswith("[") else [_json(line) for line in _lines(text)]
    except json.JSONDecodeError as failure:
        raise InvalidInput(where, f"is no JSON: {failure.msg} in line {failure.lineno}") from None
    except ValueError as repeated:
        raise InvalidInput(where, str(repeated)) from None
    except RecursionError:
        raise InvalidInput(where, "is nested too deeply") from None
    if not isinstance(forms, list) or not all(isinstance(form, dict) for form in forms):
        raise InvalidInput(where, "is no list of steps, each a JSON object")
    return forms


def _json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=distinct_members)


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def steps_of(forms: list[Form], state: State) -> Iterator[tuple[Form, Step]]:
    """Yield each step with its form, blocks one by one, names as accounts; ``state`` tells which block is open.

    Every form is read before the first step is yielded. Raises :class:`InvalidInput` with the number of the form.
    """
    read = []
    for number, form in enumerate(forms, start=1):
        try:
            read.append(_read(_named(form)))
        except InvalidInput as complaint:
            raise complaint.within(f"step {number}") from None
    for form, step in read:
        if step is not None:
            yield form, step
            continue
        for _ in range(form["blocks"]):
            parent = Hash(_digest(Number.get(state).to_bytes(4, "little")))
            yield {"block": {"parent_hash": "0x" + parent.hex()}}, BlockStep(parent)


def _read(form: Form) -> tuple[Form, Step | None]:
    if "blocks" not in form:
        if isinstance(form.get("set"), dict):
            return form, SetStep(changes_from_typed(form["set"]))
        return form, step_from_json(form)
    number = form["blocks"]
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= MOST_BLOCKS:
        raise InvalidInput("blocks", f"{number!r} is no number of blocks, 1 to {MOST_BLOCKS}")
    return form, None


def _named(form: Json) -> Json:
    """Return a form with every ``@name`` in it replaced by the account that it stands for."""
    if isinstance(form, dict):
        return {name: _named(value) for name, value in form.items()}
    if isinstance(form, list):
        return [_named(value) for value in form]
    if isinstance(form, str) and form.startswith("@") and len(form) > 1:
        return "0x" + account_named(form[1:]).hex()
    return form


def first_line(name: str, state: State) -> Form:
    """Return the first line of a chain that begins on a state."""
    author = None if state.author is None else "0x" + state.author.hex()
    genesis = entries_to_json(dict(state.storage()))
    return {"trace": name, "revision": "r425", "author": author, "block": Number.get(state), "genesis": genesis}


def line_of(form: Form, step: Step, result: Result, block: int) -> Form:
    """Return the line of a step that was taken; ``block`` is the one that is open afterwards."""
    if isinstance(step, SetStep):
        return {"set": entries_to_json(step.entries)}
    if isinstance(step, BlockStep):
        asked: dict[str, Any] = {"block": block, "parent_hash": "0x" + step.parent_hash.hex()}
    else:
        asked = {name: form[name] for name in ("call", "origin", "args", "ext") if name in form}
    return asked | result_to_json(step, result)
