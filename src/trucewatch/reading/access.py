"""Claims of kind access."""

from trucewatch.reading.scene import Draft, Scene


def find_access(scene: Scene) -> list[Draft]:
    """Return the drafts."""
    return []
