"""The server of the built-in paths answers every request, good or bad, with one well-formed line."""

import io
import json
import subprocess
import sys
from typing import Any

import pytest

from subtensor_conformance.adapters.program import Program
from subtensor_conformance.adapters.serve import READ_AHEAD, serve
from subtensor_conformance.adapters.server import Server
from subtensor_conformance.protocol.capabilities import takes
from subtensor_conformance.protocol.check import problem

MUL = {"id": "m", "f": "fx.I32F32.saturating_mul", "a": ["6442450944", "-1"]}
MUL_ANSWER = {"id": "m", "r": "-2"}
HELLO = {"seq": 0, "method": "hello", "protocol": [1], "suite": "0.1.0"}

EPOCH_INPUT = {
    "n": 2,
    "current_block": "1000",
    "tempo": 10,
    "activity_cutoff_factor_milli": 13889,
    "last_update": ["999", "999"],
    "block_at_registration": ["1", "2"],
    "last_mechanism_step_block": "990",
    "alpha_stake": ["1000", "3000"],
    "tao_stake": ["0", "0"],
    "tao_weight": "0",
    "stake_threshold": "0",
    "validator_permit": [True, True],
    "max_allowed_validators": 2,
    "owner_uid": None,
    "weights": [[[1, 65535]], [[0, 65535]]],
    "bonds": [[], []],
    "kappa": 32767,
    "bonds_penalty": 0,
    "bonds_moving_average": "900000",
    "liquid_alpha": False,
    "alpha_low": 45875,
    "alpha_high": 58982,
    "alpha_sigmoid_steepness": 1000,
    "yuma3": False,
    "commit_reveal": False,
    "reveal_period": "1",
    "epoch_index": "100",
    "epoch_due": False,
    "weight_commits": [],
    "timelocked_commits": [],
    "rao_emission": "1000000000",
}


@pytest.fixture(scope="module", params=["exact", "numpy"])
def server(request: pytest.FixtureRequest) -> Server:
    return Server(request.param)


def ask(server: Server, method: str, **fields: Any) -> Any:
    """Return the response to one request, checked against the protocol and the number sent."""
    response = json.loads(json.dumps(server.answer({"seq": 5, "method": method, **fields})))
    assert problem(method, response) == ""
    assert response["seq"] == 5
    return response


def raw(server: Server, *cases: Any) -> list[Any]:
    return list(ask(server, "raw", cases=list(cases))["results"])


def test_hello_says_what_is_offered(server: Server) -> None:
    """hello names the path, the protocol's version and the functions."""
    response = ask(server, "hello", protocol=[1, 2], suite="9")
    assert response["implementation"]["name"] == f"subtensor-spec {server.name}"
    assert takes(response["capabilities"]["functions"], "i32f32.saturating_mul")
    assert response["capabilities"]["revisions"] == ["r425", "r432", "r440", "r441", "r446"]


def test_hello_in_an_unknown_version_is_refused(server: Server) -> None:
    """An offer without version 1 is an error of the request."""
    assert ask(server, "hello", protocol=[2])["error"]["where"] == "protocol"
    assert ask(server, "hello")["protocol"] == 1


def test_raw_takes_captured_and_published_names(server: Server) -> None:
    """raw answers in the dialect of captured answers under either name."""
    assert raw(server, MUL, MUL | {"f": "i32f32.saturating_mul"}) == [MUL_ANSWER] * 2


def test_raw_keeps_the_order_of_mixed_functions(server: Server) -> None:
    """Grouping by function does not show: results come in the order of the cases."""
    add = {"id": "a", "f": "fx.I32F32.saturating_add", "a": ["1", "2"]}
    unknown = {"id": "u", "f": "no.such", "a": []}
    three = {"id": "a", "r": "3"}
    answers = raw(server, MUL, add, unknown, MUL, add)
    assert answers == [MUL_ANSWER, three, {"id": "u", "unsupported": True}, MUL_ANSWER, three]


