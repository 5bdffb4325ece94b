"""Incidents → counts, independence, status, attribution, drift warnings. Pure functions over frozen records."""

from trucewatch.judging.judge import judge
from trucewatch.judging.origins import independent
from trucewatch.judging.register import Register

__all__ = ["Register", "independent", "judge"]
