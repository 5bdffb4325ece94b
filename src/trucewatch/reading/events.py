"""Parse → event mentions in text order: who did what to whom, when, where, and how the text presents it.

Enters: one parse with its times, places and statements. Leaves: one EventMention for each verb, noun or fixed phrase that tells of an
event of vocab/event_types.yaml, with participants, stance and stage. An event that is denied, demanded, threatened or imagined is a
mention too: its stance says so. Rules name themselves in ``rule``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.reading.aftermath import Aftermath
from trucewatch.reading.arguments import arguments
from trucewatch.reading.blame import Blame
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.coreference import Antecedents
from trucewatch.reading.culprits import Culprits
from trucewatch.reading.deeds import DeedFinder
from trucewatch.reading.drafts import Draft
from trucewatch.reading.event_nouns import NounFinder
from trucewatch.reading.event_verbs import VerbFinder
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.forms import form_lines
from trucewatch.reading.governors import LAWFUL, is_dated
from trucewatch.reading.hanging import hung_times
from trucewatch.reading.mentions import EventMention, Quantity
from trucewatch.reading.natural import natural_sentence
from trucewatch.reading.nominal_deeds import NominalDeedFinder
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.parse import Parse
from trucewatch.reading.participants import NOBODY, Casting, together
from trucewatch.reading.quantities import find_quantities
from trucewatch.reading.rolls import Rolls
from trucewatch.reading.setting import is_to_come, when_of, where_of
from trucewatch.reading.sharing import Sharing
from trucewatch.reading.summons import summoned
from trucewatch.reading.triggers import triggers
from trucewatch.records.assertion import Participant, Statement
from trucewatch.records.extent import Place, When

if TYPE_CHECKING:
    from trucewatch.records.terms import Confidence, Stage

_THREATENED = frozenset({"future", "conditional", "demanded"})
_CIVIL = frozenset(
    {"civilian", "inhabitant", "relative", "woman", "child", "worker", "medic", "journalist", "cleric", "official", "named", "held"}
)
_LONGEST = 10
"""Tokens of a trigger that is shown whole ("came under machine-gun fire")."""
_LONG = 27
"""Days after which "since" no longer tells of one event."""
_PLAYFUL = frozenset("attack strike massacre raid ambush blast mine jet gun war shell bombardment rocket missile explosion coup".split())
"""Words of violence that reporters of games use."""
_GENERAL = frozenset(f"noun:{word}" for word in "incident action deed event act operation crime outrage tragedy".split())
_STATE_OF_SUBJECT = frozenset(
    {"be", "become", "remain", "lie", "fall", "drop", "appear", "seem", "get", "feel", "stay", "go", "turn", "wash"}
)
"""Verbs whose subject is what the state says ("lay dead"); another verb's subject is not ("doctors counted 14 dead")."""
_TELLING = frozenset(("VERB", "AUX", "NOUN", "PROPN", "ADJ"))
_TELLING_TAGS = frozenset(("VBN", "VBD", "VBG", "VB", "NN", "NNS"))
_RETYPED = {
    "air": "air strike",
    "artillery": "shelling",
    "bomb": "bombing",
    "chemical": "chemical attack",
}

_STATES_LEFT = frozenset({"acomp", "oprd", "ccomp", "xcomp", "advmod", "advcl"})
"""Relations of a state to the verb that says how it came about."""
_SUMS = (" on all fronts ", " to date ", " so far this ", " balance of ", " balance sheet ", " year to date ")
_SUMMED = frozenset(("fronts", "date", "far", "balance"))
"""One word of each of them."""
_HOSPITALS = frozenset({"hospital", "clinic", "infirmary", "mortuary", "morgue"})
_CARE = frozenset("ward evacuate fly airlift transfer rush treat transport hospitalise hospitalize admit medevac".split())
_SPEAKING = frozenset("claim condemn denounce deplore deny call discuss mention announce criticise criticize mourn".split())
_BESIDE = 10
"""Tokens from a noun of attack within which a place or a day is still its own ("the massacre at Santa Rita in July")."""
_TOTALS = frozenset({"number", "total", "toll", "tally", "count"})
_SUMMING = frozenset({"bring", "raise", "take", "push", "lift", "put", "stand", "rise", "reach"})


