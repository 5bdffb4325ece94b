"""A gazetteer's entries: what an import hands to storage and reading alike."""

from dataclasses import dataclass

from trucewatch.records.extent import Candidate


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place with every name it is known by, in any script; ``candidate.name`` is the preferred one."""

    candidate: Candidate
    names: tuple[str, ...] = ()
