"""Folding of place names for the reading steps; the rules stand in ``records.names``, where matching finds them too."""

from trucewatch.records.names import consonant_key, fold, place_key, same_place

__all__ = ["consonant_key", "fold", "place_key", "same_place"]
