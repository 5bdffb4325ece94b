"""Score incidents on MUC-4: templates and role fillers, and the slots of the original keys.

    python -m bench.incidents DATA [--part dev|train] [--limit DOCUMENTS] [--errors ROLE] [--rules]

DATA holds ``muc4/gtt/train.json`` (the 1,300 development texts) and ``dev.json`` (tst1 and tst2) as the authors of GTT made them
(https://github.com/xinyadu/gtt), ``muc4/texts`` and ``muc4/keys`` as MUC-4 distributed them. Develop on ``train``, report ``dev``.

Which phrases fill a template is chosen by weights fitted on ``train`` (``python -m bench.incident_templates.fit DATA`` prints figures
cross-validated there; ``--part train`` here scores texts the weights have seen). ``--rules`` leaves that choice out.
The texts are lower case: the product's own truecasing runs, offsets kept. Scorers: GTT's (CEAF-RME, subset
similarity) and GRIT's (CEAF-REE); bench/incident_templates says what they count and what of MUC's own rules the adapter holds.
"""

import argparse
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.incident_templates import adapter, keys, scorers
from bench.incident_templates.choice import choose
from bench.incident_templates.corpus import ROLES, Story, stories
from trucewatch.reading.attribution import find_statements
from trucewatch.reading.events import find_events
from trucewatch.reading.gazetteer import Gazetteer
from trucewatch.reading.parse import Parse
from trucewatch.reading.parser import Parser
from trucewatch.reading.places import find_places
from trucewatch.reading.times import find_times

PUBLISHED = (
    ("GTT scorer, tst3+4", "GE NLToolset 1992 (rules) 54.3 · IterX-T5-large 53.0 · GTT 50.2"),
    ("GRIT scorer, tst3+4", "GRIT 54.5"),
)
_GAP = re.compile(r" {4,}")


def main() -> int:
    """Read the chosen part, print the figures; 0 where something was read."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--errors", choices=ROLES)
    parser.add_argument("--rules", action="store_true", help="leave the fitted choice of fillers out")
    options = parser.parse_args()
    run = Run(choosing=not options.rules)
    gold = keys.keys(options.data, options.part)
    for story, incidents in run.read(list(stories(options.data, options.part))[: options.limit]):
        run.score(story, incidents, gold.get(story.id, []), options.errors)
    run.report(options.part)
    return 0 if run.documents else 3


class Run:
    """One run: the loaded model, the tallies and the clock."""

    def __init__(self, *, choosing: bool) -> None:
        self.choosing = choosing
        self.parser, self.gazetteer = Parser.load(), Gazetteer.load()
        self.templates, self.fillers, self.slots = scorers.Tally(), scorers.Tally(), keys.SlotTally()
        self.perpetrators: Counter[str] = Counter()
        self.documents = self.words = 0
        self.parsing = self.reading = self.finding = 0.0

    def read(self, chosen: list[Story]) -> Iterator[tuple[Story, list[adapter.Incident]]]:
        """Yield each story with its incidents."""
        texts = [_GAP.sub(lambda gap: "\n\n" + " " * (len(gap.group()) - 2), story.text) for story in chosen]
        start = time.perf_counter()
        for story, parse in zip(chosen, self.parser.parse_many(texts), strict=True):
            parsed = time.perf_counter()
            self.parsing += parsed - start
            yield story, self._incidents(story, parse)
            self.documents += 1
            self.words += len(parse.doc)
            start = time.perf_counter()

    def _incidents(self, story: Story, parse: Parse) -> list[adapter.Incident]:
        start = time.perf_counter()
        times, places = find_times(parse, story.published), find_places(parse, self.gazetteer)
        statements = find_statements(parse, story.id)
        before = time.perf_counter()
        mentions = find_events(parse, times, places, statements)
        after = time.perf_counter()
        self.finding += after - before
        self.reading += after - start
        found = adapter.incidents(parse, mentions)
        kept = adapter.reported(found, story.published)
        if self.choosing:
            choose(parse, mentions, statements, found, kept)
        return kept

    def score(self, story: Story, incidents: list[adapter.Incident], gold: list[keys.Key], errors: str | None) -> None:
        """Add one story to every tally."""
        given = adapter.to_templates(incidents)
        tally, mapping = scorers.gtt(given, story.templates)
        self.templates.add(tally)
        self.fillers.add(scorers.grit(given, story.templates))
        keys.score(incidents, gold, self.slots)
        pooled, wanted = scorers.pooled(scorers.folded(given)), scorers.pooled(scorers.folded(story.templates))
        for role in ("PerpInd", "PerpOrg"):
            for one in pooled[role]:
                self.perpetrators["given"] += 1
                self.perpetrators["wrong"] += not any(scorers.within(one, other) for other in wanted[role])
            for other in wanted[role]:
                self.perpetrators["wanted"] += 1
                self.perpetrators["missing"] += not any(scorers.within(one, other) for one in pooled[role])
        if errors:
            print(story.id, "given", sorted(pooled[errors]), "wanted", sorted(wanted[errors]))
        del mapping

    def report(self, part: str) -> None:
        """Print the figures."""
        print(f"MUC-4 {part}: {self.documents} documents, {self.words} words")
        print("\nGTT scorer (CEAF-RME, subset)         P     R    F1")
        for name in (scorers.TYPE, *ROLES, None):
            print(_line(name or "all", self.templates.figures(name)))
        print("\nGRIT scorer (CEAF-REE)                P     R    F1")
        for name in (*ROLES, None):
            print(_line(name or "all", self.fillers.figures(name)))
        print("\nOriginal keys                         P     R    F1")
        for slot in keys.SLOTS:
            print(_line(slot, self.slots.figures(slot)))
        wrong = self.perpetrators["wrong"] / max(self.perpetrators["given"], 1)
        missing = self.perpetrators["missing"] / max(self.perpetrators["wanted"], 1)
        print(f"\nperpetrators: {100 * wrong:.1f} % of those given are wrong, {100 * missing:.1f} % of those wanted are missing")
        for scorer, figures in PUBLISHED:
            print(f"published, {scorer}: {figures}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"\nparse {self.words / self.parsing:,.0f} words/s; reading steps {1e6 * self.reading / self.words:.1f} µs a word, "
            f"events and participants {1e6 * self.finding / self.words:.1f} µs a word; peak memory {peak:,.0f} MB"
        )


def _line(name: str, figures: tuple[float, float, float]) -> str:
    """Return one row of a table in per cent."""
    return f"  {name:<30}" + "".join(f"{100 * value:6.1f}" for value in figures)


if __name__ == "__main__":
    sys.exit(main())
