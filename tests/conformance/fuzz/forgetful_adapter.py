"""An adapter with one mistake that no single call shows: alpha burned before is forgotten when more is burned."""

import sys
from typing import Any

from subtensor_conformance.adapters.server import Server
from subtensor_conformance.cli import main
from subtensor_conformance.functions import all_functions
from subtensor_conformance.mutants.mutant import Mutant
from subtensor_conformance.mutants.planting import planted
from subtensor_spec.catalogue import complete_registry

FORGETFUL = Mutant(
    "burned-forgotten",
    "ISS-alpha/burn",
    "saturating_add(AlphaBurned.get(state, netuid), amount)",
    "amount",
    "Alpha burned before is forgotten.",
)

if sys.argv[1:] == ["calls"]:
    plain = Server._hello

    def hello(self: Server, request: dict[str, Any]) -> dict[str, Any]:
        """Greet as an adapter for one call alone does."""
        message = plain(self, request)
        message["capabilities"] |= {"kinds": ["op"], "calls": ["SubtensorModule.burn_alpha"]}
        return message

    Server._hello = hello  # type: ignore[method-assign]

complete_registry()  # so that no module works out its constants with the fault
all_functions()
with planted(FORGETFUL):
    main(["adapter", "exact"])
