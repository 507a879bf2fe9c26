"""``subtensor-spec state`` and ``metadata``: what people have is read, and what is wrong is one line."""

import gzip
import json
import lzma
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_spec.chain.items.balances import Number
from subtensor_spec.chain.items.emission import RecycleOrBurn
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.chain.items.staking import Owner
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chain.unreachable import UNREACHABLE
from subtensor_spec.wire.metadata.compare import Status, compared
from subtensor_spec.wire.metadata.runtime import Pallet, Runtime

METADATA = Path(__file__).parents[2] / "data" / "metadata-r425.scale.xz"
TAO_1 = "0x" + SubnetTAO.raw_key((NetUid(1),)).hex()
TAO_2 = "0x" + SubnetTAO.raw_key((NetUid(2),)).hex()
OWNER = "0x" + Owner.raw_key((AccountId(bytes(32)),)).hex()
RECYCLE = "0x" + RecycleOrBurn.raw_key((NetUid(1),)).hex()
NUMBER = "0x" + Number.raw_key(()).hex()
UNKNOWN = "0x" + "ab" * 40
FIVE = "0x0500000000000000"
PAIRS = [[TAO_1, FIVE], [UNKNOWN, "0x00"]]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["state", *map(str, arguments)])


def write(directory: Path, form: Any, name: str = "state.json") -> Path:
    file = directory / name
    file.write_text(form if isinstance(form, str) else json.dumps(form))
    return file


@pytest.mark.parametrize(
    "form",
    [
        PAIRS,
        dict(PAIRS),
        {"jsonrpc": "2.0", "id": 1, "result": PAIRS},
        {"jsonrpc": "2.0", "id": 1, "result": [{"block": "0x01", "changes": [*PAIRS, [TAO_2, None]]}]},
        [{"block": "0x01", "changes": [[TAO_1, "0x01"]]}, {"block": "0x02", "changes": PAIRS}],
        {"SubtensorModule.SubnetTAO": [[[1], "5"]], "raw": [[UNKNOWN, "0x00"]]},
    ],
)
def test_every_form_that_people_have_is_the_same_state(tmp_path: Path, form: Any) -> None:
    digest = run("digest", write(tmp_path, PAIRS, "pairs.json")).output
    assert run("digest", write(tmp_path, form)).output == digest


def test_compressed_files_are_read(tmp_path: Path) -> None:
    text = json.dumps(PAIRS).encode()
    digest = run("digest", write(tmp_path, PAIRS)).output
    for name, packed in (("a.gz", gzip.compress(text)), ("a.xz", lzma.compress(text))):
        (tmp_path / name).write_bytes(packed)
        assert run("digest", tmp_path / name).output == digest


def test_import_counts_what_it_does_not_know_and_loses_nothing(tmp_path: Path) -> None:
    output = tmp_path / "typed.json"
    result = run("import", write(tmp_path, PAIRS), "--json", "-o", output)
    told = json.loads(result.output)
    assert (told["entries"], told["specified"], told["carried"]) == (2, 1, {"0x" + "ab" * 16: 1})
    assert json.loads(output.read_text()) == {"SubtensorModule.SubnetTAO": [[[1], "5"]], "raw": [[UNKNOWN, "0x00"]]}
    assert json.loads(run("export", output, "--form", "raw").output) == sorted(PAIRS)


def test_show_finds_entries_by_their_first_keys(tmp_path: Path) -> None:
    file = write(tmp_path, [*PAIRS, [OWNER, "0x" + "11" * 32]])
    item = "SubtensorModule.SubnetTAO"
    assert run("show", file, item).output == "1: 5\n"
    assert run("show", file, item, "2").output == f"no entry; {item} reads as 0\n"
    account = "5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM"
    for spelling in (account, "0x" + "00" * 32):
        assert ("11" * 32) in run("show", file, "SubtensorModule.Owner", spelling).output


