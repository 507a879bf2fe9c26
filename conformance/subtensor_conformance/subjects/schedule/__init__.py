"""Schedule: when epochs run."""
