"""Who is said to have done it, where the event's own words do not say: accusations, claims of responsibility, attributions.

"X accused Y of", "blamed Y for", "Y is responsible for", "Y claimed responsibility for", "attributed to Y". Token indices in and out.
"""

from dataclasses import dataclass

from trucewatch.reading.arguments import arguments, clause_head
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.triggers import Triggers
from trucewatch.records.terms import Confidence

_VERBAL = frozenset({"VERB", "AUX"})
_NOBODY = frozenset({"nobody", "no", "none", "neither", "one"})
_TAKES_PART = frozenset({"involve", "implicate", "participate", "collaborate", "mastermind", "plan", "order", "link", "connect"})
_REACH = 45
_NEAR = 18
_COMMITTING = frozenset(
    """commit carry perpetrate stage launch mount order mastermind conduct plan plot prepare organise organize orchestrate lead execute
    start lay plant do make be have sponsor back support finance fund direct instigate incite aid assist participate take join undertake
    attempt coordinate arrange engineer cause provoke initiate inflict""".split()
)
"""What those do who are accused of a deed by more than its name: "accused of staging the attack"."""
DENYING = frozenset({"deny", "reject", "dismiss", "refute", "disclaim", "repudiate"})
_ASKING = frozenset({"whether", "if"})
_MADE = frozenset({"assert", "implicate"})
_HAPPENED = frozenset({"certain", "probable", "possible"})
_DOORS = frozenset({"door", "feet", "doorstep"})
"""Where a deed is laid: "at the door of the landowners"."""
_PLEADING = frozenset({"plead"})
_ASKING = frozenset({"seek", "ask", "apply", "request", "petition", "beg", "receive"})
"""What those do who want amnesty for a deed of their own."""
_WORK = frozenset({"work", "doing", "handiwork"})
_TOLD = frozenset({"attr", "oprd", "dobj", "pobj"})
_BANDS = frozenset({"group", "faction", "grouping", "grouplet"})
"""Words that name those who fight only where somebody blames them."""


@dataclass(frozen=True, slots=True)
class Blamed:
    """Heads said to have done it, how sure the accusation makes it, and the rule that found them."""

    heads: tuple[int, ...]
    confidence: Confidence
    rule: str


