"""An adapter in Python: five functions, and the loop that serves them.

Put your own implementation in the place of the functions; the rest can stay as it is.
"""

import json
import sys

ONE = 1 << 32  # I32F32: 64 bits, 32 of them behind the point; a number is its bits
LOWEST, HIGHEST = -(1 << 63), (1 << 63) - 1


class PanicError(Exception):
    """Production's code would panic here."""


def saturate(bits):
    """Return what fits into 64 signed bits."""
    return max(LOWEST, min(HIGHEST, bits))


def truncated_quotient(a, b):
    """Return a / b as I32F32 without limit, rounded toward zero; Python's own // rounds down."""
    quotient = abs(a * ONE) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def saturating_add(a, b):
    """Add; what does not fit becomes the limit that it passes."""
    return saturate(a + b)


def saturating_mul(a, b):
    """Multiply; >> rounds down, as production's multiplication does."""
    return saturate((a * b) >> 32)


def saturating_div(a, b):
    """Divide; a divisor of zero panics."""
    if b == 0:
        raise PanicError
    return saturate(truncated_quotient(a, b))


def safe_div(a, b):
    """Give zero for a divisor of zero, and for a quotient that does not fit."""
    quotient = 0 if b == 0 else truncated_quotient(a, b)
    return quotient if LOWEST <= quotient <= HIGHEST else 0


def block_emission(issuance):
    """Halve one TAO each time the supply that is left has halved."""
    supply, emission = 21_000_000_000_000_000, 1_000_000_000
    left = supply - issuance
    if left <= 0:
        return 0
    while 2 * left <= supply:
        left, emission = 2 * left, emission // 2
    return emission


FUNCTIONS = {
    "i32f32.saturating_add": saturating_add,
    "i32f32.saturating_mul": saturating_mul,
    "i32f32.saturating_div": saturating_div,
    "i32f32.safe_div": safe_div,
    "emission.block_emission_for_issuance": block_emission,
}


def hello(request):
    """Say who this is and what it has."""
    return {
        "protocol": 1,
        "implementation": {"name": "template", "version": "1", "language": "python"},
        "capabilities": {"kinds": ["arith"], "functions": list(FUNCTIONS), "revisions": ["r425"], "batch_max": 512},
    }


def outcome(function, arguments):
    """Return {"ok": …}, {"panic": true}, or what went wrong with the question itself."""
    try:
        return {"ok": str(function(*map(int, arguments)))}  # numbers wider than 32 bits travel as text
    except PanicError:
        return {"panic": True}
    except Exception as error:
        return {"error": {"what": str(error)}}


def arith(request):
    """Answer the rows of one function, each as [id, outcome]."""
    function = FUNCTIONS.get(request["function"])
    if function is None:
        return {"unsupported": True}
    return {"results": [[name, outcome(function, arguments)] for name, arguments in request["rows"]]}


METHODS = {"hello": hello, "arith": arith, "bye": lambda request: {}}


def main():
    """Answer a line with a line until there are no more."""
    for line in sys.stdin:
        request = json.loads(line)
        method = METHODS.get(request["method"], lambda request: {"unsupported": True})
        print(json.dumps({"seq": request["seq"], **method(request)}), flush=True)


if __name__ == "__main__":
    main()
