"""``subtensor-spec audit``: real blocks, what a call did to them, and what is wrong with a file in one line."""

import json
import lzma
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_conformance.subjects.revisions.real import BLOCK_348, BLOCK_475, BLOCKS_441, SUBNET_70
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut, SubnetTAO
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.swap.order import Buy, Order, Sell
from subtensor_spec.chapters.swap.pool import DYNAMIC, read_pool
from subtensor_spec.chapters.swap.swaps import price_limit, settled, swap
from subtensor_spec.wire.state.snapshots import read_snapshots

SHARES = "SubtensorModule.SubnetTaoInEmission + SubtensorModule.SubnetExcessTao"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["audit", *map(str, arguments)])


def found(*arguments: object) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code in (0, 1), result.output
    return dict(json.loads(result.output))


def unequal(form: dict[str, Any]) -> dict[str, int]:
    return {check["item"]: len(check["unequal"]) for check in form["checks"] if check["unequal"]}


def form() -> dict[str, Any]:
    return dict(json.loads(lzma.decompress(BLOCKS_441.read_bytes())))


def altered(directory: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    both = form()
    change(both)
    path = directory / "altered.json"
    path.write_text(json.dumps(both))
    return path


def test_a_real_block_is_what_its_revision_says_but_for_one_registration() -> None:
    """127 subnets; 8 766 000 sets the bar of the gate."""
    report = found(BLOCKS_441)
    assert set(report) == {"revision", "checks", "not_checked"}
    assert {name for check in report["checks"] for name in check} == {"rule", "item", "equal", "unequal"}
    assert report["revision"] == "r441"
    assert unequal(report) == {"SubtensorModule.SubnetTAO": 1, "SubtensorModule.SubnetAlphaIn": 1}
    counts = {check["item"]: check["equal"] for check in report["checks"]}
    assert counts["SubtensorModule.EmissionGateBar"] == 1
    names = ("SubnetMovingPrice", "RootProp", "SubnetProtocolAlpha", "SubnetAlphaOut", "SubnetAlphaOutEmission")
    assert {counts[f"SubtensorModule.{name}"] for name in names} == {127}
    assert counts[SHARES] == counts["Swap.SwapBalancer"] == counts["Swap.BalancerTaoReservoir"] == 127
    assert run(BLOCKS_441).exit_code == 1


def test_a_touched_pool_is_told_apart_and_explained() -> None:
    checks = {check["item"]: check for check in found(BLOCKS_441)["checks"]}
    (entry,) = checks["SubtensorModule.SubnetTAO"]["unequal"]
    assert (entry["key"], entry["chain"], entry["computed"]) == ([99], "832438229797", "832437730048")
    assert entry["explanation"] == (
        "a purchase of 500000 rao, fee 251, which bought 82224702 rao of alpha; the alpha was recycled, as a"
        " registration does"
    )


def test_by_the_rules_of_r425_exactly_shares_and_weights_differ() -> None:
    report = found(BLOCKS_441, "--revision", "r425")
    assert unequal(report) == {
        SHARES: 127 - 51,
        "Swap.SwapBalancer": 127 - 88,
        "SubtensorModule.SubnetTAO": 1,
        "SubtensorModule.SubnetAlphaIn": 1,
    }


def test_two_files_say_the_same_as_one(tmp_path: Path) -> None:
    both = form()
    paths = []
    for number, snapshot in enumerate(both["snapshots"]):
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_text(json.dumps({**both, "snapshots": [snapshot]}))
    assert found(*paths) == found(BLOCKS_441)


def test_raw_storage_in_the_forms_of_import_will_do(tmp_path: Path) -> None:
    """What a file of pairs does not have is not there, so that the chain's items count as unset."""
    paths = []
    for number, snapshot in enumerate(read_snapshots(BLOCKS_441)):
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_text(
            json.dumps([[f"0x{key.hex()}", f"0x{raw.hex()}"] for key, raw in snapshot.storage.items()])
        )
    assert "give --spec-version" in run(*paths).output
    report = found(*paths, "--spec-version", 441)
    assert report["revision"] == "r441"
    assert SHARES not in unequal(report)


def test_one_block_answers_what_the_chain_answered() -> None:
    report = found(BLOCK_475)
    assert unequal(report) == {}
    assert report["answers"]["subnet to prune"] == "92"
    assert report["answers"]["registration cost"] == "962887016780"
    assert {check["rule"] for check in report["checks"]} == {"ISS-emission/block", "NET-limit/prune", "NET-cost/lock"}
    assert run(BLOCK_475).exit_code == 0


def test_what_a_file_does_not_have_is_not_checked_and_said() -> None:
    report = found(SUBNET_70)
    assert report["checks"] == []
    assert any(line.startswith("pools: the files do not have") for line in report["not_checked"])


def traded(order: Order, fees: bool) -> Callable[[dict[str, Any]], None]:
    """The same block with one more swap in it, on subnet 5."""
    netuid = NetUid(5)

    def change(both: dict[str, Any]) -> None:
        after = State(read_snapshots(BLOCKS_441)[1].storage)
        pool = replace(read_pool(after, netuid), mechanism=DYNAMIC, initialised=True)
        pool = settled(pool, order, swap(pool, order, price_limit(order.default_limit), drop_fees=not fees))
        values = both["snapshots"][1]["storage_by_netuid"]
        bought = SubnetAlphaIn.get(after, netuid) - pool.alpha
        for item, value in (
            (SubnetTAO, pool.tao),
            (SubnetAlphaIn, pool.alpha),
            (SubnetAlphaOut, SubnetAlphaOut.get(after, netuid) + bought),
        ):
            values[item.full_name]["values"][5] = "0x" + value.to_bytes(8, "little").hex()

    return change


@pytest.mark.parametrize(
    ("order", "fees", "words"),
    [
        (Buy(TaoBalance(10**9)), True, "a purchase of 1000000000 rao, fee 503547"),
        (Buy(TaoBalance(10**9)), False, "a purchase of 1000503801 rao, fee 503801"),
        (Sell(AlphaBalance(10**12)), False, "a sale of 1000000000000 rao of alpha for 13551845473 rao, its fee"),
    ],
)
def test_a_trade_after_the_block_step_is_explained(tmp_path: Path, order: Order, fees: bool, words: str) -> None:
    """A purchase without a fee is one of a little more with it, when that fits."""
    checks = {check["item"]: check for check in found(altered(tmp_path, traded(order, fees)))["checks"]}
    (told,) = [entry for entry in checks["SubtensorModule.SubnetTAO"]["unequal"] if entry["key"] == [5]]
    assert told["explanation"].startswith(words), told["explanation"]
    assert [entry["key"] for entry in checks["SubtensorModule.SubnetAlphaOut"]["unequal"]] == [[5]]


def price(both: dict[str, Any]) -> None:
    both["snapshots"][1]["storage_by_netuid"]["SubtensorModule.SubnetMovingPrice"]["values"][3] = "0x" + "01" * 16


def test_a_value_that_is_wrong_is_one_unequal_entry(tmp_path: Path) -> None:
    report = found(altered(tmp_path, price))
    wrong = [check for check in report["checks"] if check["item"] == "SubtensorModule.SubnetMovingPrice"]
    assert [entry["key"] for entry in wrong[0]["unequal"]] == [[3]]


def without(item: str, snapshots: tuple[int, ...]) -> Callable[[dict[str, Any]], None]:
    def change(both: dict[str, Any]) -> None:
        for number in snapshots:
            both["snapshots"][number]["storage_by_netuid"].pop(item)

    return change


def version(both: dict[str, Any]) -> None:
    both["snapshots"][0]["spec_version"] = 999


def block(both: dict[str, Any]) -> None:
    both["snapshots"][1]["block"] += 1
    both["snapshots"][1]["storage"] = [row for row in both["snapshots"][1]["storage"] if row[0] != "System.Number"]


def number(both: dict[str, Any]) -> None:
    both["snapshots"][1]["block"] += 1


def key(both: dict[str, Any]) -> None:
    row = both["snapshots"][0]["storage"][0]
    row[2] = row[2][:-2] + "00"


def value(both: dict[str, Any]) -> None:
    both["snapshots"][0]["storage_by_netuid"]["SubtensorModule.SubnetTAO"]["values"][1] = "0x00"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without("SubtensorModule.MinerBurned", (1,)), "MinerBurned is missing, which the other block has"),
        (version, "999 is unknown; the last that is known is 475"),
        (block, "blocks are not successive: 8765999 and 8766001"),
        (number, "System.Number says 8766000 and not 8766001"),
        (key, "its key is not that of its item and arguments"),
        (value, "SubtensorModule.SubnetTAO"),
    ],
)
def test_what_is_wrong_with_a_file_is_one_line(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    result = run(altered(tmp_path, change))
    assert result.exit_code not in (0, 1) or "Error" in result.output
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_a_missing_item_leaves_the_checks_that_need_it(tmp_path: Path) -> None:
    report = found(altered(tmp_path, without("SubtensorModule.MinerBurned", (0, 1))))
    assert SHARES not in {check["item"] for check in report["checks"]}
    assert any("do not have SubtensorModule.MinerBurned" in line for line in report["not_checked"])


def test_a_file_with_a_byte_changed_is_one_line(tmp_path: Path) -> None:
    packed = bytearray(BLOCKS_441.read_bytes())
    packed[len(packed) // 2] ^= 1
    path = tmp_path / "broken.json.xz"
    path.write_bytes(packed)
    result = run(path)
    assert "is compressed and broken" in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_a_runtime_whose_rules_are_not_specified_is_one_line() -> None:
    assert "the rules of 348 are not specified" in run(BLOCK_348).output
