"""An adapter whose epochs are right but for what it says of one stage, the ranks."""

import io
import sys
from typing import Any

from subtensor_conformance.adapters.serve import serve
from subtensor_conformance.adapters.server import Server


class Spoiled(Server):
    """The exact path, with a bit too much in every rank."""

    def answer(self, request: Any) -> dict[str, Any]:
        """Answer as the exact path does, and change the ranks."""
        response = super().answer(request)
        for result in response.get("results", []):
            if "stages" in result:
                result["stages"]["ranks"] = [str(int(rank) + 1) for rank in result["stages"]["ranks"]]
        return response


serve(Spoiled("exact"), io.FileIO(sys.stdin.fileno(), closefd=False), sys.stdout.buffer)
