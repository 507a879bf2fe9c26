"""The states that a built-in adapter has open, and the steps that it is asked to take on them."""

from typing import Any

from subtensor_spec.blocks.steps import CallStep, execute, execute_and_undo
from subtensor_spec.chain.state import State
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_steps import entries_from_json, entries_to_json, result_to_json, step_from_json
from subtensor_spec.wire.ss58 import parse_account
from subtensor_spec.wire.state.beginning import require_genesis
from subtensor_spec.wire.state.items import check

Message = dict[str, Any]


class Chains:
    """Answers ``open``, ``step``, ``op``, ``state`` and ``close``; storage is raw."""

    def __init__(self) -> None:
        self._open: dict[str, State] = {}

    def open(self, request: Message) -> Message:
        """Begin a trace on a state, after every entry of it was read; its digest is the answer."""
        name = _name(request)
        if name in self._open:
            raise InvalidInput("trace", f"{name} is open already")
        entries = entries_from_json(request.get("storage"), "storage")
        storage = {key: raw for key, raw in entries.items() if raw is not None}
        check(storage)
        state = State(storage, _author(request))
        require_genesis(state)
        self._open[name] = state
        return {"digest": state.digest()}

    def step(self, request: Message) -> Message:
        """Take steps, one after another; none is taken if one of them cannot be read."""
        state = self._state(request)
        steps = [_step(form, f"steps[{place}]") for place, form in enumerate(_list(request, "steps"))]
        return {"results": [result_to_json(step, execute(state, step)) for step in steps]}

    def op(self, request: Message) -> Message:
        """Try calls, each on the state as it stands, and undo them; a case that cannot be read answers so by itself."""
        state = self._state(request)
        return {"results": [_case(state, case) for case in _list(request, "cases")]}

    def state(self, request: Message) -> Message:
        """Return a whole state and its digest."""
        state = self._state(request)
        return {"storage": entries_to_json(state.storage()), "digest": state.digest()}

    def close(self, request: Message) -> Message:
        """Forget a state."""
        self._state(request)
        del self._open[_name(request)]
        return {}

    def _state(self, request: Message) -> State:
        name = _name(request)
        if name not in self._open:
            raise InvalidInput("trace", f"{name} is not open")
        return self._open[name]


def _case(state: State, case: Any) -> Message:
    identifier = case.get("id") if isinstance(case, dict) else None
    try:
        step = step_from_json(case)
        if not isinstance(step, CallStep):
            raise InvalidInput("", "a case is a call")
        return {"id": identifier, **result_to_json(step, execute_and_undo(state, step))}
    except InvalidInput as complaint:
        return {"id": identifier, "error": {"where": complaint.where, "what": complaint.what}}


def _step(form: Any, where: str) -> Any:
    try:
        return step_from_json(form)
    except InvalidInput as complaint:
        raise complaint.within(where) from None


def _name(request: Message) -> str:
    name = request.get("trace")
    if not isinstance(name, str):
        raise InvalidInput("trace", "missing or not text")
    return name


def _list(request: Message, name: str) -> list[Any]:
    value = request.get(name)
    if not isinstance(value, list):
        raise InvalidInput(name, "missing or not a list")
    return value


def _author(request: Message) -> bytes | None:
    author = request.get("author")
    if author is None:
        return None
    if not isinstance(author, str):
        raise InvalidInput("author", "is neither null nor an account")
    try:
        return parse_account(author)
    except InvalidInput as complaint:
        raise complaint.within("author") from None