def test_diff_names_entries_and_says_so_by_its_status(tmp_path: Path) -> None:
    after = write(tmp_path, [[TAO_2, FIVE], [UNKNOWN, "0x01"]], "after.json")
    result = run("diff", write(tmp_path, PAIRS), after)
    assert result.exit_code == 1
    assert "SubtensorModule.SubnetTAO[1]: 5 → no entry" in result.output
    assert "SubtensorModule.SubnetTAO[2]: no entry → 5" in result.output
    assert "3 entries differ" in result.output
    assert run("diff", after, after).exit_code == 0


BAD = [
    ("", "is no JSON"),
    ("{", "is no JSON"),
    ("3", "holds neither pairs"),
    ('"0x"', "holds neither pairs"),
    ("[3]", "entry 0 is no pair"),
    ('[["0x00"]]', "entry 0 is no pair"),
    ('[["00", "0x00"]]', "is not 0x and hex digits"),
    ('[["0x0", "0x00"]]', "is not 0x and hex digits"),
    ('[["0xzz", "0x00"]]', "is not 0x and hex digits"),
    ('[["0x00", 3]]', "is not 0x and hex digits"),
    ('[["0x00", "0x00"], ["0x00", "0x01"]]', "stands twice"),
    ('{"error": {"code": 1}}', "holds an error of the node"),
    (json.dumps([[TAO_1, "0x05"]]), "u64 ends after 1 of 8 bytes"),
    (json.dumps([[TAO_1, FIVE + "00"]]), "1 bytes too many for u64"),
    (json.dumps([[TAO_1[:-2], FIVE]]), "u16 ends after 1 of 2 bytes"),
    (json.dumps([[TAO_1 + "00", FIVE]]), "1 bytes too many for a key"),
    (json.dumps([[OWNER[:-1] + "1", "0x" + "00" * 32]]), "is not its Blake2_128Concat"),
    (json.dumps([[OWNER, "0x00"]]), "AccountId32 ends after 1 of 32 bytes"),
    (json.dumps([[RECYCLE, "0x07"]]), "RecycleOrBurnEnum has no variant 7"),
    (json.dumps([[NUMBER, "0x00"]]), "u32 ends after 1 of 4 bytes"),
    ('{"SubtensorModule.SubnetTA": [[[1], "5"]]}', "did you mean SubtensorModule.SubnetTAO"),
    ('{"SubtensorModule.SubnetTAO": [[[1], 5]]}', "5 is no canonical decimal string"),
    ('{"SubtensorModule.SubnetTAO": [[[1], "05"]]}', "no canonical decimal string"),
    ('{"SubtensorModule.SubnetTAO": [[[1], "18446744073709551616"]]}', "outside the range of u64"),
    ('{"SubtensorModule.SubnetTAO": [[["1"], "5"]]}', "is no JSON integer"),
    ('{"SubtensorModule.SubnetTAO": [[[], "5"]]}', "takes 1 keys, not 0"),
    ('{"SubtensorModule.SubnetTAO": [[[1], "5"], [[1], "6"]]}', "its key stands twice"),
    ('{"SubtensorModule.RecycleOrBurn": [[[1], "Bury"]]}', "is no RecycleOrBurnEnum"),
    ('{"SubtensorModule.Owner": [[["0x00"], "0x00"]]}', "1 bytes are no AccountId32"),
]


@pytest.mark.parametrize(("text", "words"), BAD)
def test_what_is_wrong_is_one_line(tmp_path: Path, text: str, words: str) -> None:
    result = run("import", write(tmp_path, text))
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1
    assert words in result.output


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\xff\xfe", "is no text"), (b"\x1f\x8b\x08", "is compressed and"), (b"\xfd7zXZ\x00\x01", "is compressed and")],
)
def test_files_that_are_no_text_are_one_line(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "binary"
    file.write_bytes(data)
    result = run("import", file)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert words in result.output


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    assert "cannot be read" in run("digest", tmp_path / "none").output


def test_an_item_that_is_not_there_is_named_with_its_neighbours(tmp_path: Path) -> None:
    result = run("show", write(tmp_path, PAIRS), "SubtensorModule.SubnetTa")
    assert "did you mean SubtensorModule.SubnetTAO" in result.output


@pytest.mark.parametrize("key", ["x", "70000", "-1", "0x01"])
def test_a_key_that_is_none_is_one_line(tmp_path: Path, key: str) -> None:
    result = run("show", write(tmp_path, PAIRS), "SubtensorModule.SubnetTAO", "--", key)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)


