"""The site's own Sphinx extension: rules, worked stages, computed values and traceability tables."""

from typing import Any

from sphinx.application import Sphinx

from subtensor_site import (
    chapters,
    checks,
    commands,
    computed,
    divergences,
    domain,
    epoch_input,
    faults,
    figures,
    functions,
    index_of_rules,
    items,
    laws,
    proofs,
    real_faults,
    registry,
    revisions,
    rules,
    scope,
    sessions,
    settings,
    stages,
    traceability,
    vectors,
)

PARTS = (
    domain, rules, index_of_rules, items, chapters, stages, vectors, computed, commands, scope, sessions, settings,
    divergences, epoch_input, figures, functions, laws, traceability, faults, real_faults, proofs, revisions, checks,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the domain, directives, roles and build-time checks."""
    app.connect("builder-inited", registry.load)
    for part in PARTS:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
