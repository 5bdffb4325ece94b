"""Fixed phrases that tell of an event ("opened fire on", "took four engineers hostage") → drafts. A verb and a phrase in, one draft out."""

from dataclasses import dataclass, replace

from trucewatch.reading.aims import caught_before
from trucewatch.reading.arguments import Arguments, arguments
from trucewatch.reading.captivity import own_men
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.drafts import Draft
from trucewatch.reading.misreadings import riding
from trucewatch.reading.natural import natural_sentence
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.tree import Tree
from trucewatch.reading.triggers import Phrase
from trucewatch.records.terms import Stage

ANYTHING = "*"
"""Stands in a phrase for any noun after its preposition ("burst into …")."""

WEAPONS = "<weapon>"
"""Stands in a phrase for any weapon as its object ("used mortars against …")."""

_CAPTIVES = frozenset({"prisoner", "hostage", "captive"})
_GUNS = frozenset({"bomb", "gun", "artillery", "air", "chemical"})
_WHENS = frozenset({"DATE", "TIME"})
_WITH = ("with", "using", "by", "from", "through")
_BEFORE = 4
"""Tokens from the noun of a phrase in the passive to its verb."""
_TRIED = frozenset({"try", "attempt", "fail", "seek"})


@dataclass(frozen=True, slots=True)
class PhraseFinder:
    """Reads fixed phrases in one parse."""

    nominals: Nominals
    conditions: Conditions

    def draft(self, at: int, phrase: Phrase, given: Arguments) -> Draft | None:
        """Return the draft of a fixed phrase, where the verb has its object, prepositional phrase or adverb."""
        tree = self.nominals.tree
        last = self._completed(at, phrase)
        if last is None:
            return None
        subjects, objects = given.subjects, tuple(head for head in given.objects if head != last)
        if phrase.patient == "object" and any(self.nominals.content(head) == last for head in objects):
            objects = ()  # "took two of the drivers hostage"
        if not objects and phrase.patient == "object":  # "took four engineers hostage", read as one noun phrase
            objects = tuple(
                head for head in tree.children[last] if tree.dep[head] in {"compound", "nmod"} and self.conditions.any((head,), "person")
            )
        if not objects and phrase.patient == "object" and tree.dep[last] in {"nmod", "compound"}:
            objects = (tree.head[last],)
        if not objects and phrase.patient == "object" and phrase.object in _CAPTIVES and tree.tag[last] == "NNS" and not given.passive:
            counted = tree.child(last, "nummod") is not None or any(map(self.conditions.fights, subjects))
            objects = (last,) if counted else ()  # "taking 20 prisoners"
        if not subjects and last == tree.head[at] and tree.dep[at] == "amod":  # "residents set fire to a hostel", read as one noun phrase
            before = [child for child in tree.children[last] if child < at and tree.dep[child] in {"nmod", "compound", "nsubj"}]
            subjects = tuple(filter(self.nominals.doer, before))
        through = self._beyond(last, phrase.through, given)
        first = last if given.passive and 0 < at - last <= _BEFORE else at  # "that poison gas was used"
        draft = Draft(
            at,
            phrase.type,
            phrase.effect,
            (first, max(at, last) + 1),
            f"phrase:{phrase.verb} {phrase.object or phrase.pobj or phrase.adverb}",
        )
        draft.stage = stage_of(tree, at)
        if phrase.patient == "subject":
            draft.patients = subjects
            draft.doers = tuple(filter(self._shooter, self._beyond(last, ("from", "by"), given)))  # "came under fire from militiamen"
        elif phrase.patient == "of_object":
            draft.doers = subjects if phrase.doer else ()
            draft.patients = objects or tuple(caught_before(self.nominals, at, head) for head in self._of(last)) or given.after("to")
        elif phrase.patient == "object":
            if phrase.effect in {"killed", "injured", "detained"}:
                for head in objects:
                    self.nominals.take_as_somebody(head)  # "took the third away"
            if not given.passive and phrase.pobj == "death":  # "hacked to death eight of its occupants", read as a death of eight
                beside = [head for head in self._of(last) if head > last]
                objects = (*[head for head in beside if tree.dep[head] == "pobj"], *beside)[:1] or objects
            draft.doers, draft.patients = subjects, objects
            if phrase.adverb == "down" and not objects and not given.passive:  # "a bridge burned down"
                draft.doers, draft.patients = (), tuple(filter(self.conditions.thing, subjects))
        elif phrase.patient == "none":
            draft.fighters = subjects
        elif phrase.patient == "none_rule":
            return None
        else:
            draft.doers, draft.patients = subjects, through
        if phrase.type == "armed clash":
            draft.fighters, draft.doers, draft.patients = (*draft.doers, *draft.patients), (), ()
        if (
            phrase.type == "arson"
            and phrase.verb == "set"
            and not any(self.nominals.noun(self.nominals.content(head)) for head in draft.patients)
            and not (tree.tag[last] == "NNS" and any(map(self.conditions.fights, subjects)))  # "militants had set the fires"
        ):
            return None
        if phrase.effect == "detained" and draft.patients and all(own_men(tree, head) for head in draft.patients):
            return None  # "led his men away"
        if phrase.effect in {"killed", "detained"} and phrase.patient in {"object", "of_object"} and not draft.patients:
            return None
        if not self._suits(at, phrase, draft):
            return None
        draft.doers = tuple(head for head in draft.doers if head != last)
        if phrase.pobj == ANYTHING:
            draft.doers = draft.doers or (
                tuple(riding(tree, at)) or given.objects if tree.dep[at] == "acl" else ()
            )  # "settlers set upon a shepherd"
            draft.patients = (last,)
        if phrase.armed and not any(self.conditions.fights(head) for head in (*draft.doers, *draft.fighters)):
            return None
        draft.instruments = instruments(self.conditions, given)
        if tree.dep[at] == "acl" and given.passive:
            draft.patients = draft.patients or given.objects
        return replace(draft)

    def _shooter(self, at: int) -> bool:
        """True for people or a body from whom fire comes: a place may only be where it comes from."""
        noun = self.nominals.noun(self.nominals.content(at))
        return self.nominals.doer(at) and (noun is None or noun.kind in {"person", "organisation"})

    def _suits(self, at: int, phrase: Phrase, draft: Draft) -> bool:
        """Return whether those who suffer are what the phrase asks for, and no illness or accident is the cause."""
        if phrase.people and not self.conditions.any(draft.patients, "person"):
            return False
        if phrase.hit and not any(map(self._shot_at, draft.patients)):
            return False
        if phrase.onto and all(self.nominals.entity[head] in _WHENS for head in draft.patients):
            return False
        if phrase.weapon and not self.conditions.any(draft.patients, "weapon"):
            return False
        return draft.effect not in {"killed", "injured"} or bool(draft.doers) or not natural_sentence(self.nominals.parse, at)

    def _shot_at(self, at: int) -> bool:
        """True for those who fight, a unit, people without an office, and things: "came under fire" is said of ministers too."""
        if self.conditions.fights(at) or self.nominals.tree.lemma[at].lower() in self.nominals.vocabulary.units:
            return True
        nouns = self.nominals.nouns(self.nominals.content(at))
        return bool(nouns) and nouns[0].kind in {"person", "target", "weapon"} and not self.conditions.officials((at,))

    def _shot_with(self, at: int, weapon: int) -> bool:
        """True for guns and bombs, whoever uses them, and for sticks and knives in the hands of those who fight."""
        if self.conditions.any((weapon,), "weapon", _GUNS):
            return True
        return self.conditions.any((weapon,), "weapon") and any(map(self.conditions.fights, arguments(self.nominals.tree, at).subjects))

    def _completed(self, at: int, phrase: Phrase) -> int | None:
        """Return the token that completes the phrase, or None where it is not there."""
        tree = self.nominals.tree
        for child in tree.children[at]:
            lemma, relation = tree.lemma[child].lower(), tree.dep[child]
            if relation == "prep" and phrase.prep == tree.lower[child] and phrase.pobj == ANYTHING and not tree.children[child]:
                return tree.child(at, "nsubjpass")  # "her office was broken into"
            if phrase.object == WEAPONS:
                if relation in {"dobj", "nsubjpass"} and self._shot_with(at, child):
                    return child
                continue
            if (
                phrase.object
                and relation in {"dobj", "obj", "nsubjpass", "oprd", "advmod", "xcomp", "ccomp", "npadvmod", "attr"}
                and phrase.object in {lemma, tree.lower[child], f"{tree.lower[child - 1]} {lemma}"}
            ):
                return child
            named = tree.child(child, "appos") if phrase.object and relation == "dobj" else None
            if named is not None and phrase.object == tree.lemma[named].lower() and tree.child(named, "poss") is not None:
                return named  # "cost five herders their lives"
            if phrase.object in _CAPTIVES and relation == "dobj" and tree.pos[child] == "NUM":  # "took two of the drivers hostage"
                for taken in (item for preposition in tree.children[child] for item in tree.children[preposition]):
                    if phrase.object == tree.lemma[taken].lower():
                        return taken
            if phrase.adverb and tree.lower[child] == phrase.adverb:
                return child
            if phrase.prep and tree.lower[child] == phrase.prep:
                inner_of = [below for below in tree.children[child] if tree.dep[below] == "prep" and tree.lower[below] == "of"]
                for below in (*tree.children[child], *(item for one in inner_of for item in tree.children[one])):
                    if tree.dep[below] in {"pobj", "pcomp"} and phrase.pobj in {tree.lemma[below].lower(), tree.lower[below], ANYTHING}:
                        return below
                    for inner in tree.children[below]:  # "took into custody 11 fishermen", read as one noun phrase
                        if tree.dep[inner] in {"nmod", "compound"} and tree.lower[inner] == phrase.pobj:
                            return inner
        if (phrase.object or phrase.adverb == "safe") and at + 1 < len(tree) and tree.lower[at + 1] in {phrase.object, phrase.adverb}:
            return at + 1
        if phrase.prep and phrase.pobj == "fire" and (objects := arguments(tree, at).objects):
            end = tree.edges(at)[1]  # "set two lorries loaded with grain on fire": the parse hangs the end on what was loaded
            return next((here for here in range(max(objects), end) if tree.lower[here] == "fire" and tree.lower[here - 1] == "on"), None)
        return None

    def _beyond(self, last: int, through: tuple[str, ...], given: Arguments) -> tuple[int, ...]:
        """Return the heads after the phrase's own prepositions, whether they hang on the verb or on its object."""
        if not through:
            return ()
        tree = self.nominals.tree
        found = list(given.after(*through))
        for child in tree.children[last]:
            if tree.dep[child] == "prep" and tree.lower[child] in through:
                found.extend(below for below in tree.children[child] if tree.dep[below] == "pobj")
        for weapon in () if found else given.after(*_WITH):  # "opened fire with rifles on a patrol": the parse hangs it on the rifles
            for child in tree.children[weapon]:
                if tree.dep[child] == "prep" and tree.lower[child] in through:
                    found.extend(below for below in tree.children[child] if tree.dep[below] == "pobj")
        return tuple(found)

    def _of(self, at: int) -> tuple[int, ...]:
        tree = self.nominals.tree
        found: list[int] = []
        for child in tree.children[at]:
            if tree.dep[child] == "prep" and tree.lower[child] == "of":
                found.extend(item for below in tree.children[child] if tree.dep[below] == "pobj" for item in coordinated(tree, below))
            elif tree.dep[child] == "poss" or tree.dep[child] == "nummod":
                found.append(child)
        return tuple(found)


def instruments(conditions: Conditions, given: Arguments) -> tuple[int, ...]:
    """Return the weapons after "with", "using", "by means of"."""
    tree = conditions.nominals.tree
    heads = [*given.after(*_WITH)]
    for thing in () if given.passive else given.objects:  # "sprayed a pickup with rifle fire": the parse hangs it on the pickup
        for child in tree.children[thing]:
            if child > thing and tree.dep[child] == "prep" and tree.lower[child] in {"with", "using"}:
                heads.extend(below for below in tree.children[child] if tree.dep[below] == "pobj")
    return tuple(head for head in heads if conditions.any((head,), "weapon"))


def stage_of(tree: Tree, at: int) -> Stage:
    """Return "attempted" where somebody tried ("tried to kidnap", "failed to blow up")."""
    head = tree.head[at]
    if tree.dep[at] in {"xcomp", "ccomp", "acl"} and tree.lemma[head].lower() in _TRIED | {"attempt", "effort"}:
        return "attempted"
    return "accomplished"
