"""Distribution: what hotkeys are paid."""
