"""Plans as data: commitments, compliance, access, positions, measures, the Council. Pure functions over frozen records."""
