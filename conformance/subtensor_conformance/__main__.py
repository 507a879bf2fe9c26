"""Lets ``python -m subtensor_conformance`` stand for the console command."""

from subtensor_conformance.cli import main
from subtensor_conformance.cli.called import program_name

if __name__ == "__main__":
    main(prog_name=program_name())
