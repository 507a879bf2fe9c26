"""What the cases of several chapters share: the state that stake weight, emission, schedule and distribution read."""
