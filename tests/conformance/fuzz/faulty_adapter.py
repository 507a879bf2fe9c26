"""An adapter that adds, and misbehaves where an operand is above 1000: its argument says how."""

import json
import sys
import time
from typing import Any

OFFERED = {
    "kinds": ["arith"],
    "functions": ["i32f32.saturating_add"],
    "revisions": ["r425"],
    "stages": False,
    "batch_max": 64,
}
fault = sys.argv[1]
wrong_answers = 0


def answer(arguments: list[str]) -> dict[str, Any]:
    global wrong_answers
    left, right = map(int, arguments)
    if max(left, right) > 1000:
        if fault == "dies":
            sys.exit(3)
        if fault == "hangs":
            time.sleep(3600)
        wrong_answers += 1
        if wrong_answers % 3 == 1:
            return {"ok": "0" if left + right else "1"}
    return {"ok": str(min(max(left + right, -(2**63)), 2**63 - 1))}


for line in sys.stdin:
    request = json.loads(line)
    response: dict[str, Any] = {"seq": request["seq"]}
    if request["method"] == "hello":
        response |= {"protocol": 1, "implementation": {"name": "faulty", "version": "1"}, "capabilities": OFFERED}
    elif request["method"] == "arith":
        response["results"] = [[identifier, answer(arguments)] for identifier, arguments in request["rows"]]
    print(json.dumps(response), flush=True)
    if request["method"] == "bye":
        break
