"""Briefs and data products: records in, text or bytes out, the same bytes for the same records."""
