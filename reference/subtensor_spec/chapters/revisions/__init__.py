"""What production did before `r425`, shares by TAO flow; and what it did after, in emission and pools."""
