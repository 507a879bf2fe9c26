"""Where the published vectors lie: in the wheel beside the package, or in a checkout at its root."""

from pathlib import Path

from subtensor_spec.errors import InvalidInput

_PACKAGE = Path(__file__).resolve().parents[1]
INSTALLED = _PACKAGE / "published"
CHECKOUT = _PACKAGE.parents[1] / "vectors"


def published() -> Path:
    """Return the folder of the published vectors. Raises :class:`InvalidInput` if there is none."""
    for folder in (INSTALLED, CHECKOUT):
        if (folder / "MANIFEST.json").is_file():
            return folder
    raise InvalidInput(str(CHECKOUT), "holds no published vectors (MANIFEST.json is missing)")
