"""What makes the build fail: a rule shown never or twice, a rule without a vector, a vector of an unknown rule."""

from collections.abc import Iterator

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from subtensor_site import registry

logger = logging.getLogger(__name__)


def complaints(shown: dict[str, list[tuple[str, str]]]) -> Iterator[str]:
    """Yield one line for each break in the chain from rule to page to vector."""
    known = registry.rules()
    for identifier in known:
        places = shown.get(identifier, [])
        if not places:
            yield f"rule {identifier} is shown on no page"
        elif len(places) > 1:
            yield f"rule {identifier} is shown {len(places)} times: {', '.join(place[1] for place in places)}"
        if not registry.vectors_by_evidence(identifier):
            yield f"rule {identifier} has no vector"
    for identifier in sorted(registry.rules_of_vectors() - known.keys()):
        yield f"a vector names the unknown rule {identifier}"


def check_consistency(_app: Sphinx, env: BuildEnvironment) -> None:
    """Turn each complaint into a warning, which the build treats as an error."""
    for line in complaints(env.get_domain("spec").data["rules"]):
        logger.warning(line)


def setup(app: Sphinx) -> None:
    """Run the checks once all pages are read."""
    app.connect("env-check-consistency", check_consistency)
