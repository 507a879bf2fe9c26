"""``subtensor-spec metadata`` on a newer runtime: behind what changed stand the rules to look at again."""

import json
from pathlib import Path

from click.testing import CliRunner

from subtensor_conformance.cli import main
from subtensor_spec.chain.items.emission import RootProp
from subtensor_spec.chain.items.pools import SubnetTAO
from subtensor_spec.explain.affected import rules_by_item

NEWER = Path(__file__).parents[2] / "data" / "storage-metadata-spec441.json.xz"


def test_rules_are_found_by_the_items_that_they_name() -> None:
    assert rules_by_item()[RootProp.full_name] == ("EMI-root/record",)
    assert {"EMI-root/proportion", "AMM-state/price", "REV-inject/reserves"} <= set(
        rules_by_item()[SubnetTAO.full_name]
    )


def test_a_newer_runtime_names_the_rules_of_what_changed() -> None:
    result = CliRunner().invoke(main, ["metadata", str(NEWER), "--json"])
    assert result.exit_code == 1
    findings = {finding["name"]: finding for finding in json.loads(result.output)["findings"]}
    assert findings["SubtensorModule.Delegates"]["status"] == "changed"
    assert {"STK-take/rate", "STW-take/decrease"} <= set(findings["SubtensorModule.Delegates"]["rules"])
    assert findings["SubtensorModule.NumRootClaim"]["status"] == "gone"
    assert "rules" not in findings["SubtensorModule.BasketShares"]


def test_items_that_are_specified_of_later_revisions_are_covered() -> None:
    result = CliRunner().invoke(main, ["metadata", str(NEWER), "--all", "--json"])
    status = {finding["name"]: finding["status"] for finding in json.loads(result.output)["findings"]}
    assert status["SubtensorModule.EmissionGateBar"] == status["Swap.BalancerTaoReservoir"] == "covered"
