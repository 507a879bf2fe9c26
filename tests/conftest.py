"""What holds for every test.

Properties are tried with the same inputs in every run, unless ``HYPOTHESIS_PROFILE=explore`` asks for new ones. How
the tests themselves were called is forgotten: ``run.py`` tells the commands that it runs, and what they print of it.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("fixed", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

os.environ.pop("SUBTENSOR_SPEC_CALLED", None)
