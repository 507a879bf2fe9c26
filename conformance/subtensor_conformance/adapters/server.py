"""The server of the built-in paths: one request in, one response out, whatever the request is."""

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any

from subtensor_conformance.adapters.chains import Chains
from subtensor_conformance.adapters.epochs import EpochPath
from subtensor_conformance.adapters.paths import PANIC, UNSUPPORTED, Answer, built_in, fault
from subtensor_conformance.functions import all_functions, find
from subtensor_conformance.protocol.capabilities import name_patterns
from subtensor_conformance.protocol.lines import VERSION
from subtensor_spec import __version__
from subtensor_spec.blocks.registry import all_calls
from subtensor_spec.chain.revisions import CURRENT, LATER
from subtensor_spec.errors import InvalidInput, Panic
from subtensor_spec.wire.plain import shown

REVISIONS = (CURRENT.name, *(revision.name for revision in LATER))
"""The revisions that the built-in paths know; of the later ones they answer what is specified."""

Message = dict[str, Any]


class Server:
    """Answers requests from one built-in path, ``exact`` or ``numpy``."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.path = built_in(name)
        self.finished = False
        self.methods: dict[str, Callable[[Message], Message]] = {
            "hello": self._hello,
            "arith": self._arith,
            "epoch": self._epoch,
            "raw": self._raw,
            **{name: self._chain(name) for name in ("open", "step", "op", "state", "close")},
            "bye": self._bye,
        }

    @cached_property
    def epochs(self) -> EpochPath:
        """The path's epoch, imported when the first one is asked for."""
        return EpochPath(self.name)

    @cached_property
    def chains(self) -> Chains:
        """The states that are open."""
        return Chains()

    def _chain(self, name: str) -> Callable[[Message], Message]:
        def method(request: Message) -> Message:
            if name == "open":
                _check_revision(request)
            answer: Message = getattr(self.chains, name)(request)
            return answer

        return method

    def answer(self, request: Any) -> Message:
        """Return the response to a request; whatever is wrong with it is said in the response."""
        sequence = request.get("seq") if isinstance(request, dict) else None
        if not isinstance(sequence, int) or isinstance(sequence, bool):
            sequence = None
        try:
            if not isinstance(request, dict):
                raise InvalidInput("", "a request is a JSON object")
            if sequence is None:
                raise InvalidInput("seq", "missing or not an integer")
            method = request.get("method")
            if not isinstance(method, str):
                raise InvalidInput("method", "missing or not text")
            if method not in self.methods:
                return {"seq": sequence, "unsupported": True}
            return {"seq": sequence, **self.methods[method](request)}
        except Exception as error:
            return {"seq": sequence, "error": fault(error)[1]}

    def _hello(self, request: Message) -> Message:
        offered = request.get("protocol", [VERSION])
        if not isinstance(offered, list) or VERSION not in offered:
            raise InvalidInput("protocol", f"this adapter speaks version {VERSION}")
        return {
            "protocol": VERSION,
            "implementation": {
                "name": f"subtensor-spec {self.name}",
                "version": __version__,
                "language": "python",
            },
            "capabilities": {
                "kinds": ["arith", "epoch", "op", "trace"],
                "functions": name_patterns(self.path.names(), all_functions()),
                "calls": sorted(all_calls()),
                "storage": "raw",
                "revisions": list(REVISIONS),
                "stages": True,
                "batch_max": 512,
            },
        }

    def _arith(self, request: Message) -> Message:
        _check_revision(request)
        name = request.get("function")
        if not isinstance(name, str):
            raise InvalidInput("function", "missing or not text")
        rows = _list(request, "rows")
        for index, row in enumerate(rows):
            if not isinstance(row, list) or len(row) != 2 or not isinstance(row[0], str):
                raise InvalidInput(f"rows[{index}]", "not a list of an id and its arguments")
        function = find(name)
        if function is None:
            answers: list[Answer] = [UNSUPPORTED] * len(rows)
        else:
            answers = self.path.evaluate(function, [row[1] for row in rows], raw=False)
        return {"results": [[row[0], dict([answer])] for row, answer in zip(rows, answers, strict=True)]}

    def _epoch(self, request: Message) -> Message:
        _check_revision(request)
        stages = request.get("stages", False)
        if not isinstance(stages, bool):
            raise InvalidInput("stages", "not true or false")
        return {"results": [self._one_epoch(case, stages) for case in _list(request, "cases")]}

    def _one_epoch(self, case: Any, stages: bool) -> Message:
        identifier = _identifier(case)
        try:
            answer = self.epochs.answer(_field(case, "input"), stages=stages)
        except Panic:
            answer = dict([PANIC])
        except Exception as error:
            answer = dict([fault(error)])
        return {"id": identifier, **answer}

    def _raw(self, request: Message) -> Message:
        if "revision" in request:
            _check_revision(request)
        cases = _list(request, "cases")
        answers: list[Answer] = [UNSUPPORTED] * len(cases)
        groups: dict[str, list[int]] = defaultdict(list)
        for place, case in enumerate(cases):
            try:
                groups[_name(case)].append(place)
            except InvalidInput as error:
                answers[place] = fault(error)
        for name, places in groups.items():
            found = self._raw_group(name, [cases[place].get("a") for place in places])
            for place, answer in zip(places, found, strict=True):
                answers[place] = answer
        return {"results": [_raw_result(case, answer) for case, answer in zip(cases, answers, strict=True)]}

    def _raw_group(self, name: str, rows: list[Any]) -> list[Answer]:
        function = find(name)
        if function is None:
            return [UNSUPPORTED] * len(rows)
        return self.path.evaluate(function, rows, raw=True)

    def _bye(self, _request: Message) -> Message:
        self.finished = True
        return {}


def _raw_result(case: Any, answer: Answer) -> Message:
    tag, payload = answer
    if tag == "none":
        tag, payload = "r", None
    elif tag == "err":
        tag, payload = "r", {"err": payload}
    return {"id": _identifier(case), "r" if tag == "ok" else tag: payload}


def _name(case: Any) -> str:
    name = _field(case, "f")
    if not isinstance(name, str):
        raise InvalidInput("f", "not text")
    if "a" not in case:
        raise InvalidInput("a", "missing")
    return name


def _identifier(case: Any) -> str | int | None:
    identifier = case.get("id") if isinstance(case, dict) else None
    return identifier if isinstance(identifier, (str, int)) else None


def _field(case: Any, name: str) -> Any:
    if not isinstance(case, dict):
        raise InvalidInput("", "a case is a JSON object")
    if name not in case:
        raise InvalidInput(name, "missing")
    return case[name]


def _list(request: Message, name: str) -> list[Any]:
    value = request.get(name)
    if not isinstance(value, list):
        raise InvalidInput(name, "missing or not a list")
    return value


def _check_revision(request: Message) -> None:
    revision = request.get("revision")
    if revision not in REVISIONS:
        raise InvalidInput("revision", f"unknown: {shown(revision)}; known: {', '.join(REVISIONS)}")
