#!/usr/bin/env bash
# One run for a CI job: the summary goes to the job's page, everything else into the folder REPORT.
# Inputs arrive as environment variables, never as text inside a script.
set -euo pipefail

options=(--adapter "$ADAPTER" --tier "$TIER")
[[ -n ${KNOWN:-} ]] && options+=(--known "$KNOWN")
while read -r pattern; do
  [[ -n $pattern ]] && options+=(--require "$pattern")
done <<<"${REQUIRE:-}"
while read -r option value; do
  [[ -n $option ]] && options+=("$option")
  [[ -n $value ]] && options+=("$value")
done <<<"${SELECT:-}"

mkdir -p "$REPORT"
status=0
"${SUBTENSOR_SPEC:-subtensor-spec}" conform "${options[@]}" \
  --json "$REPORT/report.json" --junit "$REPORT/junit.xml" --html "$REPORT" \
  --markdown "${GITHUB_STEP_SUMMARY:-$REPORT/summary.md}" || status=$?

{
  [[ $status -eq 0 ]] && echo "conforms=true" || echo "conforms=false"
  echo "report=$REPORT"
} >>"${GITHUB_OUTPUT:-/dev/null}"

# Without a report nothing was run at all: that fails the step whatever is asked for.
[[ ${FAIL:-true} == true || ! -f $REPORT/report.json ]] && exit "$status"
exit 0
