"""Steps of a chain: a block, a call, a write from outside; what each leaves behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from subtensor_spec.blocks.admission import admit
from subtensor_spec.blocks.block_step import next_block
from subtensor_spec.blocks.dispatch import dispatch
from subtensor_spec.chain.errors import CallError, InvalidTransaction
from subtensor_spec.chain.events import Event
from subtensor_spec.chain.origins import Origin
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import Hash
from subtensor_spec.errors import Panic, SpecError


@dataclass(frozen=True)
class CallStep:
    """A call with its origin and arguments; ``admission`` says whether a node is asked to admit it first."""

    name: str
    origin: Origin
    arguments: Mapping[str, Any]
    admission: bool = False


@dataclass(frozen=True)
class BlockStep:
    """The open block is finished and the next one begun; the parent's hash is what randomness comes from."""

    parent_hash: Hash


@dataclass(frozen=True)
class SetStep:
    """Storage written from outside: raw keys to raw values, nothing for an entry that is removed."""

    entries: Mapping[bytes, bytes | None]


Step = CallStep | BlockStep | SetStep


@dataclass(frozen=True)
class Result:
    """What a step left behind."""

    refusal: SpecError | None
    """What refused a call; nothing if it went through."""
    changes: dict[bytes, bytes | None]
    """The entries that differ afterwards, in order of raw key."""
    events: tuple[Event, ...]


def execute(state: State, step: Step) -> Result:
    """Carry out a step; the state's earlier marks become void."""
    state.forget()
    mark = state.mark()
    refusal = _carry_out(state, step)
    return Result(refusal, state.changes(mark), tuple(state.events))


def execute_and_undo(state: State, step: Step) -> Result:
    """Carry out a step and take the state back to where it was."""
    state.forget()
    mark = state.mark()
    try:
        refusal = _carry_out(state, step)
        return Result(refusal, state.changes(mark), tuple(state.events))
    finally:
        state.undo(mark)


def _carry_out(state: State, step: Step) -> SpecError | None:
    match step:
        case BlockStep():
            next_block(state, step.parent_hash)
        case SetStep():
            for key, value in step.entries.items():
                _write(state, key, value)
        case CallStep():
            return _call(state, step)
    return None


def _write(state: State, key: bytes, value: bytes | None) -> None:
    if value is None:
        state.erase(key)
    else:
        state.write_raw(key, value)


def _call(state: State, step: CallStep) -> SpecError | None:
    try:
        with state.layer():
            if step.admission:
                admit(state, step.origin, step.name, step.arguments)
            dispatch(state, step.name, step.origin, step.arguments)
    except (CallError, InvalidTransaction, Panic) as refusal:
        return refusal
    return None
