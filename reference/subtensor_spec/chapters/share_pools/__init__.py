"""Share pools: who owns how much of a value that grows and shrinks as one."""