def find_events(
    parse: Parse, times: tuple[When, ...], places: tuple[Place, ...], statements: tuple[Statement, ...]
) -> tuple[EventMention, ...]:
    """Return every event the text mentions, in text order."""
    return find_events_and_deeds(parse, times, places, statements)[0]


def find_events_and_deeds(
    parse: Parse, times: tuple[When, ...], places: tuple[Place, ...], statements: tuple[Statement, ...]
) -> tuple[tuple[EventMention, ...], tuple[EventMention, ...]]:
    """Return every event the text mentions, and the deeds of those who fight that no trigger names (deeds.py); each in text order."""
    if not len(parse.doc):
        return (), ()
    return _Finder(parse, times, places, statements).find()


def _long(when: When | None) -> bool:
    """True for a toll since a day long past ("3,400 have died since 2004"): many events, none of them this one."""
    return (
        when is not None
        and when.rule == "since"
        and when.earliest is not None
        and when.latest is not None
        and (when.latest - when.earliest).days > _LONG
    )


def _inside(edges: tuple[int, int], tokens: tuple[int, int]) -> bool:
    """True for tokens that lie between the edges."""
    return edges[0] <= tokens[0] and tokens[1] <= edges[1]


class _Finder:
    """One reading of one parse."""

    def __init__(self, parse: Parse, times: tuple[When, ...], places: tuple[Place, ...], statements: tuple[Statement, ...]) -> None:
        self.parse, self.times, self.places, self.statements = parse, times, places, statements
        self.tree = parse.tree
        self.quantities = find_quantities(parse)
        self.nominals = Nominals.of(parse, self.tree, self.quantities)
        for place in places:
            for span in place.spans:
                first, last = parse.tokens_in(span)
                if last - first == 1:
                    self.nominals.take_as_place(first)
        self.telling = [
            at for at, (pos, tag) in enumerate(zip(self.tree.pos, self.tree.tag, strict=True)) if pos in _TELLING or tag in _TELLING_TAGS
        ]
        """Tokens that may tell of an event by their part of speech."""
        self.beaten: frozenset[int] = frozenset()
        """Verbs by which an attack is beaten off."""
        self.vocabulary = triggers()
        antecedents = Antecedents(self.nominals)
        conditions = Conditions(self.nominals, antecedents)
        self.conditions = conditions
        self.verbs = VerbFinder(self.nominals, conditions, self.vocabulary)
        self.nouns = NounFinder(self.nominals, conditions, self.vocabulary)
        self.blame = Blame(self.nominals, self.vocabulary)
        self.casting = Casting(self.nominals, antecedents, self.quantities)
        self.culprits = Culprits(self.nominals, Aftermath(self.nominals, self.vocabulary, self.blame), self.casting)
        self.apart = self._games() | form_lines(parse)
        """Paragraphs that tell of a game, or are lines of a form: no events are read there."""

    def find(self) -> tuple[tuple[EventMention, ...], tuple[EventMention, ...]]:
        """Return the mentions in text order, repeated ones marked, and the deeds that no trigger names."""
        drafts = [
            draft
            for draft in map(self._draft, self.telling)
            if draft is not None and self.parse.paragraph_of[draft.token] not in self.apart
        ]
        drafts = self._pointing(drafts)
        by_token = {draft.token: draft for draft in drafts}
        for draft in drafts:
            self._share(draft, by_token)
        self.beaten = frozenset(
            one.token for one in drafts if one.type == "armed clash" and one.rule.endswith(":does") and not self._plotted(one)
        )
        added = Rolls(self.nominals).call(drafts)
        drafts = sorted((*drafts, *added), key=lambda draft: draft.token)
        mentions = [self._mention(draft) for draft in drafts]
        deeds = self._deeds(mentions)
        by_token = {draft.token: draft for draft in (*drafts, *(draft for draft, _ in deeds))}
        named = self.culprits.name(sorted((*mentions, *(one for _, one in deeds)), key=lambda one: one.token))
        lent = Sharing(self.nominals, by_token, self.casting).lend(named)
        extra = {one.token for _, one in deeds}
        return (
            tuple(self._linked([one for one in lent if one.token not in extra])),
            tuple(one for one in lent if one.token in extra),
        )

    def _deeds(self, events: list[EventMention]) -> list[tuple[Draft, EventMention]]:
        """Return the deeds that no trigger names, each with its draft."""
        finder = DeedFinder(self.nominals, self.conditions, self.verbs)
        told = frozenset(at for one in events for at in (one.token, *range(*self.parse.tokens_in(one.trigger))))
        nouns = NominalDeedFinder(finder)
        open_to = (at for at in self.telling if self.parse.paragraph_of[at] not in self.apart)
        drafts = (finder.find(at, told) or nouns.find(at, told) for at in open_to)
        found = [(draft, self._mention(draft)) for draft in drafts if draft is not None]
        return [(draft, one) for draft, one in found if any(person.role != "instrument" for person in one.participants)]

    def _games(self) -> frozenset[int]:
        """Return the paragraphs that tell of a game: two words of sport or more, and none of weapons or of those who bear them."""
        words, paragraph = self.vocabulary, self.parse.paragraph_of
        sport: dict[int, set[str]] = {}
        for at in self.parse.word_places.places(words.sport):
            if self.tree.lower[self.tree.head[at]] in words.sport and self.tree.head[at] == at + 1:
                continue  # "returning from a football match" is one word of sport
            sport.setdefault(paragraph[at], set()).add(self.tree.lower[at])
        games = {number for number, found in sport.items() if len(found) > 1}
        if games:
            grave = words.violence - _PLAYFUL
            games -= {paragraph[at] for at, lemma in enumerate(self.tree.lemma) if lemma.lower() in grave and self.tree.pos[at] == "NOUN"}
        return frozenset(games)

    def _pointing(self, drafts: list[Draft]) -> list[Draft]:
        """Leave out "the operation", "the act" and the like where no event was told before for them to point back to."""
        told, kept = False, []
        for draft in drafts:
            general = draft.rule in _GENERAL
            if general and not told:
                continue
            told = told or not general
            kept.append(draft)
        return kept

    def _share(self, draft: Draft, by_token: dict[int, Draft]) -> None:
        """Give a verb the doers and weapons of the event noun that is its subject or that it happens "in" ("an air strike killed 12")."""
        if not draft.rule.startswith("verb") or draft.effect not in {"killed", "injured", "damaged", "unknown"}:
            return
        tree = self.tree
        nouns = [by_token[head] for head in draft.doers if head in by_token]
        for child in tree.children[draft.token]:
            if tree.dep[child] in {"prep", "agent"} and tree.lower[child] in {"in", "during", "by", "from", "after"}:
                nouns.extend(by_token[head] for head in tree.children[child] if head in by_token)
        sharing = [noun for noun in nouns if noun.rule.startswith("noun") and self._violent(noun)]
        if sharing and not any(self.nominals.doer(head) for head in draft.doers):
            draft.doers = tuple(dict.fromkeys(head for noun in sharing for head in noun.doers))
        draft.instruments = tuple(dict.fromkeys([*draft.instruments, *(head for noun in sharing for head in noun.instruments)]))

    def _violent(self, draft: Draft) -> bool:
        return draft.type not in {"armed clash", "protest", "agreement", "detention"}

    def _draft(self, at: int) -> Draft | None:
        """Return the draft at one token, if its word tells of an event."""
        tree = self.tree
        lemma, pos = tree.lemma[at].lower(), tree.pos[at]
        if tree.tag[at] == "VB" and tree.dep[at] == "pobj":
            return self.nouns.find(at)  # "in a counter-attack": what stands after a preposition is no verb
        if pos in {"VERB", "AUX"} or tree.tag[at] in {"VBN", "VBD", "VBG"}:
            draft = (
                self.verbs.find(at)
                if lemma in self.vocabulary.verbs
                or lemma in self.vocabulary.phrases
                or lemma in {"identify", "name"}
                or tree.lower[at] in self.vocabulary.inflected
                else None
            )
            if draft is not None or tree.tag[at] != "VBG" or (tree.lower[at] == "missing" and tree.lemma[tree.head[at]] == "go"):
                return draft or self._state(at)
        if pos == "VERB" and (tree.child(at, "dobj") is not None or tree.dep[at] in {"acl", "advcl", "xcomp", "relcl", "ccomp"}):
            return None  # "killing 11", "fighting to oust them": what the verb does not tell, no noun does
        if pos in {"NOUN", "PROPN"} or tree.tag[at] in {"NN", "NNS", "VBG"}:
            return self.nouns.find(at)
        return self._state(at) if pos == "ADJ" else None

    def _state(self, at: int) -> Draft | None:
        """Return the draft of "were found dead", "left 12 dead", "12 dead", "among the wounded"."""
        tree = self.tree
        trigger = self.vocabulary.states.get(tree.lower[at])
        if trigger is None:
            return None
        head, relation = tree.head[at], tree.dep[at]
        patients: list[int] = []
        if relation in _STATES_LEFT:
            own = [child for child in tree.children[at] if tree.dep[child] in {"nsubj", "nsubjpass", "nummod"}]
            objects = [child for child in tree.children[head] if tree.dep[child] in {"dobj", "nsubjpass"}]
            subjects = [child for child in tree.children[head] if tree.dep[child] == "nsubj"]
            patients = own or objects or (subjects if tree.lemma[head].lower() in _STATE_OF_SUBJECT else [])
        elif relation in {"amod", "acl"} and head < at:
            patients = [head]
        elif relation == "pobj" and tree.lower[head] == "among":
            verb = tree.head[head]
            patients = [
                item
                for child in tree.children[verb]
                if tree.dep[child] in {"nsubj", "attr", "nsubjpass"}
                for item in coordinated(tree, child)
            ]
            for item in patients:
                self.nominals.take_as_person(item)
        elif relation in {"dobj", "nsubjpass", "pobj", "attr", "nsubj"}:
            patients = [child for child in tree.children[at] if tree.dep[child] == "nummod"]
            if not patients:
                return None
        kept = tuple(
            item for item in patients if (noun := self.nominals.noun(self.nominals.content(item))) is not None and noun.kind == "person"
        )
        if not kept or (tree.lower[at] in {"missing", "homeless"} and relation == "amod"):
            return None
        if natural_sentence(self.parse, at):
            return None  # "was found dead of a heart attack"
        doers = self._left_so(head, kept) if relation in _STATES_LEFT else ()
        return Draft(at, trigger.type, trigger.effect, (at, at + 1), f"state:{trigger.word}", doers=doers, patients=kept)

    def _left_so(self, verb: int, patients: Sequence[int]) -> tuple[int, ...]:
        """Return the fighters of "insurgents left 37 policemen dead"; "left nine dead", "left three of their men dead" may be their own."""
        tree = self.tree
        if tree.lemma[verb] != "leave" or tree.child(verb, "auxpass") is not None:
            return ()
        theirs = any(tree.lower[child] in {"its", "their", "his", "of"} for item in patients for child in tree.children[item])
        subjects = tuple(item for item in arguments(tree, verb).subjects if self.conditions.fights(item))
        return () if theirs or any(item in patients for item in subjects) or any(tree.pos[item] == "NUM" for item in patients) else subjects

    def _mention(self, draft: Draft) -> EventMention:
        """Name the roles of a draft and ask for its time, place and stance."""
        participants = self._participants(draft)
        kind = self._retyped(draft, participants)
        carried = draft.verb is not None and draft.rule.startswith("noun") and not is_dated(self.parse.doc[draft.token])
        carried = carried and not self._harmless(draft) and not self._decreed(draft)
        stance = stance_of(self.parse, draft.verb if draft.verb is not None and carried else draft.token)
        stage: Stage = draft.stage
        if carried and stance.factuality == "certain" and (named := stance_of(self.parse, draft.token)).polarity == "deny":
            stance = named  # "called the massacre a fabrication"
        if stance.factuality == "certain" and any(self.tree.lower[head] in NOBODY for head in draft.patients):
            stance = replace(stance, factuality="negated")  # "none of the observers moored nearby was hurt"
        if stance.factuality == "negated" and stance.polarity == "assert" and self._only_stops(draft, kind):
            stance = replace(stance, polarity="assert", factuality="certain")
            stage = "attempted" if draft.rule.startswith("noun") else stage
        if stage == "accomplished" and stance.factuality in _THREATENED:
            stage = "threatened"
        heads = (*draft.patients, *draft.doers)
        when = when_of(self.parse, draft.token, self.times)
        spoken = self._spoken_of(draft)
        if spoken is not None and when is not None and not self._told_there(spoken, when, draft.token):
            when = None
        if when is not None and stance.factuality == "certain" and is_to_come(self.parse, when):
            when = None  # "called a strike for Monday after soldiers shot two": nobody reports what is yet to happen
        if when is not None and when.precision in {"month", "year"} and self._ranked(draft.token):
            when = None  # "the 52nd attack this year": the year is what it is counted in
        totalled = self._totalled(draft.token)
        where = () if totalled else where_of(self.parse, draft.token, self.places)
        if where and draft.effect in {"killed", "injured", "unknown"}:
            where = tuple(place for place in where if not self._cared_for(place))
        if spoken is not None:
            where = tuple(place for place in where if any(_inside(spoken, self.parse.tokens_in(span)) for span in place.spans))
        own = when is not None and when.precision == "day" and any(place.precision in {"place", "near", "unknown"} for place in where)
        return EventMention(
            token=draft.token,
            trigger=self.parse.span(*draft.words)
            if draft.words[1] - draft.words[0] <= _LONGEST
            else self.parse.span(draft.token, draft.token + 1),
            type=kind,
            stage=stage,
            stance=stance,
            participants=participants,
            when=when,
            where=where,
            anaphoric=draft.anaphoric,
            pattern=(draft.pattern and not own) or _long(when) or totalled or self._summed(draft.token, when),
            quantities=self._counted(heads if draft.fighters else draft.patients),
            rule=draft.rule,
        )

    def _harmless(self, draft: Draft) -> bool:
        """True where the verb only says that an event harmed nobody: "the attack left no casualties"."""
        tree, verb = self.tree, draft.verb
        if verb is None or tree.dep[draft.token] != "nsubj" or (thing := tree.child(verb, "dobj")) is None:
            return False
        return tree.lower[thing] in NOBODY or any(tree.lower[child] == "no" for child in tree.children[thing])

    def _decreed(self, draft: Draft) -> bool:
        """True for the arrest that a judge ordered and the march that a union called, yet to be; "ordered the killing" tells of one."""
        tree, doc = self.tree, self.parse.doc
        if draft.verb is None:
            return False
        ordered = tree.lemma[draft.verb] in {"order", "command"} and tree.lemma[draft.token] in LAWFUL
        return ordered or summoned(doc[draft.token], doc[draft.verb]) is not None

    def _plotted(self, draft: Draft) -> bool:
        """True where what was foiled was only a plan."""
        return any(self.tree.lemma[head].lower() in {"plot", "plan", "conspiracy", "coup"} for head in draft.patients)

    def _only_stops(self, draft: Draft, kind: str) -> bool:
        """True where nothing but the stopping negates: "prevented a patrol from passing", "troops foiled an infiltration bid" happened."""
        tree, at = self.tree, draft.token
        if draft.rule.startswith("noun"):  # the attack that those who fight beat off was tried
            verb = draft.verb if draft.verb is not None else tree.head[at]
            return verb in self.beaten and tree.child(verb, "neg") is None and tree.dep[verb] != "xcomp"
        own = kind == "access restriction" or at in self.beaten or draft.rule == "verb:prevent:does"
        return own and tree.child(at, "neg") is None and (kind == "access restriction" or tree.dep[at] != "xcomp")

    def _summed(self, at: int, when: When | None) -> bool:
        """True for a running total: "this month", "so far this year", a balance of what was done "on all fronts" or "to date"."""
        if when is not None and when.precision in {"month", "year"} and when.text.lower().startswith(("this ", "so far")):
            return True
        if self.parse.word_places.lacks(_SUMMED):
            return False
        number = self.parse.sentence_of
        here = [one for one in range(max(0, at - 30), min(len(self.tree), at + 30)) if number[one] == number[at]]
        words = " " + " ".join(self.tree.lower[one] for one in here) + " "
        return any(form in words for form in _SUMS)

    def _cared_for(self, place: Place) -> bool:
        """True for where the wounded were taken or are treated, which is not where it happened."""
        tree = self.tree
        for span in place.spans:
            first, last = self.parse.tokens_in(span)
            ends = [tree.head[at] for at in range(first, last) if tree.dep[at] == "compound" and tree.head[at] >= last]
            ends = [at for at in ends if tree.lemma[at].lower() in _HOSPITALS and tree.dep[at] == "pobj"]
            above = next((tree.head[at] for at in (*ends, *range(first, last)) if tree.dep[at] == "pobj"), None)
            if above is None or tree.dep[above] != "prep":
                return False
            verb = tree.head[above]
            particle = tree.lemma[verb].lower() == "look" and "after" in tree.lower[verb : above + 1]
            if tree.lemma[verb].lower() not in _CARE and not particle:
                return False
        return bool(place.spans)

    def _spoken_of(self, draft: Draft) -> tuple[int, int] | None:
        """Return the words of "the bombing" where a verb only speaks of it ("claimed the bombing in a call to London on Friday").

        Where and when it was spoken of is not where and when it happened.
        """
        tree, words = self.tree, self.vocabulary
        verb = tree.head[draft.token]
        if not draft.anaphoric or not draft.rule.startswith("noun") or tree.dep[draft.token] not in {"dobj", "nsubjpass"}:
            return None
        lemma = tree.lemma[verb].lower()
        speaks = lemma in words.own or lemma in words.object_to or lemma in words.accusing or lemma in _SPEAKING
        last = draft.token + 1
        while last < min(len(tree), draft.token + _BESIDE) and tree.pos[last] != "NOUN":
            last += 1  # "in a call to London": past another noun it is that noun's place
        return (tree.edges(draft.token)[0], last) if speaks else None

    def _told_there(self, spoken: tuple[int, int], when: When, at: int) -> bool:
        """True where a time is in the words of a deed spoken of, or of a deed told in the clause before: "was bombed on Sunday, and all
        attributed the bombing to the coalition"."""
        verb, sentence = self.tree.head[at], self.parse.sentence_of[at]
        for span in when.spans:
            first, last = self.parse.tokens_in(span)
            if _inside(spoken, (first, last)):
                return True
            if self.parse.sentence_of[first] == sentence and last < verb:
                told = (one for one in hung_times(self.parse, self.times).get(sentence, ()) if one.start == first)
                return all(one.governor >= 0 and one.governor != verb and not one.saying for one in told)
        return False

    def _ranked(self, at: int) -> bool:
        """True for "the second attack", "the 52nd ambush"."""
        tree = self.tree
        return any(child < at and self.nominals.entity[child] == "ORDINAL" for child in tree.children[at])

    def _totalled(self, at: int) -> bool:
        """True for what is only summed up: "bringing to 63 the number of fighters detained" is a running total, no event of its own."""
        tree = self.tree
        people = tree.head[at]
        of = tree.head[people]
        total = tree.head[of]
        if tree.dep[at] not in {"acl", "relcl"} or tree.lower[of] != "of" or tree.lemma[total].lower() not in _TOTALS:
            return False
        here = range(max(0, total - 8), min(len(tree), total + 8))
        return any(tree.lemma[one].lower() in _SUMMING and self.parse.sentence_of[one] == self.parse.sentence_of[at] for one in here)

    def _counted(self, heads: Iterable[int]) -> tuple[Quantity, ...]:
        """Return the quantities that count the people at ``heads``."""
        found: dict[int, Quantity] = {}
        for at in heads:
            for here in (at, self.nominals.content(at)):
                if here in self.quantities:
                    found[here] = self.quantities[here]
        return tuple(found[here] for here in sorted(found))

    def _participants(self, draft: Draft) -> tuple[Participant, ...]:
        """Return the participants of a draft with their roles."""
        casting, rule = self.casting, draft.rule
        blamed = self.blame.around(draft.token)
        how: Confidence = blamed.confidence if blamed is not None and set(blamed.heads) & set(draft.doers) else draft.doers_how
        found = casting.doers(draft.doers, how, rule)
        if blamed is not None and not set(blamed.heads) & {*draft.doers, *draft.patients}:
            found.extend(casting.doers(blamed.heads, blamed.confidence, blamed.rule))
        found.extend(casting.sufferers(draft.patients, draft.effect, rule, draft.doers))
        found.extend(casting.instruments(draft.instruments, rule))
        sides = casting.doers((*self._beside(draft.fighters), *draft.fighters), "fact", rule)
        found.extend(replace(side, role="other") for side in sides)
        return together(found)

    def _beside(self, fighters: Sequence[int]) -> tuple[int, ...]:
        """Return the Thai side of "Thai and Cambodian troops clashed", where two nations share a noun."""
        tree, entity = self.tree, self.nominals.entity
        if len(fighters) != 1:
            return ()
        nations = [child for child in tree.children[fighters[0]] if child < fighters[0] and entity[child] == "NORP"]
        return tuple(
            one for one in nations for other in tree.children[one] if tree.dep[other] == "conj" and entity[other] in {"NORP", "GPE"}
        )

    def _retyped(self, draft: Draft, participants: tuple[Participant, ...]) -> str:
        """Return the type, sharpened by weapon and victims: "car bomb attack" is a bombing, shots at observers an attack on observers."""
        kind = draft.type
        if kind not in {"attack", "bombing", "killing", "shelling"}:
            return kind
        groups = set()
        for head in (*draft.instruments, *draft.doers):
            noun = self.nominals.noun(self.nominals.content(head))
            if noun is not None and noun.kind == "weapon":
                groups.add(noun.group)
        victims = [item for item in participants if item.role == "victim"]
        if victims and kind in {"attack", "shelling", "bombing"} and any(item.population == "mission personnel" for item in victims):
            return "attack on observers"
        if kind in {"attack", "bombing"}:
            for group in ("air", "artillery", "bomb", "chemical"):
                if group in groups and not (kind == "bombing" and group == "artillery"):
                    return _RETYPED[group]
        if kind == "attack" and victims and draft.effect == "unknown" and self._civil(draft):
            return "attack on civilians"
        return kind

    def _civil(self, draft: Draft) -> bool:
        groups = [
            noun.group
            for at in draft.patients
            if (noun := self.nominals.noun(self.nominals.content(at))) is not None and noun.kind == "person"
        ]
        return bool(groups) and all(group in _CIVIL for group in groups)

    def _linked(self, mentions: list[EventMention]) -> Iterable[EventMention]:
        """Mark mentions that certainly repeat an earlier one: an event noun in the clause of a verb ("killed in the attack")."""
        by_token = {mention.token: mention for mention in mentions}
        for mention in mentions:
            same = self._same(mention, by_token)
            yield replace(mention, same_as=same) if same is not None else mention

    def _same(self, mention: EventMention, by_token: dict[int, EventMention]) -> int | None:
        tree = self.tree
        at = mention.token
        head = tree.head[at]
        if tree.dep[at] == "pobj" and tree.lower[head] in {"in", "during", "by"} and tree.head[head] in by_token:
            other = tree.head[head]
            return other if other < at else None
        return None
