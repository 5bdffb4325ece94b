"""Claims of kind measures."""

from trucewatch.reading.scene import Draft, Scene


def find_measures(scene: Scene) -> list[Draft]:
    """Return the drafts."""
    return []
