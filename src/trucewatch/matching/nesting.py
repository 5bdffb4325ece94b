"""Which incidents are told as part of another: "killed in Karsa during the offensive in the northern valleys".

A nesting is read off the words of a report, never off dates and places alone: what took place "during", "in the course of" or "as part of"
an event that the same report tells of apart is held by it. Dates may speak against it, and then nothing is said. People may say otherwise.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from trucewatch.matching.account import Account
from trucewatch.matching.layout import Layout
from trucewatch.matching.mentions import Mention
from trucewatch.matching.rules import Rules
from trucewatch.records.extent import When

type Nested = tuple[str, str]
"""The claim of what is nested, and the claim of what holds it."""


def nested_in(accounts: Sequence[Account], text: str, rules: Rules) -> Iterator[Nested]:
    """Give what one report tells as part of something else that it tells of elsewhere."""
    layout = Layout.of(text)
    told = sorted(((account, mention) for account in accounts for mention in account.told), key=lambda one: one[1].start)
    for match in rules.nesting.finditer(text):
        word, at = match[1].lower().removesuffix("s"), match.start(1)
        outer = _named(word, at, told, text)
        if outer is None:
            continue
        account, wide = outer
        for inner, mention in told:
            beside = layout.sentence(mention.start) == layout.sentence(at) and mention.start != at
            if beside and inner is not account and not _ends_before(inner.when, account.when):
                yield mention.claim.id, wide.claim.id


def _named(word: str, at: int, told: Sequence[tuple[Account, Mention]], text: str) -> tuple[Account, Mention] | None:
    """Return the event of that name nearest before the words, else after them: the offensive that "during the offensive" speaks of."""
    same = [one for one in told if one[1].event.trigger.of(text).lower().removesuffix("s") == word]
    before = [one for one in same if one[1].start <= at]
    return before[-1] if before else next(iter(same), None)


def _ends_before(inner: When | None, outer: When | None) -> bool:
    """Return whether the inner time is over before the outer one begins: then the words do not speak of that one."""
    return bool(inner and outer and inner.latest and outer.earliest and inner.latest < outer.earliest)


def parents(told: Iterable[Nested], decided: Mapping[str, str | None]) -> Mapping[str, str]:
    """Return the incident that holds each nested incident: what people ``decided`` (None: nothing does), else what most reports tell.

    ``told`` are pairs of incidents, one for each telling. None holds itself, by whatever way round.
    """
    votes: dict[str, Counter[str]] = {}
    for inner, outer in told:
        if inner != outer and inner not in decided:
            votes.setdefault(inner, Counter())[outer] += 1
    found = {inner: outer for inner, outer in sorted(decided.items()) if outer is not None and inner != outer}
    for inner, counted in sorted(votes.items(), key=lambda item: (-max(item[1].values()), item[0])):
        outer = min(counted, key=lambda name: (-counted[name], name))
        if inner not in _chain(outer, found):
            found[inner] = outer
    return found


def _chain(start: str, found: Mapping[str, str]) -> Sequence[str]:
    """Return ``start`` and everything that holds it."""
    chain = [start]
    while (above := found.get(chain[-1])) is not None and above not in chain:
        chain.append(above)
    return chain
