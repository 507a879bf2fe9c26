"""The rule registry: what each function specifies, and which production source says so.

A rule id is ``CHAPTER-topic/case`` (``FX-mul/floor``); it is permanent and never positional. The decorator registers
the function and returns it unchanged, so a rule costs nothing when it runs; :func:`record` watches calls from outside.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import CodeType, FrameType, FunctionType
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

_PINNED = 425
"""The runtime of the pinned revision, by ``spec_version``."""

_ID = re.compile(r"[A-Z]{2,3}-[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Source:
    """One function of the production source at its pinned commit."""

    repository: str
    commit: str
    path: str
    function: str

    def __str__(self) -> str:
        return f"{self.repository}@{self.commit[:9]} {self.path} `{self.function}`"


@dataclass(frozen=True)
class Repository:
    """A production repository at its pinned commit; calling it names one function of it."""

    name: str
    commit: str

    def __call__(self, path: str, function: str) -> Source:
        """Return the source ``function`` in the file ``path`` of this repository."""
        return Source(self.name, self.commit, path, function)


SUBTENSOR = Repository("opentensor/subtensor", "14bc6f9f964b9cc362e9635dd110a487fa5d15a0")
"""The chain itself, revision ``r425``."""

SUBTENSOR_RESERVOIRS = Repository("opentensor/subtensor", "9d8075b356a553261e0c6be0c318ae35b5b2a3fd")
"""The chain as proposal 2758 left it: reservoirs, and purchases before liquidity; part of ``r432``."""

SUBTENSOR_REFUNDS = Repository("opentensor/subtensor", "713052adbef4cd21449041ad497a2dc4cdc7b9ec")
"""The chain as proposal 2753 left it: a failed purchase is refunded; part of ``r432``."""

SUBTENSOR_GATE = Repository("RaoFoundation/subtensor", "f8ff769a45395d2de7ec26110d0001aa1ff2e9ec")
"""The chain with the emission gate, ``r440`` and ``r441``."""

SUBTENSOR_CONSENSUS_MODES = Repository("RaoFoundation/subtensor", "76671f67957dad028697cce9e735c1b56fbd14a5")
"""The chain with liquid alpha's choice of consensus; part of ``r446``."""

LATER_COMMITS = frozenset(
    {
        SUBTENSOR_RESERVOIRS.commit,
        SUBTENSOR_REFUNDS.commit,
        SUBTENSOR_GATE.commit,
        SUBTENSOR_CONSENSUS_MODES.commit,
    }
)
"""The commits of revisions after the pinned one."""

SUBSTRATE_FIXED = Repository("encointer/substrate-fixed", "d5f70362f2e05b5f33fb51cd7baa825323e4e6c5")
"""The chain's fixed-point arithmetic, v0.6.0, as its lock file pins it."""

SAFE_BIGMATH = Repository("sam0x17/safe-bigmath", "013c49984910e1c9a23289e8c85e7a856e263a02")
"""The chain's big-number ratios, as its lock file pins it."""

PARITY_SCALE_CODEC = Repository("paritytech/parity-scale-codec", "085b1ba8ba2fd4fcd3922afed07a034c1cb885d0")
"""How the chain writes values as bytes, v3.7.5, as its lock file pins it."""

POLKADOT_SDK = Repository("opentensor/polkadot-sdk", "7cc54bf2d50ae3921d718736dfeb0de9468539c7")
"""The framework below the chain: storage, dispatch, balances; the revision that its manifest pins."""


@dataclass(frozen=True)
class Rule:
    """One rule of the specification."""

    id: str
    function: FunctionType
    sources: tuple[Source, ...]
    revisions: tuple[str, ...]
    sentence: str = ""
    """What the rule says where the function's docstring speaks of another rule that it states as well."""
    since: int = _PINNED
    """The first runtime, by ``spec_version``, of which it is claimed that its blocks or calls reach the rule."""
    until: int | None = None
    """The first runtime after it that reaches the rule no more; nothing if none is known."""

    @property
    def chapter(self) -> str:
        """The chapter's short name, such as ``FX``."""
        return self.id.split("-", 1)[0]

    @property
    def summary(self) -> str:
        """What the rule says: its own sentence, or the first paragraph of the function's docstring."""
        return self.sentence or " ".join((self.function.__doc__ or "").strip().split("\n\n", 1)[0].split())


_RULES: dict[str, Rule] = {}
_BY_CODE: dict[CodeType, tuple[str, ...]] = {}


def rule(
    identifier: str,
    *sources: Source,
    revisions: tuple[str, ...] = (),
    sentence: str = "",
    since: int = _PINNED,
    until: int | None = None,
) -> Callable[[Function], Function]:
    """Register the decorated function as the one that states rule ``identifier``.

    ``sources`` are the production functions it specifies, at least one. ``revisions`` are those it was held against,
    the pinned one or that of ``since`` unless others are given. ``since`` and ``until`` are the interval of runtimes,
    by ``spec_version``, in which the chain follows it, the last one excluded.
    A function that does what several rules say is decorated once for each; the decorator nearest to it is that of the
    rule which its docstring states, and each further one has its own ``sentence``.
    """
    if not _ID.fullmatch(identifier):
        raise ValueError(f"{identifier!r} is not a rule id of the form CHAPTER-topic/case")
    if not sources:
        raise ValueError(f"rule {identifier} names no production source")

    def register(function: Function) -> Function:
        if identifier in _RULES:
            raise ValueError(f"rule {identifier} is stated twice")
        plain = getattr(function, "__wrapped__", function)
        if not isinstance(plain, FunctionType):
            raise TypeError(f"rule {identifier} decorates no plain function")
        known = _BY_CODE.get(plain.__code__, ())
        if bool(known) != bool(sentence):
            raise ValueError(f"rule {identifier} must have a sentence of its own if, and only if, it is a further one")
        held = revisions or (f"r{max(since, _PINNED)}",)
        _RULES[identifier] = Rule(identifier, plain, sources, held, sentence, since, until)
        _BY_CODE[plain.__code__] = (*known, identifier)
        return function

    return register


def all_rules() -> dict[str, Rule]:
    """Return every registered rule by id, in order of id; import the chapters first."""
    return dict(sorted(_RULES.items()))


def stated_by(function: FunctionType) -> tuple[str, ...]:
    """Return the ids of the rules that a function states, that of its docstring first."""
    return _BY_CODE.get(function.__code__, ())


_REMEMBERED: list[Callable[[], None]] = []


def remembers(clear: Callable[[], None]) -> None:
    """Say how to forget results that are remembered from one call to the next."""
    _REMEMBERED.append(clear)


def forget() -> None:
    """Forget every remembered result, so that the rules behind it run again."""
    for clear in _REMEMBERED:
        clear()


@contextmanager
def record() -> Iterator[set[str]]:
    """Collect the ids of the rules that run in this thread while the context is open.

    What was remembered before is forgotten, so that the rules do not depend on what ran earlier. Watching slows every
    call down.
    """
    forget()
    ran: set[str] = set()

    def watch(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            ran.update(_BY_CODE.get(frame.f_code, ()))

    previous = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield ran
    finally:
        sys.setprofile(previous)