@dataclass(frozen=True, slots=True)
class Blame:
    """Finds accusations around triggers in one parse."""

    nominals: Nominals
    vocabulary: Triggers

    def around(self, trigger: int) -> Blamed | None:
        """Return who the words that govern the trigger say did it, None where they say nothing, or say that it was not they."""
        tree = self.nominals.tree
        found = self._relative(trigger)
        if found is not None:
            return found
        at = trigger
        for _ in range(5):
            head = tree.head[at]
            if head == at or (at != trigger and tree.dep[at] == "pcomp" and tree.lemma[at].lower() not in _COMMITTING):
                return None  # "accused the opposition of exploiting the attack"
            found = self._governed(head, at)
            if found is not None:
                return found if self.stands(clause_head(tree, head)) else None
            if tree.pos[head] in _VERBAL and tree.dep[at] not in {"dobj", "nsubjpass", "conj"}:
                return self._beyond_clause(head, at)
            at = head
        return None

    def stands(self, verb: int) -> bool:
        """True where an accusation is made, not refused, denied, asked or imagined: not "did not say whether it was behind the blasts"."""
        tree = self.nominals.tree
        if self.counters(verb):
            return True
        stance = stance_of(self.nominals.parse, verb)
        if any(tree.dep[child] == "mark" and tree.lower[child] in _ASKING for child in tree.children[verb]):
            return False
        return stance.polarity in _MADE and stance.factuality in _HAPPENED

    def counters(self, verb: int) -> bool:
        """True for the accusing of "denied that its men had raided it and accused soldiers": it is no part of what is denied."""
        tree = self.nominals.tree
        if tree.dep[verb] != "conj" or tree.lemma[verb].lower() not in self.vocabulary.accusing:
            return False
        above = verb
        for _ in range(5):
            above = tree.head[above]
            if tree.lemma[above] in DENYING:
                return True
        return False

    def _beyond_clause(self, verb: int, preposition: int) -> Blamed | None:
        """Read "blamed men who had been brought there by a party for the killing", where the parse hung "for" on their being brought."""
        tree, words = self.nominals.tree, self.vocabulary
        if tree.dep[preposition] != "prep" or tree.dep[verb] not in {"relcl", "acl"}:
            return None
        for _ in range(4):
            verb = tree.head[verb]
            if tree.pos[verb] in _VERBAL:
                break
        if words.accusing.get(tree.lemma[verb].lower()) != tree.lower[preposition] or verb > preposition:
            return None
        given = arguments(tree, verb)
        return self.checked(given.objects, self.accused(given.subjects), f"blame:{tree.lemma[verb]} {tree.lower[preposition]}")

    def _relative(self, at: int) -> Blamed | None:
        """Read "the attack, which Y has blamed on X", "for which X claimed responsibility"."""
        tree, words = self.nominals.tree, self.vocabulary
        beyond = (
            child for one in self._beyond(at) for child in tree.children[one] if tree.dep[child] == "relcl" and self._for_which(child)
        )
        asked = self._for_which_after(at)
        whose = self._which_below(at)
        for verb in (*tree.children[at], *beyond, *asked, *whose):
            lemma = tree.lemma[verb].lower()
            if lemma == "claim" and tree.dep[verb] == "relcl" and self._which_claimed(verb):  # "a bombing in May, which ETA claimed"
                return self.checked(arguments(tree, verb).subjects, "claimed", "blame:claim")
            if tree.dep[verb] == "acl" and tree.tag[verb] == "VBN" and lemma in words.object_to:  # "an attack blamed on gunmen"
                return self.checked(arguments(tree, verb).after(words.object_to[lemma]), "accused", f"blame:{lemma}")
            if tree.dep[verb] == "acl" and tree.tag[verb] == "VBN" and lemma == "claim":  # "a bombing claimed by ETA"
                return self.checked(self.below(verb, "by") or arguments(tree, verb).subjects, "claimed", "blame:claim")
            if tree.dep[verb] != "relcl" and not (tree.dep[verb] == "acl" and tree.child(verb, "nsubj") is not None):
                continue
            given = arguments(tree, verb)
            if lemma in words.accusing and given.passive and self._for_which(verb):  # "for which the rebels are blamed"
                return self.checked(given.objects, self.accused(given.subjects), f"blame:{lemma} for")
            if lemma in words.object_to:
                return self.checked(given.after(words.object_to[lemma]), self.accused(given.subjects), f"blame:{lemma}")
            if lemma in words.own and any(tree.lemma[item].lower() in words.responsibility for item in given.objects):
                return self.checked(given.subjects, "claimed", f"blame:{lemma} responsibility")
            if lemma == "hold" and self._for_which(verb) and (held := self._held(verb)):
                return self.checked(held, self.accused(given.subjects), "blame:hold responsible")
            if lemma in words.accusing and not given.passive and given.objects != (at,):
                return self.checked(given.objects, self.accused(given.subjects), f"blame:{lemma}")
        return None

    def _which_below(self, at: int) -> tuple[int, ...]:
        """Return the blaming of "the burning of a mill, which he blamed on them", hung on the mill: a deed is blamed, no mill is."""
        tree, words = self.nominals.tree, self.vocabulary
        low, high = tree.edges(at)
        return tuple(
            verb
            for verb in range(at + 1, high)
            if tree.dep[verb] == "relcl"
            and tree.head[verb] != at
            and low <= tree.head[verb] < high
            and (tree.lemma[verb].lower() == "claim" or tree.lemma[verb].lower() in words.object_to)
            and (which := tree.child(verb, "dobj")) is not None
            and tree.lower[which] == "which"
            and tree.lower[which - 1] == ","
        )

    def _which_claimed(self, verb: int) -> bool:
        """True where what somebody claims is "which", and no clause about it."""
        tree = self.nominals.tree
        which = tree.child(verb, "dobj")
        return which is not None and tree.lower[which] == "which" and tree.child(verb, "ccomp", "xcomp") is None

    def _after_aside(self, at: int, preposition: str) -> tuple[int, ...]:
        """Return the remnants of "blamed the ambush, which left nine dead, on remnants", hung on what the clause between tells."""
        tree = self.nominals.tree
        return tuple(
            item
            for clause in tree.children[at]
            if tree.dep[clause] == "relcl"
            for child in tree.children[clause]
            if tree.lower[child] == preposition and tree.dep[child] == "prep" and tree.lower[child - 1] == ","
            for head in tree.children[child]
            if tree.dep[head] == "pobj"
            for item in coordinated(tree, head)
        )

    def _held(self, verb: int) -> tuple[int, ...]:
        """Return the rebels of "holds the rebels responsible"."""
        tree = self.nominals.tree
        state = next((here for here in range(verb + 1, tree.edges(verb)[1]) if tree.lower[here] in self.vocabulary.responsible), None)
        if state is None:
            return ()
        inner = tuple(child for child in tree.children[state] if tree.dep[child] == "nsubj")
        return inner or arguments(tree, verb).objects

    def _for_which_after(self, at: int) -> tuple[int, ...]:
        """Return the holding of "a grenade thrown at a shop, for which police hold them responsible": no other verb stands between."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        for here in range(at + 1, min(len(tree) - 1, at + _NEAR)):
            if sentence[here] != sentence[at] or tree.pos[here] in _VERBAL:
                break
            if tree.lower[here] == "for" and tree.lower[here + 1] == "which":
                return (tree.head[here],) if tree.dep[tree.head[here]] == "relcl" else ()
        return ()

    def _governed(self, head: int, below: int) -> Blamed | None:
        """Return who is blamed where ``head`` governs the event through ``below`` (a preposition or the event itself)."""
        tree, words = self.nominals.tree, self.vocabulary
        if tree.dep[below] == "prep" or tree.dep[below] == "agent":
            preposition = tree.lower[below]
            return self._by_preposition(head, preposition)
        lemma = tree.lemma[head].lower()
        if lemma == "be" and tree.dep[below] == "nsubj":
            return self.work(head)
        if tree.pos[head] in _VERBAL and tree.dep[below] in {"dobj", "nsubjpass", "obj"}:
            given = arguments(tree, head)
            if lemma in words.object_to:
                preposition = words.object_to[lemma]
                heads = given.after(preposition) or self.below(below, preposition) or self._after_aside(below, preposition)
                return self.checked(heads, self.accused(given.subjects), f"blame:{lemma}")
            if lemma == "lay" and (doors := [head for head in given.after("at") if tree.lower[head] in _DOORS]):
                owner = tree.child(doors[0], "poss")
                return self.checked(
                    (owner,) if owner is not None else self.below(doors[0], "of"), self.accused(given.subjects), "blame:lay at door"
                )
            people = (noun := self.nominals.noun(below)) is not None and noun.kind == "person"  # "claimed 113 killed" owns nothing
            owned = tree.dep[below] == "dobj" or (
                tree.dep[below] == "nsubjpass" and tree.child(head, "neg") is None
            )  # "was claimed by ETA"
            if lemma in {"claim", "admit", "confess"} and owned and not people:
                return self.checked(tuple(item for item in given.subjects if item != below), "claimed", f"blame:{lemma}")
        if lemma in words.object_to and tree.dep[head] == "acl":
            return self.checked(arguments(tree, head).after(words.object_to[lemma]), "accused", f"blame:{lemma}")
        return None

    def _owned_up(self, head: int, preposition: str) -> Blamed | None:
        """Read "seek amnesty for the attack", "pleaded guilty to the murder": those who ask or plead so say that it was they."""
        tree = self.nominals.tree
        lemma = tree.lower[head]
        if lemma == "guilty" and preposition == "to":
            verb, asking = tree.head[head], _PLEADING
        elif preposition == "for" and lemma == "amnesty":
            verb, asking = clause_head(tree, head), _ASKING
        elif preposition == "for" and tree.lemma[head] in _ASKING:
            verb, asking = head, _ASKING
            told = (item for child in tree.children[head] for item in (child, *tree.children[child]))
            if not any(tree.lower[item] == "amnesty" and tree.dep[item] in {"dobj", "pobj"} for item in told):
                return None
        else:
            return None
        if tree.lemma[verb] not in asking or any(tree.dep[child] == "neg" for one in (verb, head) for child in tree.children[one]):
            return None
        own = tuple(one for one in arguments(tree, verb).subjects if tree.lemma[one].lower() not in self.vocabulary.authorities)
        return self.checked(own, "claimed", f"blame:{lemma} {preposition}")

    def work(self, verb: int) -> Blamed | None:
        """Read "the massacre was the work of Y", "it looks like the work of Y"."""
        tree = self.nominals.tree
        below = [item for child in (verb, *tree.children[verb]) for item in tree.children[child]]
        work = next((item for item in below if tree.lemma[item].lower() in _WORK and tree.dep[item] in _TOLD), None)
        if work is None or tree.child(verb, "neg") is not None:
            return None
        return self.checked(self.below(work, "of"), "accused", "blame:work of")

    def _beyond(self, at: int) -> tuple[int, ...]:
        """Return the priests of "the murder of two priests": the parse may hang on them what is said of the murder."""
        tree = self.nominals.tree
        below = (child for child in tree.children[at] if tree.dep[child] == "prep" and tree.lower[child] == "of")
        return tuple(item for child in below for item in tree.children[child] if tree.dep[item] == "pobj")

    def _for_which(self, verb: int) -> bool:
        """True for a relative clause that opens with "for which"."""
        tree = self.nominals.tree
        return any(tree.lower[child] == "for" and tree.lower[child + 1 : child + 2] == ["which"] for child in tree.children[verb])

    def below(self, at: int, preposition: str) -> tuple[int, ...]:
        """Return the heads after a preposition that the parse hung on the event, or on its victims ("blamed the killings on …")."""
        tree = self.nominals.tree
        return tuple(
            item
            for noun in (at, *self._beyond(at))
            for child in tree.children[noun]
            if tree.dep[child] == "prep" and tree.lower[child] == preposition
            for head in tree.children[child]
            if tree.dep[head] == "pobj"
            for item in coordinated(tree, head)
        )

    def _by_preposition(self, head: int, preposition: str) -> Blamed | None:
        """Read "accused of", "responsible for", "responsibility for", "involved in", "behind"."""
        tree, words = self.nominals.tree, self.vocabulary
        lemma = tree.lemma[head].lower()
        if tree.pos[head] in _VERBAL and lemma in words.own and preposition == "for":
            given = arguments(tree, head)
            if any(tree.lemma[item].lower() in words.responsibility for item in given.objects):
                return self.checked(given.subjects, "claimed", f"blame:{lemma} responsibility")
        noun = lemma == "blame" and tree.dep[head] in {"nsubj", "nsubjpass", "dobj"}  # "blame for the murder lay with …", read as a verb
        if tree.pos[head] in _VERBAL and preposition == "to" and lemma in {"confess", "admit", "own"}:  # "confessed to the killing"
            return self.checked(arguments(tree, head).subjects, "claimed", f"blame:{lemma} to")
        if (owned := self._owned_up(head, preposition)) is not None:
            return owned
        if tree.pos[head] in _VERBAL and words.accusing.get(lemma) == preposition and not noun:
            given = arguments(tree, head)
            return self.checked(given.objects, self.accused(given.subjects), f"blame:{lemma} {preposition}")
        verb = tree.head[head]
        if tree.dep[head] == "dobj" and words.accusing.get(tree.lemma[verb].lower()) == preposition:
            given = arguments(tree, verb)
            return self.checked(given.objects, self.accused(given.subjects), f"blame:{tree.lemma[verb]} {preposition}")
        if tree.pos[head] not in _VERBAL and tree.lower[head] not in words.responsible and lemma not in words.responsibility:
            above = clause_head(tree, head)
            if words.accusing.get(tree.lemma[above].lower()) == preposition and above < head:
                given = arguments(tree, above)
                return self.checked(given.objects, self.accused(given.subjects), f"blame:{tree.lemma[above]} {preposition}")
        if tree.lower[head] in words.responsible and preposition in {"for", "of"}:
            return self._responsible(head)
        if lemma in words.responsibility and preposition in {"for", "in", "of"}:
            return self._responsibility(head)
        if lemma in _TAKES_PART and preposition in {"in", "to", "with"} and tree.pos[head] in _VERBAL:
            given = arguments(tree, head)
            return self.checked(given.objects if given.passive else given.subjects, "accused", f"blame:{lemma} in")
        if preposition == "behind" and lemma == "be":
            return self.checked(arguments(tree, head).subjects, "accused", "blame:be behind")
        if lemma in {"part", "participation", "involvement", "role", "complicity"} and preposition == "in":
            return self._owner(head)
        if lemma in {
            "author",
            "perpetrator",
            "mastermind",
            "suspect",
            "culprit",
            "killer",
            "accomplice",
            "party",
            "planner",
            "organizer",
            "instigator",
        } and preposition in {"of", "behind", "in", "to"}:
            verb = tree.head[head]
            if tree.dep[head] == "attr":
                return self.checked(arguments(tree, verb).subjects, "accused", f"blame:{lemma} of")
        return None

    def _responsible(self, at: int) -> Blamed | None:
        """Read "Y is responsible for", "hold Y responsible for"."""
        tree = self.nominals.tree
        head, relation = tree.head[at], tree.dep[at]
        if tree.pos[head] in _VERBAL:
            given = arguments(tree, head)
            inner = tuple(child for child in tree.children[at] if tree.dep[child] == "nsubj")
            if relation == "ccomp" and inner and tree.lemma[head].lower() in {"hold", "find", "deem", "consider", "think", "believe"}:
                return self.checked(inner, self.accused(given.subjects), "blame:hold responsible")
            if relation in {"oprd", "ccomp", "xcomp"} and given.objects:
                return self.checked(given.objects, self.accused(given.subjects), "blame:hold responsible")
            subjects = given.subjects or tuple(child for child in tree.children[at] if tree.dep[child] == "nsubj")
            return self.checked(subjects, "accused", "blame:responsible for")
        if relation in {"amod", "acl"}:
            return self.checked((head,), "accused", "blame:responsible for")
        return None

    def _responsibility(self, at: int) -> Blamed | None:
        """Read "Y claimed responsibility for", "put the blame for … on Y", "Y bears responsibility for"."""
        tree, words = self.nominals.tree, self.vocabulary
        head = tree.head[at]
        lemma = tree.lemma[head].lower()
        if tree.pos[head] not in _VERBAL:
            return self._owner(at)
        given = arguments(tree, head)
        if lemma in {"lie", "rest", "fall"} or (lemma == "lay" and not given.objects):  # "lay with the battalion"
            return self.checked(given.after("with", "on", "upon"), "accused", f"blame:responsibility {lemma}")
        if lemma in words.object_to or lemma in {"put", "lay", "place"}:
            return self.checked(given.after("to", "on", "upon", "with", "at"), self.accused(given.subjects), "blame:responsibility on")
        if lemma in words.own:
            subjects = given.subjects if tree.dep[at] in {"dobj", "obj", "nsubjpass"} else ()
            return self.checked(subjects, "claimed", f"blame:{lemma} responsibility")
        if lemma in {"bear", "have", "share"}:
            return self.checked(given.subjects, "accused", f"blame:{lemma} responsibility")
        return None

    def _owner(self, at: int) -> Blamed | None:
        """Read "Y's responsibility", "the participation of Y"."""
        tree = self.nominals.tree
        heads = [child for child in tree.children[at] if tree.dep[child] == "poss"]
        for child in tree.children[at]:
            if tree.dep[child] == "prep" and tree.lower[child] in {"of", "by"}:
                heads.extend(below for below in tree.children[child] if tree.dep[below] == "pobj")
        return self.checked(tuple(heads), "possible", "blame:part in")

    def accused(self, accusers: tuple[int, ...]) -> Confidence:
        """Return which kind of accusation it is, by who accuses."""
        tree = self.nominals.tree
        for at in accusers:
            noun = self.nominals.noun(at)
            if tree.lemma[at].lower() in self.vocabulary.authorities or (
                noun is not None and noun.group in {"state", "official", "forces"}
            ):
                return "accused_by_authorities"
            first, last = self.nominals.name(at)
            if any(tree.lower[item] in self.vocabulary.authorities for item in range(max(0, first - 4), last)):
                return "accused_by_authorities"
        return "accused"

    def said(self, at: int) -> int:
        """Return the Front of "the Front said it was behind the attack"."""
        tree = self.nominals.tree
        verb = tree.head[at]
        if tree.lower[at] in {"it", "them"} and tree.dep[at] == "dobj":
            return self._told_of(at, verb)
        if (
            tree.lower[at] not in {"it", "they"}
            or tree.dep[at] != "nsubj"
            or tree.dep[verb] != "ccomp"
            or tree.lemma[tree.head[verb]] not in SAYING
        ):
            return at
        return next((child for child in tree.children[tree.head[verb]] if tree.dep[child] == "nsubj"), at)

    def _told_of(self, at: int, verb: int) -> int:
        """Return the government of "said the government had fired them and blamed it": the nearest body before that does not accuse."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        says = tree.head[verb] if tree.dep[verb] == "conj" and tree.lemma[tree.head[verb]] in SAYING else None
        heads = arguments(tree, verb).subjects if says is None else tuple(c for c in tree.children[says] if tree.dep[c] == "nsubj")
        accusers = {self.said(head) for head in heads}
        for here in range(at - 1, max(-1, at - _REACH), -1):
            if sentence[at] - sentence[here] > 1:
                break
            noun = self.nominals.noun(here) if tree.dep[here] in {"nsubj", "nsubjpass", "dobj"} else None
            if noun is None or here in accusers or tree.pos[here] == "PRON":
                continue
            if noun.kind == "organisation" or (tree.lower[at] == "them" and noun.armed):
                return here
        return at

    def checked(self, heads: tuple[int, ...], confidence: Confidence, rule: str) -> Blamed | None:
        """Return the blamed where they name people or bodies, and nobody says "no group"."""
        tree = self.nominals.tree
        kept = []
        for at in map(self.said, heads):
            if (
                any(tree.lower[child] in _NOBODY for child in tree.children[at])
                or tree.lower[at] in _NOBODY
                or tree.lower[at] in {"other", "others"}
            ):
                continue
            initials = self.nominals.capitals[at] and self.nominals.noun(at) is None  # "accused 3R of the ambush"
            if self.nominals.doer(at) or initials or tree.lemma[at].lower() in _BANDS:
                kept.append(at)
            elif (noun := self.nominals.noun(at)) is not None and noun.kind == "weapon" and (owners := self.below(at, "of")):
                kept.extend(head for head in owners if self.nominals.doer(head))  # "blamed guns of the army"
            elif (named := tree.child(at, "appos")) is not None and tree.pos[named] == "PROPN" and self.nominals.doer(named):
                kept.append(named)  # "accused its rival, the Freedom Movement, of the raid"
        return Blamed(tuple(kept), confidence, rule) if kept else None
