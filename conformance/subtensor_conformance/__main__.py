"""Lets ``python -m subtensor_conformance`` stand for the console command."""

from subtensor_conformance.cli import main

if __name__ == "__main__":
    main()
