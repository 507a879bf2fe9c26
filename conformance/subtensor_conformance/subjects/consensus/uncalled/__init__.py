"""What production's mathematics defines and no block runs: dense twins for its own tests, and what nothing calls.

It is here because captured answers of production include it. It states no rule: where a twin differs from the sparse
function, the sparse one is what the chain does.
"""
