"""Claims of kind responsibility."""

from trucewatch.reading.scene import Draft, Scene


def find_responsibility(scene: Scene) -> list[Draft]:
    """Return the drafts."""
    return []
