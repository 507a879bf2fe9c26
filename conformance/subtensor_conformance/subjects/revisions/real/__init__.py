"""Raw storage of real blocks of the main network, read from the files beside."""

from functools import cache
from pathlib import Path

from subtensor_spec.wire.state.snapshots import Snapshot, read_snapshots

FOLDER = Path(__file__).parent
BLOCKS_441 = FOLDER / "finney-blocks-8765999-8766000-spec441.json.xz"
BLOCK_475 = FOLDER / "finney-block-9240878-spec475.json.xz"
BLOCK_348 = FOLDER / "finney-block-7000020-spec348.json.xz"
SUBNET_70 = FOLDER / "finney-sn70-blocks-9240222-9240582-spec475-excerpt.json.xz"


@cache
def blocks_441() -> tuple[Snapshot, Snapshot]:
    """Return the two successive blocks 8 765 999 and 8 766 000."""
    before, after = read_snapshots(BLOCKS_441)
    return before, after
