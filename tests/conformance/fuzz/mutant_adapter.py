"""An adapter with one known mistake: the exact path, with the mutant planted that its argument names."""

import sys

from subtensor_conformance.cli import main
from subtensor_conformance.functions import all_functions
from subtensor_conformance.mutants.catalogue import all_mutants
from subtensor_conformance.mutants.planting import planted
from subtensor_spec.catalogue import complete_registry

complete_registry()  # so that no module works out its constants with the fault
all_functions()
with planted(all_mutants()[sys.argv[1]]):
    main(["adapter", "exact"])
