"""Claims of kind authenticity."""

from trucewatch.reading.scene import Draft, Scene


def find_authenticity(scene: Scene) -> list[Draft]:
    """Return the drafts."""
    return []
