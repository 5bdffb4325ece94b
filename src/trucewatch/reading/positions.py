"""Claims of kind positions."""

from trucewatch.reading.scene import Draft, Scene


def find_positions(scene: Scene) -> list[Draft]:
    """Return the drafts."""
    return []