def test_nothing_and_panic(server: Server) -> None:
    """A checked division by zero gives null, a saturating one panics; each row of a batch stands alone."""
    rows = [["6", "3"], ["6", "0"], ["6", "2"]]
    checked = [{"id": str(i), "f": "fx.I32F32.checked_div", "a": row} for i, row in enumerate(rows)]
    saturating = [{"id": str(i), "f": "fx.I32F32.saturating_div", "a": row} for i, row in enumerate(rows)]
    two, three = str(2 * 2**32), str(3 * 2**32)
    assert raw(server, *checked) == [{"id": "0", "r": two}, {"id": "1", "r": None}, {"id": "2", "r": three}]
    assert raw(server, *saturating) == [{"id": "0", "r": two}, {"id": "1", "panic": True}, {"id": "2", "r": three}]


def test_arith_gives_outcomes(server: Server) -> None:
    """arith answers [id, outcome] in the order of the rows."""
    rows = [["x", ["6442450944", "-1"]], ["y", ["0", "0"]], ["z", ["1"]]]
    results = ask(server, "arith", revision="r425", function="i32f32.saturating_mul", rows=rows)["results"]
    assert results[:2] == [["x", {"ok": "-2"}], ["y", {"ok": "0"}]]
    assert results[2][1]["error"]["where"] == "arguments"
    results = ask(server, "arith", revision="r425", function="i32f32.checked_div", rows=[["x", ["1", "0"]]])["results"]
    assert results == [["x", {"none": True}]]


def test_arith_of_an_unknown_function_is_unsupported(server: Server) -> None:
    """Each row of a function that is not specified is answered so."""
    results = ask(server, "arith", revision="r425", function="no.such", rows=[["x", []], ["y", []]])["results"]
    assert results == [["x", {"unsupported": True}], ["y", {"unsupported": True}]]


@pytest.mark.parametrize("revision", ["r1", None, 425, ["r425"]])
def test_an_unknown_revision_is_an_error(server: Server, revision: Any) -> None:
    """A revision that is not known is an error of the request, never an answer."""
    for method, fields in {"arith": {"function": "i32f32.add", "rows": []}, "epoch": {"cases": []}}.items():
        assert ask(server, method, revision=revision, **fields)["error"]["where"] == "revision"
    assert ask(server, "raw", revision=revision, cases=[])["error"]["where"] == "revision"


@pytest.mark.parametrize(
    ("case", "where"),
    [
        ({"id": "x", "a": []}, "f"),
        ({"id": "x", "f": "fx.I32F32.abs"}, "a"),
        ({"id": "x", "f": 5, "a": []}, "f"),
        ({"id": "x", "f": ["fx.I32F32.abs"], "a": []}, "f"),
        ({"id": "x", "f": "fx.I32F32.abs", "a": "1"}, "arguments"),
        ({"id": "x", "f": "fx.I32F32.abs", "a": ["1", "2"]}, "arguments"),
        ({"id": "x", "f": "fx.I32F32.abs", "a": ["1.5"]}, ""),
        ({"id": "x", "f": "fx.I32F32.abs", "a": [1.5]}, ""),
        ({"id": "x", "f": "fx.I32F32.abs", "a": [None]}, ""),
        ({"id": "x", "f": "fx.I32F32.abs", "a": [True]}, ""),
        ({"id": "x", "f": "fx.I32F32.abs", "a": ["9223372036854775808"]}, ""),
        ({"id": "x", "f": "fx.I32F32.abs", "a": ["9" * 10_000]}, ""),
        ({"id": "x", "f": "epoch.sparse", "a": []}, "arguments"),
        ({"id": "x", "f": "epoch.sparse", "a": [5]}, ""),
        ({"id": "x", "f": "epoch.persist", "a": [EPOCH_INPUT | {"alpha_stake": ["-1", "0"]}]}, "alpha_stake[0]"),
        ({"id": "x", "f": "epoch.sparse", "a": [EPOCH_INPUT | {"weights": [[[0, 65536]], []]}]}, "weights[0][0][1]"),
    ],
)
def test_a_bad_case_is_an_error_of_its_own(server: Server, case: Any, where: str) -> None:
    """What is wrong with a case is said under its id, with the place; its neighbours are answered."""
    before, bad, after = raw(server, MUL, case, MUL)
    assert before == after == MUL_ANSWER
    assert bad["id"] == "x"
    assert "internal" not in bad["error"]["what"]
    assert "\n" not in bad["error"]["what"]
    if where:
        assert bad["error"]["where"] == where


