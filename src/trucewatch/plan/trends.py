"""A period's cell beside the period before: better, worse, the same, or not comparable because less was seen."""

from trucewatch.plan.scoring import Judged
from trucewatch.records.compliance import Observability, Trend


def trend_of(now: tuple[Judged, Observability], past: tuple[Judged, Observability] | None) -> tuple[Trend, str]:
    """Return the trend and why, in words that name the presence on both sides.

    Fewer violations while less was seen is no improvement anybody can vouch for: not comparable. More violations while less was seen is
    worse all the same, unless nobody could have seen any in the period before.
    """
    if past is None:
        return "not comparable", "there is no period before"
    (result, seen), (earlier, seen_then) = now, past
    beside = f"presence {_share(seen)} against {_share(seen_then)}"
    count, before = _count(result), _count(earlier)
    if count or before:
        words = f"{count} {'violation' if count == 1 else 'violations'}, {before} in the period before; {beside}"
        if not before and earlier.state == "not assessable":
            return "not comparable", words
        if count > before:
            return "worse", words
        if (seen.share or 0.0) < (seen_then.share or 0.0) or result.state == "not assessable" or earlier.state == "not assessable":
            return "not comparable", words
        return ("same" if count == before else "better"), words
    if result.implementation is not None and earlier.implementation is not None:
        words = f"implementation {result.implementation}, {earlier.implementation} in the period before; {beside}"
        if result.implementation == earlier.implementation:
            return "same", words
        return ("better" if result.implementation > earlier.implementation else "worse"), words
    if result.state == earlier.state and result.state != "not assessable":
        return "same", f"{result.state} in both; {beside}"
    return "not comparable", f"{result.state} now, {earlier.state} in the period before; {beside}"


def _count(result: Judged) -> int:
    return sum(violation.happening.number for violation in result.violations)


def _share(seen: Observability) -> str:
    return "not known" if seen.share is None else f"{seen.share:.0%}"
