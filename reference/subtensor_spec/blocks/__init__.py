"""Blocks and the dispatch of calls: lists of steps over the chapters' rules."""