@pytest.mark.parametrize("case", [None, 5, "x", [], {}, {"id": {}}, {"id": 1.5, "f": "fx.I32F32.abs", "a": ["1"]}])
def test_a_case_without_an_id_is_answered_with_null(server: Server, case: Any) -> None:
    """A case that cannot be named still has its line in the results."""
    before, bad, after = raw(server, MUL, case, MUL)
    assert before == after == MUL_ANSWER
    assert bad["id"] is None


@pytest.mark.parametrize(
    ("request_", "where"),
    [
        (5, ""),
        ([], ""),
        ({}, "seq"),
        ({"seq": "1", "method": "bye"}, "seq"),
        ({"seq": True, "method": "bye"}, "seq"),
        ({"seq": 1}, "method"),
        ({"seq": 1, "method": 3}, "method"),
        ({"seq": 1, "method": "raw"}, "cases"),
        ({"seq": 1, "method": "raw", "cases": {}}, "cases"),
        ({"seq": 1, "method": "arith", "revision": "r425", "rows": []}, "function"),
        ({"seq": 1, "method": "arith", "revision": "r425", "function": "i32f32.add"}, "rows"),
        ({"seq": 1, "method": "arith", "revision": "r425", "function": "i32f32.add", "rows": [[1, []]]}, "rows[0]"),
        ({"seq": 1, "method": "epoch", "revision": "r425", "stages": "yes", "cases": []}, "stages"),
        ({"seq": 1, "method": "epoch", "revision": "r425"}, "cases"),
    ],
)
def test_a_bad_request_is_an_error(server: Server, request_: Any, where: str) -> None:
    """A request that cannot be read is answered as a whole, with its number if it has one."""
    response = server.answer(request_)
    assert response["error"]["where"] == where
    has_number = isinstance(request_, dict) and request_.get("seq") == 1 and where != "seq"
    assert response["seq"] == (1 if has_number else None)


@pytest.mark.parametrize("method", ["law", "dance"])
def test_what_is_not_there_is_unsupported(server: Server, method: str) -> None:
    """A method that the paths do not have is answered with unsupported."""
    assert server.answer({"seq": 3, "method": method}) == {"seq": 3, "unsupported": True}


def test_unknown_fields_are_ignored(server: Server) -> None:
    """A field of a later version of the protocol changes nothing."""
    assert ask(server, "raw", cases=[MUL | {"note": 1}], colour="red")["results"] == [MUL_ANSWER]


def test_epoch_gives_terms_storage_and_stages(server: Server) -> None:
    """epoch and raw tell the same; stages come when they are asked for, in the order of the epoch."""
    cases = [{"id": "e", "input": EPOCH_INPUT}, {"id": "bad", "input": EPOCH_INPUT | {"n": -1}}, {"id": "none"}]
    good, bad, none = ask(server, "epoch", revision="r425", stages=True, cases=cases)["results"]
    terms, persisted = raw(
        server, *({"id": "e", "f": f"epoch.{kind}", "a": [EPOCH_INPUT]} for kind in ("sparse", "persist"))
    )
    assert good["output"] == {"terms": terms["r"], "persisted": persisted["r"]}
    assert list(good["stages"]).index("consensus") < list(good["stages"]).index("dividends")
    assert bad["error"]["where"] == "n"
    assert none["error"]["where"] == "input"
    (plain,) = ask(server, "epoch", revision="r425", cases=cases[:1])["results"]
    assert plain == {"id": "e", "output": good["output"]}


def test_a_huge_batch_is_answered_in_full(server: Server) -> None:
    """Twenty thousand cases in one request have twenty thousand results, each its own."""
    cases = [{"id": str(i), "f": "fx.I32F32.saturating_add", "a": [str(i), "1"]} for i in range(20_000)]
    assert raw(server, *cases) == [{"id": str(i), "r": str(i + 1)} for i in range(20_000)]


