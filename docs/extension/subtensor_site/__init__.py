"""The site's own Sphinx extension: rules, worked stages, computed values and traceability tables."""

from typing import Any

from sphinx.application import Sphinx

from subtensor_site import checks, commands, computed, figures, rules, stages, traceability


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the domain, directives, roles and build-time checks."""
    rules.setup(app)
    stages.setup(app)
    computed.setup(app)
    commands.setup(app)
    figures.setup(app)
    traceability.setup(app)
    checks.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
