"""Weights: what a validator says of the neurons of its subnet, who may say it, how often, and what is stored."""