def conversation(*lines: bytes) -> list[Any]:
    """Return the responses of the exact path to some lines."""
    output = io.BytesIO()
    serve(Server("exact"), io.BytesIO(b"".join(lines)), output)
    return [json.loads(line) for line in output.getvalue().splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense\n",
        b"{\n",
        b'{"seq":1,"method":"raw","cases":[\n',
        b"\xff\xfe\x00\n",
        b"NaN\n",
        b'{"seq": Infinity}\n',
        b"[" * 100_000 + b"\n",
        b"1" * 10_000 + b"\n",
        b'"\\ud800"\n',
    ],
)
def test_a_malformed_line_is_answered_and_survived(line: bytes) -> None:
    """A line that is no request has an answer of its own; the next request is served as if nothing had been."""
    bad, good = conversation(line, json.dumps({"seq": 7, "method": "raw", "cases": [MUL]}).encode() + b"\n")
    assert bad["seq"] is None
    assert bad["error"]["what"]
    assert good == {"seq": 7, "results": [MUL_ANSWER]}


def test_the_last_line_needs_no_line_feed_and_empty_lines_are_no_requests() -> None:
    """The end of input ends the server; blank lines say nothing."""
    assert conversation(b"\n", json.dumps(HELLO).encode(), b"\n\n \n", b'{"seq":1,"method":"bye"}')[-1] == {"seq": 1}


def test_nothing_is_answered_after_bye() -> None:
    """bye is answered, and is the end."""
    assert conversation(b'{"seq":1,"method":"bye"}\n', json.dumps(HELLO).encode()) == [{"seq": 1}]


@pytest.mark.parametrize("path", ["exact", "numpy"])
def test_the_command_serves_a_pipe(path: str) -> None:
    """``adapter PATH`` speaks the protocol on its standard input and output, and writes no traceback."""
    lines = [HELLO, {"seq": 1, "method": "raw", "cases": [MUL]}, {"seq": 2, "method": "bye"}]
    done = subprocess.run(
        [sys.executable, "-m", "subtensor_conformance", "adapter", path],
        input="nonsense\n" + "".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    responses = [json.loads(line) for line in done.stdout.splitlines()]
    assert [response["seq"] for response in responses] == [None, 0, 1, 2]
    assert responses[2]["results"] == [MUL_ANSWER]
    assert done.stderr == ""


def test_requests_that_arrive_together_are_answered_in_order_and_by_themselves() -> None:
    """Raw requests answered in one go have each their own number and results, whatever stands between them."""
    lines = [{"seq": n, "method": "raw", "cases": [MUL | {"id": str(k)} for k in range(n % 4)]} for n in range(40)]
    lines[7]["cases"] = [5, MUL | {"f": "no.such"}]
    lines[8]["cases"] = {}
    lines[9]["revision"] = "r1"
    lines[10]["seq"] = None
    lines[11] = {"seq": 11, "method": "dance"}
    together = conversation(*(json.dumps(line).encode() + b"\n" for line in lines))
    one_by_one = [Server("exact").answer(line) for line in lines]
    assert together == json.loads(json.dumps(one_by_one))


@pytest.mark.parametrize("path", ["exact", "numpy"])
def test_a_client_that_waits_is_answered_at_once(path: str) -> None:
    """The server never waits for a second request before it answers the first."""
    program = Program([sys.executable, "-m", "subtensor_conformance", "adapter", path])
    try:
        for number in range(5):
            response = program.exchange({"seq": number, "method": "raw", "cases": [MUL] * number}, 20.0)
            assert response == {"seq": number, "results": [MUL_ANSWER] * number}
    finally:
        program.kill()


def test_a_line_longer_than_what_is_read_at_once_is_one_request() -> None:
    """A request of several megabytes arrives in many pieces and is answered once."""
    add = {"id": "x" * 100, "f": "fx.I32F32.saturating_add", "a": ["1", "2"]}
    line = json.dumps({"seq": 1, "method": "raw", "cases": [add] * 20_000}).encode() + b"\n"
    assert len(line) > 2 * READ_AHEAD
    (response,) = conversation(line)
    assert response["results"] == [{"id": "x" * 100, "r": "3"}] * 20_000
