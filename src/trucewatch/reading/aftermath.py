"""Who is said to have done what the sentence before told: "the minister blamed a militia", "the ELN claimed responsibility".

Nothing in such a sentence names the deed again, or only as "the attack", "it". Token indices in, the blamed out.
"""

from dataclasses import dataclass

from trucewatch.reading.arguments import Arguments, arguments
from trucewatch.reading.blame import DENYING, Blame, Blamed
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.triggers import Triggers
from trucewatch.reading.witnessing import NAMING as WITNESSED
from trucewatch.reading.witnessing import TELLING, named
from trucewatch.records.terms import Confidence

_VERSIONS = frozenset("version account claim explanation story statement assertion allegation charge thesis contention theory".split())
_REJECTING = DENYING | frozenset(
    "rule dispute contest disprove discount contradict rebut exclude disbelieve challenge discard doubt".split()
)
_IT = frozenset({"it", "them", "this", "that", "these", "those", "both"})
_THE = frozenset({"the", "this", "that", "these", "those", "both"})
_DOING = frozenset({"carry", "lay", "plant", "perpetrate", "commit", "stage", "launch", "fire", "place", "detonate"})
_OWNING = frozenset({"claim", "admit", "acknowledge", "assume", "accept", "avow", "take", "own"})
_CALLS = [["call"], ["statement"], ["message"], ["broadcast"], ["letter"], ["video"], ["leaflet"], ["communique"], ["communiqué"], ["post"]]
"""What somebody owns a deed in ("the killing in a call to the agency"), which tells of no other deed."""
_CULPRITS = frozenset(
    """perpetrator killer attacker assailant culprit murderer assassin gunman abductor kidnapper author raider captor bomber hijacker robber
    thief arsonist shooter sniper intruder hostage-taker kidnaper ambusher gang group band those one""".split()
)
_AMBIGUOUS = frozenset({"gang", "group", "band", "those", "one"})
"""Words for culprits only where they are said to be "responsible" or "behind it"."""
_SENDING = frozenset({"fire", "lay", "plant", "launch", "place", "detonate", "throw", "drop", "set", "hide", "bury", "lob", "hurl", "send"})
_NAMING = frozenset({"identify", "recognise", "recognize", "describe", "name"})
_LOOKING = frozenset({"look", "seem", "appear"})
_TAKING_FOR = _LOOKING | frozenset(
    "believe think say suspect report presume assume understand know suppose allege rumour rumor hold".split()
)
"""Verbs that say whom people take somebody for."""
THE_WEAPON = "blame:the weapon"
"""The rule of whoever laid or fired the weapon by which people were hurt in the sentence before."""
SENT_IT = "blame:sent it"
"""The rule of whoever is said to have fired or laid "it", which may be no weapon."""
BLAMING = (
    {"do"}
    | _SENDING
    | _DOING
    | _OWNING
    | _NAMING
    | _LOOKING
    | TELLING
    | WITNESSED
    | frozenset({"attribute", "ascribe", "pin", "impute", "blame", "be", "suspect", "fall", "rest", "bear", "point", "accuse", "hold"})
)
"""Lemmas of the verbs asked."""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """Finds accusations of what was told before, in one parse."""

    nominals: Nominals
    vocabulary: Triggers
    blame: Blame

    def blamed(self, at: int) -> Blamed | None:
        """Return who the verb at ``at`` blames for what was just told."""
        tree = self.nominals.tree
        lemma = tree.lemma[at].lower()
        if lemma == "be":
            return self._being(at)
        given = arguments(tree, at)
        if lemma in _OWNING and (owner := self._owned(at, given)) is not None:
            return owner
        if lemma in {"fall", "rest"} and any(tree.lower[head] in {"suspicion", "blame"} for head in given.subjects):
            return self.blame.checked(given.after("on", "upon", "with"), "possible", "blame:suspicion")
        if lemma == "bear" and (marks := [head for head in given.objects if tree.lemma[head] in {"hallmark", "mark", "stamp"}]):
            told = any(map(self.pointing, given.subjects))
            return self.blame.checked(self.blame.below(marks[0], "of"), "possible", "blame:hallmarks") if told else None
        if lemma == "point" and any(tree.lower[head] == "finger" for head in given.objects):
            heads = given.after("at") or self.blame.below(next(iter(given.objects)), "at")
            return self.blame.checked(heads, self.blame.accused(given.subjects), "blame:point finger")
        bare = tree.tag[at] in {"VBN", "VBD"} and not given.objects and tree.edges(at)[1] <= at + 2
        if lemma in {"blame", "accuse"} and bare and not given.passive:  # "Khmer Rouge blamed."
            return self.blame.checked(tuple(filter(self._fights, given.subjects)), "accused", f"blame:{lemma}")
        if lemma == "suspect" and tree.dep[at] != "amod" and tree.child(at, "ccomp", "xcomp") is None and not given.after("of", "in"):
            heads = given.subjects if bare else given.objects if given.subjects or given.passive else ()
            armed = tuple(head for head in heads if self._fights(head))
            return self.blame.checked(armed, self.blame.accused(given.subjects), "blame:suspect")
        if lemma == "accuse" and not self._of_something(at, given):
            return self.blame.checked(tuple(filter(self._side, given.objects)), self.blame.accused(given.subjects), "blame:accuse")
        if lemma == "hold" and (held := self._held(at, given)):
            return self.blame.checked(held, self.blame.accused(given.subjects), "blame:hold responsible")
        if lemma in TELLING | WITNESSED and (seen := named(Conditions(self.nominals), at, given)):
            return self.blame.checked(seen, "accused", "blame:witnesses")
        if lemma in _NAMING and any(map(self._culprits, given.objects)):
            return self.blame.checked(given.after("as"), self.blame.accused(given.subjects), "blame:culprits")
        if lemma in _LOOKING:
            return self._work_of(at, given.subjects)
        if lemma == "blame" and not any(map(self.pointing, given.objects)):
            if any(map(self.pointing, given.after("for"))):  # "blamed Kurdish militants for the blast"
                return self.blame.checked(given.objects, self.blame.accused(given.subjects), "blame:for it")
            own = any(tree.lower[child] == "for" for head in given.objects for child in tree.children[head])
            on = any(self.nominals.doer(head) for head in given.after("on"))  # "blamed the rebels on the ridge" blames the rebels
            if own or on or any(word in {"for", "of"} for word, _ in given.preps) or not given.subjects:
                return None
            return self.blame.checked(given.objects, self.blame.accused(given.subjects), "blame:afterwards")
        if lemma in _DOING and any(tree.lower[head] == "it" or self.pointing(head) for head in given.objects):
            heads = tuple(head for head in given.subjects if tree.pos[head] != "PRON")
            if not heads and given.subjects and tree.dep[at] == "ccomp":  # "ETA said it carried out the attack"
                return self.blame.checked(arguments(tree, tree.head[at]).subjects, "claimed", f"blame:{lemma} it")
            return self.blame.checked(heads, "accused", f"blame:{lemma} it")
        so = any(tree.lower[head] == "so" for head in tree.children[at])
        if lemma == "do" and (so or any(tree.lower[head] == "it" for head in given.objects)):  # "dissidents did it"
            heads = tuple(map(self.blame.said, given.subjects))  # "the Front said it had done so"
            did = self._fights if so else self._may_have_done
            return self.blame.checked(tuple(filter(did, heads)), "accused", "blame:do it")
        if lemma == "do" and any(map(self.pointing, given.objects)):  # "riflemen appear to have done the shooting"
            if self._version_rejected(at):
                return None
            return self.blame.checked(tuple(filter(self._may_have_done, given.subjects)), self._by_whom(at), "blame:do it")
        sent = lemma in _SENDING and any(tree.lower[head] == "it" for head in given.objects)  # "said the army had sent it"
        if lemma in _SENDING and (sent or any(map(self._weapon_told, given.objects))):
            heads = tuple(map(self.blame.said, given.subjects))
            how: Confidence = "claimed" if heads != given.subjects else self._by_whom(at) if tree.dep[at] == "ccomp" else "fact"
            return self.blame.checked(tuple(filter(self._fights, heads)), how, SENT_IT if sent else THE_WEAPON)
        if lemma in self.vocabulary.object_to:
            told = any(tree.lower[head] in _IT or self.pointing(head) for head in given.objects)
            preposition = self.vocabulary.object_to[lemma]
            heads = given.after(preposition) or tuple(item for head in given.objects for item in self.blame.below(head, preposition))
            return self.blame.checked(heads, self.blame.accused(given.subjects), f"blame:{lemma}") if told else None
        return None

    def _version_rejected(self, at: int) -> bool:
        """True where what is told is "a version which the inquiry rules out", "an account the survivors reject"."""
        tree = self.nominals.tree
        told = (here for here in range(at + 1, tree.edges(at)[1]) if tree.lower[here] in _VERSIONS and "," in tree.lower[at:here])
        return any(tree.dep[child] == "relcl" and tree.lemma[child] in _REJECTING for here in told for child in tree.children[here])

    def _may_have_done(self, at: int) -> bool:
        """True for those who fight, bodies and people in the plural: "his supporters say officials did it"."""
        tree, noun = self.nominals.tree, self.nominals.noun(self.nominals.content(at))
        if tree.pos[at] == "PRON" or tree.child(at, "neg") is not None:
            return False
        return self._fights(at) or (noun is not None and (noun.kind == "organisation" or (noun.kind == "person" and tree.tag[at] == "NNS")))

    def _weapon_told(self, at: int) -> bool:
        """True for "the mine", "the rounds": a weapon that was told of before, with nothing of its own."""
        tree = self.nominals.tree
        noun = self.nominals.noun(at)
        if noun is None or noun.kind != "weapon" or tree.child(at, "acl", "relcl", "compound", "amod", "poss", "nummod") is not None:
            return False
        if any(tree.dep[child] == "prep" for child in tree.children[at]):
            return False
        return any(tree.lower[child] in {"the", "these", "this", "those"} for child in tree.children[at])

    def pointing(self, at: int) -> bool:
        """True for "the crime", "this attack", "both killings": a noun of an event told before, with nothing of its own."""
        tree, words = self.nominals.tree, self.vocabulary
        if tree.lemma[at].lower() not in words.nouns or tree.child(at, "acl", "relcl", "compound", "poss") is not None:
            return False
        if any(
            tree.dep[child] == "prep" and tree.lower[child] not in {"to", "on"} and tree.lemma[child + 2 : child + 3] not in _CALLS
            for child in tree.children[at]
        ):
            return False
        return any(tree.lower[child] in _THE for child in tree.children[at])

    def _owned(self, at: int, given: Arguments) -> Blamed | None:
        """Read "the ELN claimed responsibility", "the attack was claimed by the ELN", "claimed it on behalf of the ELN"."""
        tree, words = self.nominals.tree, self.vocabulary
        owned = [head for head in given.objects if tree.lemma[head].lower() in words.responsibility]
        told = any(tree.lower[head] == "it" or self.pointing(head) for head in given.objects)
        if not told and (not owned or tree.lemma[at] == "own"):
            return None
        whose = [(tree.lower[child], below) for head in owned for child in tree.children[head] for below in tree.children[child]]
        if any(word in {"for", "of"} and tree.lower[below] not in _IT and not self.pointing(below) for word, below in whose):
            return None  # "claimed responsibility for the killing of a mayor": that deed, and not the one before
        heads = self._represented(at, given) or given.subjects
        return self.blame.checked(heads, "claimed", "blame:claim")

    def _represented(self, at: int, given: Arguments) -> tuple[int, ...]:
        """Return on whose behalf, or as whose spokesman, somebody claims it."""
        tree = self.nominals.tree
        behalf = [here for here in range(*tree.edges(at)) if tree.lower[here] in {"behalf", "name"} and tree.dep[here] == "pobj"]
        for head in (*behalf, *given.subjects):
            clause = tree.child(head, "relcl", "acl") if head not in behalf else None
            if clause is not None and tree.lemma[clause] == "speak":  # "Tariq Afridi, who speaks for a Taliban faction, owned the killing"
                found = arguments(tree, clause).after("for")
                if found and any(map(self._fights, found)):
                    return found
            for child in tree.children[head]:
                if tree.dep[child] == "prep" and tree.lower[child] in {"of", "for"}:
                    found = tuple(item for below in tree.children[child] if tree.dep[below] == "pobj" for item in coordinated(tree, below))
                    if found and (head in behalf or any(map(self._fights, found))):
                        return found
        return ()

    def _being(self, at: int) -> Blamed | None:
        """Read "the attack was the work of X", "X is behind it", "X was responsible", "the killers were X"."""
        tree = self.nominals.tree
        subjects = [child for child in tree.children[at] if tree.dep[child] == "nsubj"] or self._taken_for(at)
        if (work := self._work_of(at, tuple(subjects))) is not None:
            return work
        if any(tree.lower[child] == "behind" for child in tree.children[at]):
            given = arguments(tree, at)
            if any(tree.lower[item] == "it" for item in given.after("behind")):
                return self.blame.checked(given.subjects, "accused", "blame:be behind it")
        state = tree.child(at, "acomp")
        if state is not None and tree.lower[state] == "responsible" and not self._of_other(state):
            return self.blame.checked(arguments(tree, at).subjects, "accused", "blame:be responsible")
        told = tree.child(at, "attr", "acomp")
        if told is None:
            return None
        if self._owns(at, told, tuple(subjects)):  # "the Provisionals said that it was theirs"
            said = tuple(child for child in tree.children[tree.head[at]] if tree.dep[child] == "nsubj" and child != at)
            return self.blame.checked(said, "claimed", "blame:it was theirs")
        if tree.dep[told] == "acomp":
            return None
        if any(tree.lower[child] in {"it", "this"} for child in subjects) and self._it_was(at, told):
            return self.blame.checked(coordinated(tree, told), self._by_whom(at), "blame:it was")
        if any(map(self._culprits, subjects)):
            return self.blame.checked(coordinated(tree, told), self._by_whom(at), "blame:culprits")
        if self._culprits(told) and tree.lemma[told] not in _AMBIGUOUS and tree.child(at, "neg") is None and not self._of_something(told):
            return self.blame.checked(tuple(filter(self._fights, subjects)), self._by_whom(at), "blame:culprits")
        return None

    def _taken_for(self, at: int) -> list[int]:
        """Return the abductors of "the abductors are believed to be soldiers", "the killers appear to have been rebels"."""
        tree, above = self.nominals.tree, self.nominals.tree.head[at]
        if tree.dep[at] != "xcomp":
            return []
        if tree.lower[above] in {"likely", "unlikely"} and tree.lemma[tree.head[above]] == "be":
            above = tree.head[above] if tree.lower[above] == "likely" else at
        elif tree.lemma[above] not in _TAKING_FOR:
            return []
        return [child for child in tree.children[above] if tree.dep[child] in {"nsubj", "nsubjpass"} and above != at]

    def _owns(self, at: int, told: int, subjects: tuple[int, ...]) -> bool:
        """True for "it was theirs", "the deed was its own", "the bomb had been theirs", as somebody says."""
        tree = self.nominals.tree
        if tree.dep[at] != "ccomp" or tree.lemma[tree.head[at]] not in SAYING or tree.child(at, "neg") is not None:
            return False
        meant = any(tree.lower[head] in _IT or self.pointing(head) or self._weapon_told(head) for head in subjects)
        return meant and (tree.lower[told] == "theirs" or tree.lower[told - 1 : told + 1] in (["its", "own"], ["their", "own"]))

    def _culprits(self, at: int) -> bool:
        """True for "the killers", "the gang responsible"."""
        return self.nominals.tree.lemma[at].lower() in _CULPRITS and self._culprit(at)

    def _work_of(self, verb: int, subjects: tuple[int, ...]) -> Blamed | None:
        """Read "the attack was the work of X", "it looked like the work of X", "the bomb was likely the work of X"."""
        tree = self.nominals.tree
        told = (tree.lower[head] in {"it", "this", "that"} or self.pointing(head) or self._weapon_told(head) for head in subjects)
        return self.blame.work(verb) if any(told) else None

    def _of_something(self, at: int, given: Arguments | None = None) -> bool:
        """True where an accusation, or a word for culprits, goes on to say of what: of a deed other than the one told before."""
        tree = self.nominals.tree
        if given is not None and tree.child(at, "xcomp", "ccomp", "advcl") is not None:
            return True
        hung = (at,) if given is None else (at, *given.objects)
        after = [child for head in hung for child in tree.children[head] if tree.dep[child] in {"prep", "dative"} and child > at]
        of = [child for child in after if tree.lower[child] in {"of", "for", "in", "over", "with"}]
        bodies = [body for head in hung for body in self.nominals.bodies(head)]  # "accused members of the army"
        below = [item for child in of for item in tree.children[child] if item not in bodies]
        return any(tree.lower[item] not in _IT and not self.pointing(item) for item in below)

    def _held(self, at: int, given: Arguments) -> tuple[int, ...]:
        """Return the rebels of "holds the rebels responsible", with nothing after "for" but what was told before."""
        tree, words = self.nominals.tree, self.vocabulary
        state = next((here for here in range(at + 1, tree.edges(at)[1]) if tree.lower[here] in words.responsible), None)
        if state is None or self._of_other(state) or self._of_other(at):
            return ()
        inner = tuple(child for child in tree.children[state] if tree.dep[child] == "nsubj")
        return tuple(filter(self._side, inner or given.objects))

    def _side(self, at: int) -> bool:
        """True for those who fight, a body, a state or a place that stands for one; not for a mayor, who may only have failed."""
        nominals = self.nominals
        noun = nominals.noun(nominals.content(at))
        if any(nominals.tree.lower[child] in {"his", "her", "their"} for child in nominals.tree.children[at]):
            return False  # "accuse their commander"
        return self._fights(at) or (noun is not None and noun.kind in {"organisation", "place"})

    def _culprit(self, at: int) -> bool:
        """True for "the captors", "the gang responsible"."""
        tree = self.nominals.tree
        if tree.lemma[at].lower() in _AMBIGUOUS:
            return any(tree.lower[below] in {"responsible", "behind"} for below in range(*tree.edges(at)))
        return self._definite(at)

    def _by_whom(self, verb: int) -> Confidence:
        """Return whose accusation "believes the captors to be X" is."""
        tree = self.nominals.tree
        above = tree.head[verb]
        subjects = tuple(child for child in tree.children[above] if tree.dep[child] == "nsubj") if tree.dep[verb] == "ccomp" else ()
        return self.blame.accused(subjects)

    def _it_was(self, verb: int, told: int) -> bool:
        """True for "it was the GAL", where those named fight and no clause goes on to tell what else "it was" they who did."""
        tree = self.nominals.tree
        if not self._fights(told) or tree.child(verb, "neg") is not None or tree.child(told, "det") is None:
            return False
        if any(tree.dep[child] == "relcl" and tree.lower[tree.edges(child)[0] - 1] != "," for child in tree.children[told]):
            return False
        return not any(tree.dep[child] in {"advcl", "ccomp", "relcl"} for child in tree.children[verb])

    def _of_other(self, state: int) -> bool:
        """True where "responsible" goes on with "for" something other than what was told before."""
        tree = self.nominals.tree
        after = [below for child in tree.children[state] if tree.lower[child] in {"for", "to"} for below in tree.children[child]]
        return any(tree.lower[below] not in _IT and not self.pointing(below) for below in after)

    def _definite(self, at: int) -> bool:
        tree = self.nominals.tree
        return any(tree.lower[child] in {"the", "his", "her", "their", "its"} for child in tree.children[at])

    def _fights(self, at: int) -> bool:
        nominals = self.nominals
        noun = nominals.noun(nominals.content(at))
        return (
            (noun is not None and noun.armed)
            or nominals.entity[at] == "ORG"
            or nominals.capitals[at]
            or bool(nominals.bodies(at))
            or nominals.armed_words(at)
            or nominals.tree.lemma[at].lower() in nominals.vocabulary.armed_collectives
        )
