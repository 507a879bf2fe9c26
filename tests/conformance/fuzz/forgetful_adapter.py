"""An adapter with one mistake that no single call shows: alpha burned before is forgotten when more is burned."""

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

complete_registry()  # so that no module works out its constants with the fault
all_functions()
with planted(FORGETFUL):
    main(["adapter", "exact"])