def metadata(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["metadata", *map(str, arguments)])


def test_nothing_of_this_revision_is_unaccounted_for() -> None:
    result = metadata(METADATA, "--json")
    assert json.loads(result.output)["findings"] == []
    assert result.exit_code == 0


def test_errors_and_events_that_nothing_produces_are_counted_and_listed_with_the_reason() -> None:
    result = json.loads(metadata(METADATA, "--json", "--all").output)
    listed: dict[str, dict[str, str]] = {kind: {} for kind in UNREACHABLE}
    for finding in result["findings"]:
        if finding["status"] == "unreachable":
            listed[finding["kind"]][finding["name"]] = finding["detail"]
    assert listed == UNREACHABLE
    for kind, reasons in UNREACHABLE.items():
        assert f"{len(reasons)} unreachable" in next(
            line for line in metadata(METADATA).output.splitlines() if line.startswith(f"{kind}: ")
        )


def test_an_unreachable_error_that_changed_is_said_to_have_changed() -> None:
    runtime = Runtime(441, {"SubtensorModule": Pallet({}, errors={"NotRootSubnet": 200})})
    changed = {finding.name: finding.status for finding in compared(runtime) if finding.status is not Status.GONE}
    assert changed == {"SubtensorModule.NotRootSubnet": Status.CHANGED}


def test_a_runtime_in_hex_is_the_same(tmp_path: Path) -> None:
    hexadecimal = "0x" + lzma.decompress(METADATA.read_bytes()).hex()
    for form in (hexadecimal, {"jsonrpc": "2.0", "result": hexadecimal}):
        assert metadata(write(tmp_path, form)).exit_code == 0


def table(**items: dict[str, Any]) -> dict[str, Any]:
    return {"spec_version": "441", "pallets": {"SubtensorModule": items}}


def entry(value: str, default: str, **more: Any) -> dict[str, Any]:
    return {"modifier": "Default", "kind": "Plain", "value": value, "default": default, **more}


def test_what_changed_is_named(tmp_path: Path) -> None:
    items = {
        "TaoWeight": entry("u32", "0x00000000"),
        "TotalStake": entry("TaoBalance", "0x0100000000000000"),
        "SubnetTAO": entry("TaoBalance", "0x0000000000000000", hashers=["Twox64Concat"], key="NetUid"),
        "BasketRate": entry("FixedU128<frac_bits=64>", "0x" + "00" * 16),
    }
    output = metadata(write(tmp_path, table(**items))).output
    assert "changed      storage  SubtensorModule.TaoWeight: value u64 → u32; default 0xfc62" in output
    assert "SubtensorModule.TotalStake: default 0x0000000000000000 → 0x0100000000000000" in output
    assert "SubtensorModule.SubnetTAO: hashers (Identity) → (Twox64Concat)" in output
    assert "new          storage  SubtensorModule.BasketRate" in output
    assert "gone         storage  SubtensorModule.SubnetAlphaIn" in output
    assert "Swap.FeeRate" not in output


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "neither SCALE metadata nor JSON"),
        (b"meta\x0d", "metadata of version 13, not 14"),
        (b"meta", "metadata of version ?, not 14"),
        (b"meta\x0e\x04", "ends after"),
        (b"[]", "has no `pallets`"),
        (b'{"pallets": [3], "types": []}', "no metadata that can be read"),
        (b'"0x00"', "does not begin with `meta`"),
        (b"0xzz", "is not 0x and hex digits"),
    ],
)
def test_metadata_that_is_none_is_one_line(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "metadata"
    file.write_bytes(data)
    result = metadata(file)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert words in result.output
