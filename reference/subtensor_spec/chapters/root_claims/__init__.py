"""Root claims: what stake on root earns in subnets, who has claimed how much of it, and how it is paid out."""
