"""Stake weight, emission and dividends on whole arrays: all subnets of a block, all hotkeys of a subnet."""
