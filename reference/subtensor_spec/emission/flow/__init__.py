"""Shares by TAO flow, the way emission was split before `r425`; at `r425` nothing calls it any more."""
