"""A member that stands twice in an object is refused wherever JSON is read from outside."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from subtensor_conformance.cli import main
from subtensor_conformance.protocol.lines import Malformed, decode_line
from subtensor_conformance.vectors import documents
from subtensor_spec.cli.epoch_source import read_json as read_epoch
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.chain_script import read_script
from subtensor_spec.wire.state.files import read_json as read_state

TWICE = '[{"kind": "arith", "b": {"id": 1, "id": 1}}]'
WHAT = 'the member "id" twice'


def test_on_the_wire() -> None:
    """Of two answers to one case neither counts."""
    with pytest.raises(Malformed, match=WHAT):
        decode_line(TWICE.encode())
    assert decode_line(b'{"a": {"a": {}}, "b": {"a": 1}}') == {"a": {"a": {}}, "b": {"a": 1}}


def test_in_files(tmp_path: Path) -> None:
    """Vectors, reports, lists of known failures, epochs and states."""
    path = tmp_path / "file.json"
    path.write_text(TWICE)
    for read in (documents.read, read_state, lambda path: read_epoch(str(path))):
        with pytest.raises(InvalidInput, match=WHAT) as caught:
            read(path)
        assert str(path) in str(caught.value)
    with pytest.raises(InvalidInput, match=WHAT):
        read_script(TWICE, "script")
    known = tmp_path / "known.json"
    known.write_text('{"format": 1, "known": [{"id": "arith/*", "id": "epoch/*", "reason": "issue 12"}]}')
    result = CliRunner().invoke(main, ["conform", "--id", "epoch/plain/*", "--known", str(known)])
    assert (result.exit_code, WHAT in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("vectors", "list", "--rule", "FX-mul/flor"), "--rule: FX-mul/flor matches nothing; near it"),
        (("vectors", "list", "--kind", "dance"), "dance"),
        (("vectors", "list", "--id", "arith/i32f32/no/*"), "--id: arith/i32f32/no/* matches no vector"),
        (("vectors", "show", "arith/i32f32/saturating-mull"), "near it"),
        (("proofs", "--only", "nothing*"), "--only: nothing* matches nothing"),
        (("mutants", "--name", "no-such-mutant"), "no mutant is called no-such-mutant"),
        (
            ("fuzz", "--target", "numpy", "--function", "i32f32.mull"),
            "--function: i32f32.mull matches no function; near",
        ),
        (("fuzz", "--target", "numpy", "--except", "i32f33.*"), "--except: i32f33.* matches no function"),
    ],
)
def test_other_commands_refuse_what_matches_nothing_too(words: tuple[str, ...], complaint: str) -> None:
    """One line that names the option, the pattern and the nearest."""
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code in (1, 2)
    assert complaint in result.stderr
