"""An adapter that answers every row with its first argument, as plainly as Python can."""

import json
import sys

HELLO = {
    "protocol": 1,
    "implementation": {"name": "echo", "version": "1", "language": "python"},
    "capabilities": {"kinds": ["arith"], "functions": ["*"], "revisions": ["r425"], "batch_max": 512},
}

for line in sys.stdin:
    request = json.loads(line)
    body = HELLO if request["method"] == "hello" else {}
    if request["method"] == "arith":
        body = {"results": [[identifier, {"ok": arguments[0]}] for identifier, arguments in request["rows"]]}
    print(json.dumps({"seq": request["seq"], **body}, separators=(",", ":")), flush=True)
