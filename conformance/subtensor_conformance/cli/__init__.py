"""The console command ``subtensor-spec``: a group whose commands are imported only when they run."""

from subtensor_conformance.cli.group import LazyGroup

SECTIONS = {
    "Calculators": {
        "halving": ("subtensor_spec.cli.halving", "When TAO emission halves, and what it is at an issuance."),
        "epoch": ("subtensor_spec.cli.epoch", "Run one epoch of Yuma Consensus and explain a neuron."),
        "quote": ("subtensor_spec.cli.quote", "Quote a stake or an unstake exactly."),
    },
    "Chain state": {
        "chain": ("subtensor_spec.cli.chain", "Run a chain of one's own, or one that tells a story."),
        "state": ("subtensor_spec.cli.state", "Read, show, compare and write a node's storage."),
        "audit": ("subtensor_spec.cli.audit", "Hold two real blocks against the rules that made them."),
        "revision": ("subtensor_spec.cli.revision", "Which rules held at a block or under a runtime."),
        "diff": ("subtensor_spec.cli.diff", "What changed between two revisions."),
        "replay": ("subtensor_conformance.cli.replay", "Take a chain again, and stop where it differs."),
        "metadata": ("subtensor_spec.cli.metadata", "Compare a runtime's metadata with this specification."),
        "laws": ("subtensor_conformance.cli.laws", "Hold the laws over chains against states and traces."),
    },
    "Check an implementation": {
        "conform": ("subtensor_conformance.cli.conform", "Hold an implementation against the vectors."),
        "fuzz": ("subtensor_conformance.cli.fuzz", "Look for inputs on which an implementation differs."),
        "report": ("subtensor_conformance.cli.report", "Merge and render the reports of runs."),
        "adapter": ("subtensor_conformance.cli.adapter", "Serve a built-in path over the adapter protocol."),
        "selftest": ("subtensor_conformance.cli.selftest", "Hold the runner itself against broken adapters."),
    },
    "Check this project": {
        "vectors": ("subtensor_conformance.cli.vectors", "Generate, verify, list and show the vectors."),
        "mutants": ("subtensor_conformance.cli.mutants", "Plant known mistakes and see which vectors notice."),
        "accuracy": ("subtensor_spec.cli.accuracy", "Measure exp, ln and others against true values."),
        "bench": ("subtensor_spec.cli.bench", "Time both paths in milliseconds and yardsticks."),
        "sources": ("subtensor_spec.cli.sources", "List rules whose production source has moved."),
        "proofs": ("subtensor_conformance.cli.proofs", "Run the formal checks of the arithmetic."),
    },
}
"""Every command: where its module is (it exports ``command``), and one line about it."""

main = LazyGroup("subtensor-spec", SECTIONS)
