"""What production did before `r425`: shares by TAO flow, which nothing calls any more."""
