"""Claims of kind compliance."""

from trucewatch.reading.scene import Draft, Scene


def find_compliance(scene: Scene) -> list[Draft]:
    """Return the drafts."""
    return []
