"""Running CrossHair on a contract."""

from collections.abc import Callable
from typing import Any

from crosshair.core_and_libs import analyze_function, run_checkables
from crosshair.options import AnalysisKind, AnalysisOptionSet

from subtensor_conformance.proofs.proof import Outcome, Verdict

_WORSE = ("POST_FAIL", "POST_ERR", "EXEC_ERR", "PRE_UNSAT", "PRE_INVALID", "SYNTAX_ERR", "IMPORT_ERR")


def check(contract: Callable[..., Any], seconds: float) -> Outcome:
    """Let CrossHair follow every path of a contract; proven only if it confirms each of its conditions."""
    options = AnalysisOptionSet(
        analysis_kind=(AnalysisKind.PEP316,),
        report_all=True,
        per_condition_timeout=seconds,
        per_path_timeout=seconds,
    )
    messages = list(run_checkables(analyze_function(contract, options)))
    states = {message.state.name for message in messages}
    broken = [message.message for message in messages if message.state.name in _WORSE]
    if broken:
        return Outcome(Verdict.REFUTED, broken[0])
    if states == {"CONFIRMED"}:
        return Outcome(Verdict.PROVEN)
    return Outcome(Verdict.UNDECIDED, "CrossHair found no counterexample and did not confirm every path")
