"""What holds for every test: nothing is judged by the clock, whatever else the machine does."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")
