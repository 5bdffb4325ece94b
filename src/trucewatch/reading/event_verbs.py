"""Verbs, fixed phrases and states that tell of an event → drafts. One verb in, at most one draft out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trucewatch.reading.agents import at_hands, avowed, cleared, fronted, with_agent
from trucewatch.reading.aims import LIMBS, avowing, caught_before, from_whose, where, whose_limb
from trucewatch.reading.arguments import Arguments, arguments
from trucewatch.reading.combat import ASSAULTS
from trucewatch.reading.conditions import Case, Conditions
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.drafts import Draft
from trucewatch.reading.entries import entered
from trucewatch.reading.event_phrases import PhraseFinder, instruments, stage_of
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.hindering import refused
from trucewatch.reading.leftwards import with_subject
from trucewatch.reading.misreadings import described, found_so, prepositional, riding
from trucewatch.reading.natural import natural_cause, natural_sentence
from trucewatch.reading.needs import hold
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.nouns import COUNT, DAYS, FIRE, SOMEBODY, SOMETHING
from trucewatch.reading.offices import offices
from trucewatch.reading.participles import set_apart
from trucewatch.reading.strangers import people, somebody, something
from trucewatch.reading.telegraphic import as_passive
from trucewatch.reading.triggers import Trigger, Triggers

_RECORDING = frozenset({"video", "footage", "photo", "photograph", "picture", "image", "film", "exercise", "series", "game", "play"})
"""What also shows what happened, or is a word for other things."""
_TARGET_PREPS = (
    "at",
    "on",
    "upon",
    "against",
    "in",
    "outside",
    "near",
    "under",
    "beneath",
    "underneath",
    "alongside",
    "inside",
    "between",
    "among",
    "amid",
    "opposite",
    "beside",
    "behind",
    "into",
    "toward",
    "towards",
)
_OF_PEOPLE = frozenset("murder assassinate behead decapitate lynch massacre slaughter abduct kidnap rape execute".split())
"""Verbs of which people are the object, whoever does it."""
_WAYLAYING = frozenset("ambush waylay stab beat flog wound injure maim arrest detain abduct kidnap imprison jail".split())
_SHOT_AT = frozenset({"fire", "shoot", "open", "fall"})
_DOWNING = frozenset({"dead", "down"})
_BEFORE_NOUN = frozenset({"DT", "CD", "JJ", "PRP$", "JJR", "RBR", "``", "VBN", "HYPH"})
_NAMING = frozenset({"identify", "name"})
_OF_PLACES = frozenset({"shell", "bomb", "bombard", "mortar", "rocket", "strafe", "pound"})
_SACKING = frozenset("plunder pillage loot ransack sack raze besiege overrun".split())
"""What those who fight do to places only: the name of nothing known that they do it to is a place's."""
_LAID = frozenset("hide conceal plant place leave put set lay bury attach fix fasten stash stow deposit park".split())
"""What is done with a device before it goes off."""
_SHOOTING = frozenset({"shoot", "snipe"})
_STREAMING = frozenset({"pour", "stream", "pump", "spill", "roll"})
_SERVED = frozenset({"mortar", "gun", "shell", "howitzer", "cannon", "artillery", "tank", "shellfire", "battery"})
_SHOOTERS = frozenset({"sniper", "gunner", "marksman"})
"""Before "fire" they tell what kind of fire it was, not who shot."""
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "anything", "everything"})
_BELIEVING = frozenset("believe think say suspect report presume assume understand suppose allege fear claim".split())
_SELVES = frozenset({"himself", "herself", "themselves", "itself"})
_RUINING = frozenset(
    """attack raid storm ransack strafe shell mortar bombard rocket bomb dynamite firebomb blast burn torch destroy demolish
    raze wreck vandalise vandalize flatten damage bulldoze devastate shatter disable cripple knock hole loot plunder pillage
    hit strike pound rake target rob overrun besiege overwhelm encircle invade""".split()
)
_CLOSING = frozenset(
    """push pour roll press thrust ride stream gallop surge drive sweep sail trot besiege seal cordon ring enter invade
    penetrate comb scour search surround encircle""".split()
)
"""Verbs of moving that are done to a place."""
_MISSIONS = frozenset({"mission"})
_LAUNCHING = frozenset(
    """launch fire plant throw drop detonate lob hurl set place send emplace lay bury aim shoot sow seed strew scatter leave hide conceal
    rig wire attach fix toss fling fling direct discharge release deposit install""".split()
)
_SENDING = frozenset(
    {"send", "fire", "launch", "lob", "hurl", "throw", "pour", "pump", "rain", "direct", "drop", "unleash", "loose", "aim", "toss", "fling",
     "discharge", "dump"}
)  # fmt: skip
_MUNITIONS = frozenset({"bomb", "artillery", "chemical"})
_AIMED = ("at", "into", "on", "onto", "upon", "against", "toward", "towards")
_OPENINGS = frozenset("wall window gate fence roof door hedge shutter railing".split())
_PARTIES = frozenset("patrol convoy party column team squad bus train motorcade unit crowd procession vehicle".split())
_SETTING_OFF = frozenset({"trigger", "detonate", "set"})
_SENT_BY = frozenset({"of", "belonging", "by", "from"})
"""What stands after these and fights has sent the shells and shots before them ("a volley from the guards")."""
_NOMINATIVE = frozenset({"they", "he", "she", "we", "i"})
_BANDS = frozenset({"band", "gang", "group", "patrol", "party", "crowd", "mob", "team", "unit", "crew", "family"})
_STATES = frozenset({"hostage", "prisoner", "captive", "dead"})
_PARTICIPLES = frozenset(
    "beaten bitten blown broken driven forbidden forsaken frozen given shaken slain stolen stricken taken thrown torn worn".split()
)
"""Forms that are never a past tense, whatever the tagger makes of them: with no "has" before them they are passive."""
_LED = frozenset({"lead", "carry", "take", "march", "pick", "round", "haul", "drag", "hold", "snatch", "seize", "herd", "whisk", "bundle"})
"""Verbs whose past tense, with no object, is a passive in a heading: "Three shepherds led away"."""
_WHENS = frozenset({"DATE", "TIME"})
_MOVED = frozenset({"kidnapping", "detention", "displacement"})
"""Events whose prepositions say from where and to where people were moved, not who else suffered."""
_SOURCES = frozenset({"out", "from", "off", "into", "onto", "in", "with"})
"""What stands after these says from where, to where or how people were taken, and not who stood there."""
_BODIES = frozenset({"body", "corpse", "remains", "cadaver"})
_CORPSES = frozenset({"body", "corpse", "cadaver"})
_SUFFERED = frozenset({"killed", "injured", "detained", "displaced"})
_HURT = frozenset({"kill", "wound", "injure", "die", "dead", "casualty", "hurt", "murder", "massacre", "victim", "bloody"})


@dataclass(frozen=True, slots=True)
class VerbFinder:
    """Finds events told by verbs in one parse."""

    nominals: Nominals
    conditions: Conditions
    vocabulary: Triggers

    def find(self, at: int) -> Draft | None:
        """Return the event the verb at ``at`` tells of, or None."""
        tree = self.nominals.tree
        lemma = self.vocabulary.verb(tree.lemma[at].lower(), tree.lower[at])
        if at > 1 and tree.lower[at - 1] == "-" and (compound := f"{tree.lower[at - 2]}-{lemma}") in self.vocabulary.verbs:
            lemma = compound  # "machine-gunned" is three tokens
        if lemma in _NAMING:
            return self._naming(at)
        if (suffered := self._had_broken(at)) is not None:
            return suffered
        phrases = self.vocabulary.phrases.get(lemma, ())
        entries = self.vocabulary.verbs.get(lemma, ())
        if not phrases and not entries:
            return None
        if self._staged(at):
            return None
        given = self.given(at)
        finder = PhraseFinder(self.nominals, self.conditions)
        for phrase in phrases:
            draft = finder.draft(at, phrase, given)
            if draft is not None:
                return self._at_hands(at, draft)
        for trigger in entries:
            draft = self._verb(at, trigger, given)
            if draft is not None:
                return self._at_hands(at, draft)
        return None

    def _had_broken(self, at: int) -> Draft | None:
        """Return the injury of "had both arms broken", "had their ears cut off by guards": whose limb it is suffers it."""
        tree = self.nominals.tree
        had = tree.head[at]
        if tree.tag[at] not in {"VBN", "VBD"} or tree.lemma[had] != "have" or tree.dep[at] not in {"ccomp", "xcomp", "oprd"}:
            return None
        limb, whose = tree.child(at, "nsubj"), tree.child(had, "nsubj")
        throat = limb is not None and tree.lemma[limb].lower() == "throat"
        if limb is None or whose is None or not (throat or tree.lemma[limb].lower() in LIMBS) or not whose < had < limb:
            return None
        if natural_sentence(self.nominals.parse, at) or any(tree.lemma[below] == "fall" for below in tree.below(at)):
            return None
        agent = tree.child(at, "agent")
        doers = tuple(head for head in prepositional(tree, agent) if self.nominals.doer(head)) if agent is not None else ()
        if throat:
            return Draft(at, "killing", "killed", (at, at + 1), "verb:have:limb", doers=doers, patients=(whose,))
        return Draft(at, "attack", "injured", (at, at + 1), "verb:have:limb", doers=doers, patients=(whose,))

    def given(self, at: int) -> Arguments:
        """Return the arguments of the verb at ``at``, put right where the parse is known to go wrong."""
        given = with_agent(self.nominals, at, self._unaided(at, arguments(self.nominals.tree, at)))
        if not given.objects and not given.passive and self.nominals.tree.tag[at] == "VBG" and self.nominals.tree.dep[at] != "pobj":
            given = replace(given, objects=given.after("of"))  # "enemy shelling of the town went on", read as what the enemy was doing
        given = self._not_a_place(at, fronted(self.nominals, at, given))
        if not given.subjects and not given.passive and self.nominals.tree.dep[at] == "conj":
            given = replace(given, subjects=self._fronted_first(at))
        if given.passive and not given.subjects:
            given = replace(given, subjects=self._late_agent(at))
        if given.shared and not given.passive and (above := self._whose_result(at, given)):
            given = replace(given, subjects=above)
        if found_so(self.nominals.tree, at):
            given = replace(given, subjects=(), passive=True)  # burned homes that somebody found: somebody else burned them
        given = with_subject(self.conditions, at, given) or given
        if not given.passive and cleared(self.nominals, at):
            given = replace(given, subjects=())
        given = set_apart(self.conditions, at, refused(self.nominals.tree, at, given))
        given = entered(self.nominals, at, self._beside(at, self._shot_dead(at, self._whom(at, given))))
        return self._resolved(as_passive(self.conditions, at, given))

    def _late_agent(self, at: int) -> tuple[int, ...]:
        """Return the guards of "were stripped, hung from bars and beaten by guards": the last of several participles names who did all."""
        tree = self.nominals.tree
        if believed := self._believed(at):
            return believed
        last = at
        if any(tree.dep[child] == "prep" and child > at and tree.lower[child] not in _SOURCES for child in tree.children[at]):
            return ()  # "were turned back at the bridge and beaten by guards": somebody else may have turned them back
        for _ in range(4):
            following = tree.child(last, "conj")
            if (
                following is None
                or tree.tag[following] not in {"VBN", "VBD"}
                or tree.child(following, "nsubj", "nsubjpass", "aux", "auxpass", "dobj")
            ):
                break
            last = following
        agent = tree.child(last, "agent") if last != at else None
        return () if agent is None else tuple(head for head in prepositional(tree, agent) if self.nominals.doer(head))

    def _believed(self, at: int) -> tuple[int, ...]:
        """Return the rebels of "was ambushed near Mere, it is believed by rebels": nobody is told of who believes it."""
        tree = self.nominals.tree
        for aside in (*tree.children[at], tree.head[at]):
            it = tree.child(aside, "nsubjpass") if aside != at and tree.lemma[aside] in _BELIEVING else None
            agent = tree.child(aside, "agent") if it is not None and tree.lower[it] == "it" and aside > at else None
            if agent is not None and tree.lower[tree.edges(it)[0] - 1 if it is not None else aside] == ",":
                return tuple(head for head in prepositional(tree, agent) if self.conditions.fights(head))
        return ()

    def _whose_result(self, at: int, given: Arguments) -> tuple[int, ...]:
        """Return the jets of "jets bombed a trench that this reporter visited, killing three", read as the reporter's killing."""
        tree = self.nominals.tree
        clause = tree.head[at]
        if tree.dep[at] != "advcl" or tree.tag[at] != "VBG" or tree.dep[clause] != "relcl" or tree.lower[at - 1] != ",":
            return ()
        if any(map(self._forces, given.subjects)):
            return ()
        verb = tree.head[clause]
        while tree.pos[verb] != "VERB" and tree.head[verb] != verb:
            verb = tree.head[verb]
        return tuple(filter(self._forces, arguments(tree, verb).subjects)) if tree.pos[verb] == "VERB" else ()

    def _forces(self, at: int) -> bool:
        """True for those who fight, a weapon and a craft."""
        return self.conditions.fights(at) or self.conditions.any((at,), "weapon") or self.conditions.craft(at)

    def _fronted_first(self, at: int) -> tuple[int, ...]:
        """Return who did it in "In Duru gunmen burned a shop and looted a school", where the parse hung the gunmen on Duru."""
        tree = self.nominals.tree
        first = at
        while tree.dep[first] == "conj" and tree.head[first] != first:
            first = tree.head[first]
        above = arguments(tree, first) if tree.tag[first] == tree.tag[at] else None
        return () if above is None or above.passive or above.subjects else fronted(self.nominals, first, above).subjects

    def _at_hands(self, at: int, draft: Draft) -> Draft:
        """Give "died at the hands of a militia" its doers."""
        if not draft.doers and not draft.fighters:
            draft.doers = at_hands(self.nominals, at) or (avowed(self.nominals, at) if draft.effect != "none" else ())
        return draft

    def _resolved(self, given: Arguments) -> Arguments:
        """Give "it", where it suffers, the thing or the unit it stands for ("burned it", "fired on it")."""
        lower, antecedents = self.nominals.tree.lower, self.conditions.antecedents
        if antecedents is None or not any(
            lower[at] == "it" for at in (*given.objects, *(head for _, heads in given.preps for head in heads))
        ):
            return given

        def told(heads: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(thing if lower[at] == "it" and (thing := antecedents.thing(at)) is not None else at for at in heads)

        return replace(given, objects=told(given.objects), preps=tuple((word, told(heads)) for word, heads in given.preps))

    def _not_a_place(self, at: int, given: Arguments) -> Arguments:
        """Give "an airstrike in Haska Mina, Nangarhar, which killed four" the airstrike as subject: a place is not who "which" tells of.

        "Two soldiers from Ruyigi, stabbed by raiders" are those who were stabbed, too.
        """
        tree, head = self.nominals.tree, self.nominals.tree.head[at]
        relation = tree.dep[at]
        if relation not in {"relcl", "acl"} or (head not in given.subjects and head not in given.objects):
            return given
        noun = self.nominals.noun(head)
        if noun is not None and noun.kind == "organisation" and given.passive and head in given.objects and relation == "acl":
            people = self._holder(head)  # "members of the observer mission seized on Tuesday"
            return given if people is None else replace(given, objects=tuple(people if item == head else item for item in given.objects))
        if noun is None or noun.kind != "place":
            return given
        if head in given.objects:
            person = self._person_above(at, head) if given.passive else None
            return given if person is None else replace(given, objects=tuple(person if item == head else item for item in given.objects))
        above = head
        for _ in range(6):
            above = tree.head[above]
            if tree.lemma[above].lower() in self.vocabulary.nouns and tree.pos[above] == "NOUN":
                return replace(given, subjects=tuple(above if item == head else item for item in given.subjects))
        return replace(given, subjects=tuple(item for item in given.subjects if item != head))

    def _person_above(self, at: int, place: int) -> int | None:
        """Return the people whose place it is, where a comma or "who" parts what befell them from the place."""
        tree = self.nominals.tree
        opening = tree.edges(at)[0]
        if tree.lower[opening - 1] != "," and tree.lower[opening] not in {"who", "whom"}:
            return None
        above = place
        for _ in range(5):
            if tree.pos[above] in {"VERB", "AUX"} or tree.head[above] == above:
                return None
            above = tree.head[above]
            noun = self.nominals.noun(self.nominals.content(above)) if tree.pos[above] in {"NOUN", "PROPN", "NUM"} else None
            if noun is not None and noun.kind == "person":
                return above
        return None

    def _whom(self, at: int, given: Arguments) -> Arguments:
        """Give "three workers from Gostivar, whom men snatched" the workers: a place is not whom "who" and "whom" tell of."""
        tree, head = self.nominals.tree, self.nominals.tree.head[at]
        if tree.dep[at] != "relcl" or not any(tree.lower[child] in {"who", "whom"} for child in tree.children[at]):
            return given
        named = described(tree, head) if tree.lower[tree.edges(at)[0] - 1] == "," else head
        if named != head and named not in given.subjects:
            return replace(given, objects=tuple(named if item == head else item for item in given.objects))
        noun = self.nominals.noun(self.nominals.content(head))
        band = self.conditions.lemma_in((head,), _BANDS)
        if (noun is not None and noun.kind == "person") or (band and self._person_above(at, head) is None):
            return given
        if noun is not None and noun.kind == "organisation" and noun.armed and self._holder(head) is None:
            return given
        above = self._person_above(at, head)
        for here in (*((above,) if above is not None else ()), *range(head - 1, max(-1, head - 9), -1)):
            found = self.nominals.noun(here) if here == above or (tree.pos[here] == "NOUN" and tree.dep[here] != "poss") else None
            if found is not None and found.kind == "person":
                return replace(
                    given,
                    subjects=tuple(here if item == head else item for item in given.subjects),
                    objects=tuple(here if item == head else item for item in given.objects),
                )
        return given

    def _holder(self, at: int) -> int | None:
        """Return the militants of "militants of the Eagle Force": the people whose body or group it is."""
        tree = self.nominals.tree
        preposition = tree.head[at]
        if tree.dep[at] != "pobj" or tree.pos[tree.head[preposition]] not in {"NOUN", "PROPN", "NUM"}:
            return None
        noun = self.nominals.noun(tree.head[preposition])
        return tree.head[preposition] if noun is not None and noun.kind == "person" else None

    def _shot_dead(self, at: int, given: Arguments) -> Arguments:
        """Give "gunned down a judge", "shot dead two brothers" the people that follow as object, wherever the parse hung them."""
        tree = self.nominals.tree
        if at + 2 >= len(tree) or tree.lower[at + 1] not in _DOWNING or tree.child(at, "auxpass") is not None:
            return given
        here = at + 2
        while here < len(tree) and (tree.tag[here] in _BEFORE_NOUN or (tree.pos[here] in {"NOUN", "PROPN"} and self._goes_on(here))):
            here += 1
        if here >= len(tree) or here > at + 9 or tree.pos[here] not in {"NOUN", "PROPN"} or here in given.objects:
            return given
        noun = self.nominals.noun(self.nominals.content(here))
        if tree.lower[at + 1] == "down" and self.conditions.craft(here) and (given.passive or given.subjects):
            shooters = tuple(head for head in (given.objects if given.passive else given.subjects) if head < at)
            downed = replace(given, subjects=shooters, objects=coordinated(tree, here), particles=(*given.particles, "down"), passive=False)
            return downed if shooters and not any(map(self.conditions.craft, shooters)) else given
        if noun is None or noun.kind != "person":
            return given
        subjects = given.subjects
        if given.passive or not subjects:
            subjects = tuple(riding(tree, at)) or ((tree.head[at],) if tree.dep[at] == "acl" else subjects)
        particles = (*given.particles, tree.lower[at + 1])
        return replace(given, subjects=subjects, objects=coordinated(tree, here), particles=particles, passive=False)

    def _beside(self, at: int, given: Arguments) -> Arguments:
        """Give "gunmen detained two brothers near the mill" the brothers as object where the parse took them for a time or a measure."""
        tree = self.nominals.tree
        if given.objects or given.passive or not given.subjects:
            return given
        for child in tree.children[at]:
            if tree.lower[child] == "both" and child == at + 1 and tree.dep[child] != "preconj":  # "cornered two men and killed both"
                self.nominals.take_as_somebody(child)
                return replace(given, objects=(child,))
            follows = tree.dep[child] == "npadvmod" and child > at and ";" not in tree.lower[at:child]
            follows = follows and not (tree.pos[child] == "NUM" and "by" in tree.lower[child + 1 : child + 2])  # "about forty by another"
            noun = self.nominals.noun(self.nominals.content(child)) if follows else None
            if noun is not None and noun.kind == "person":
                return replace(given, objects=coordinated(tree, child))
        return given

    def _goes_on(self, at: int) -> bool:
        """True for a noun before the head of its phrase ("district judge")."""
        tree = self.nominals.tree
        return (
            at + 1 < len(tree)
            and (
                tree.pos[at + 1] in {"NOUN", "PROPN"} or (tree.lower[at + 1] == "-" and tree.pos[at + 2 : at + 3] in (["NOUN"], ["PROPN"]))
            )
            and self.nominals.parse.sentence_of[at] == (self.nominals.parse.sentence_of[at + 1])
        )

    def _staged(self, at: int) -> bool:
        """True for what happens in a drill, a play or a film: "a drill in which gunmen seized a ferry", "in the scene, soldiers shoot"."""
        tree, shows = self.nominals.tree, self.vocabulary.depictions
        verb = at
        while tree.dep[verb] == "conj" and tree.head[verb] != verb:
            verb = tree.head[verb]
        if tree.dep[verb] == "relcl" and tree.lemma[tree.head[verb]].lower() in shows:
            return tree.lower[tree.edges(verb)[0]] in {"in", "where", "during"}
        return any(
            tree.lemma[below].lower() in shows - _RECORDING
            for child in tree.children[verb]
            if tree.dep[child] == "prep" and tree.lower[child] in {"in", "during"} and child < verb
            for below in tree.children[child]
            if tree.dep[below] == "pobj"
        )

    def _naming(self, at: int) -> Draft | None:
        """Return the draft of "the dead were identified as X and Y": a list of names is a list of victims."""
        given = arguments(self.nominals.tree, at)
        hurt = [head for head in given.objects if (noun := self.nominals.noun(head)) is not None and noun.group == "hurt"]
        names = given.after("as")
        if not given.passive or not hurt or not names or self.nominals.tree.child(at, "neg") is not None:
            return None  # whoever "was not identified as X" died all the same, and nothing is said of X
        for head in names:
            self.nominals.take_as_person(head)
        wounded = self.nominals.tree.lower[hurt[0]] in {"wounded", "injured"}
        return Draft(
            at,
            "attack" if wounded else "killing",
            "injured" if wounded else "killed",
            (at, at + 1),
            "verb:identify",
            patients=names,
            anaphoric=True,
        )

    def _verb(self, at: int, trigger: Trigger, given: Arguments) -> Draft | None:
        """Return the draft of a verb, where its conditions hold."""
        given = self._reduced(at, trigger, self._beyond_particle(at, trigger, given))
        doers, patients = self._sides(trigger, given)
        if trigger.effect in {"killed", "injured", "detained"} and trigger.frame in {"does", "suffers"}:
            for head in patients:
                self.nominals.take_as_person(head)
        self._take_unknown(trigger, doers, patients, passive=given.passive)
        through = given.after(*trigger.through) if trigger.through else ()
        through = tuple(head for head in through if not self._unnamed(head))
        if trigger.frame == "fights":
            through = given.after("with", "against", "between")
        elif trigger.frame == "falls":
            doers, patients, through = through, doers, ()
        through = tuple(head for head in through if self.nominals.entity[head] not in _WHENS or self._people(head))  # "on Monday"
        if not through and trigger.word in _SENDING and trigger.through:
            through = self._aims(given)
        weapons = instruments(self.conditions, given)
        if trigger.frame == "does" and trigger.word in _SHOT_AT and self._forceful(doers):
            for head in given.after("at", "on", "upon", "into"):
                something(self.nominals, head)  # "fired on a ginnery"
        case = Case(
            token=at, trigger=trigger, doers=doers, patients=patients, instruments=weapons, through=through,
            particles=given.particles, passive=given.passive, hurt=self._hurts(at), intransitive=not given.objects and not given.passive,
        )  # fmt: skip
        if not hold(self.conditions, case) or (
            trigger.particles and trigger.needs == ("particle",) and not self.conditions.has_particle(case)
        ):
            return None
        if trigger.frame == "moves" and trigger.word in _STREAMING and given.objects and not given.passive:
            return None  # "poured petrol into the houses": nobody moved
        if trigger.frame == "agrees" and self.nominals.tree.dep[at] == "relcl":
            return None  # "the colonel, who signed the pact": who he is, not what is told
        if (
            trigger.type in {"displacement", "arson", "destruction"} or trigger.needs[:1] in (("mined",), ("busted",))
        ) and self.nominals.tree.dep[at] == "amod":
            return None  # "displaced people", "a burnt-out car" say who or what they are, not what happened
        harms = trigger.effect in {"killed", "injured", "displaced"}
        if harms and not self.conditions.armed(case) and natural_cause(self.nominals, case):
            return None
        if trigger.type == "displacement" and trigger.frame == "suffers" and patients and all(map(self.conditions.fights, patients)):
            return None  # those who fight and flee are not displaced
        draft = Draft(
            at, trigger.type, trigger.effect, (at, at + 1), f"verb:{trigger.word}:{trigger.frame}", stage=stage_of(self.nominals.tree, at)
        )
        return self._cast(draft, trigger, case, given)

    def _aims(self, given: Arguments) -> tuple[int, ...]:
        """Return the village of "fired mortars at the village", where the parse hung it on the mortars."""
        tree = self.nominals.tree
        return tuple(
            head
            for thing in given.objects
            if self.conditions.any((thing,), "weapon", _MUNITIONS)
            for child in tree.children[thing]
            if child > thing and tree.dep[child] == "prep" and tree.lower[child] in _AIMED
            for head in prepositional(tree, child)
            if self.nominals.entity[head] not in _WHENS or self._people(head)
        )

    def _beyond_particle(self, at: int, trigger: Trigger, given: Arguments) -> Arguments:
        """Give "finished off the wounded" the wounded as object, where the parse took the particle for a preposition."""
        tree = self.nominals.tree
        if not trigger.particles or given.objects or given.passive or not given.subjects:
            return given
        beside = at + 1
        if tree.lower[beside : beside + 1] == [] or tree.lower[beside] not in trigger.particles or tree.head[beside] != at:
            return given
        heads = tuple(item for child in tree.children[beside] if tree.dep[child] == "pobj" for item in coordinated(tree, child))
        if not heads or tree.dep[beside] not in {"prep", "advmod", "prt"} or tree.lower[beside] in {"in", "on", "over", "along"}:
            return given
        for head in heads:
            if tree.lower[head] in {"wounded", "injured"}:
                self.nominals.take_as_somebody(head)
        return replace(given, objects=heads, particles=(*given.particles, tree.lower[beside]))

    def _unnamed(self, at: int) -> bool:
        """True for the adverb in "fired on first" and the clause in "fired at what they said were looters": they name nobody."""
        tree = self.nominals.tree
        asked = tree.tag[at].startswith("VB") and tree.lower[tree.edges(at)[0]] == "what"
        return tree.dep[at] == "pcomp" and (tree.tag[at] == "RB" or asked)

    def _people(self, at: int) -> bool:
        """True for a noun of people or things that a label takes for a time; "half past ten" and "4 March" are times."""
        return self.nominals.noun(at) is not None and self.nominals.tree.pos[at] not in {"NUM", "PROPN"}

    def _reduced(self, at: int, trigger: Trigger, given: Arguments) -> Arguments:
        """Read "the army reported two soldiers killed" as the passive it is: a verb that must hurt somebody, with nobody but its subject.

        Where no number and no reporting verb says so, the subject is left out of both sides rather than put on the wrong one.
        """
        tree = self.nominals.tree
        if given.subjects and tree.tag[at] in {"VBD", "VBN"} and tree.lower[at + 1 : at + 2] == [":"]:  # "Militants killed: 11"
            return replace(given, subjects=(), objects=given.subjects, passive=True)
        if given.subjects and not given.passive and not given.objects and self.conditions.lemma_in(given.subjects, _CORPSES):
            told = tuple(map(self._whose_body, given.subjects))
            return replace(given, subjects=(), objects=told, passive=True)  # "the bodies of two men, shot through the head, …"
        if "aircraft" in trigger.needs and not given.objects and not given.passive and any(map(self.conditions.craft, given.subjects)):
            return replace(given, subjects=(), objects=given.subjects, passive=True)  # "Two MiGs shot down over Duru"
        if self._took_aim(at, given):
            return replace(given, subjects=given.objects, objects=(), passive=False)
        if trigger.frame == "does" and tree.tag[at] in {"VBD", "VBN"} and self._headed(given) and not given.after(*trigger.through):
            return replace(given, subjects=(), objects=given.subjects, passive=True)
        shot = trigger.word == "shoot" and not given.after(*trigger.through)
        if trigger.frame != "does" or not (shot or (trigger.effect in _SUFFERED and not trigger.through)):
            return given
        if trigger.particles and not shot and not set(given.particles) & set(trigger.particles):
            return given
        if given.objects or given.passive or not given.subjects or tree.tag[at] not in {"VBD", "VBN"}:
            return given
        if any(self.conditions.any((head,), "weapon") for head in given.subjects):
            return given
        if tree.dep[at] == "relcl" and any(
            tree.dep[child] == "nsubj" and tree.lower[child] in {"who", "which", "that"} for child in tree.children[at]
        ):
            return given  # "soldiers who assaulted Round Hill": whoever a relative pronoun stands for does it
        counted = any(tree.pos[head] == "NUM" or tree.child(head, "nummod") is not None for head in given.subjects)
        if not given.shared and (counted or (not shot and tree.dep[at] in {"ccomp", "xcomp", "acl", "relcl"})):
            return replace(given, subjects=(), objects=given.subjects, passive=True)
        return given if shot else replace(given, subjects=())

    def _took_aim(self, at: int, given: Arguments) -> bool:
        """True for "Soldiers shot at a car", read as soldiers who were shot: one shoots at people and cars, and is shot at a post."""
        tree = self.nominals.tree
        if tree.lower[at] != "shot" or not given.passive or given.subjects or tree.child(at, "auxpass") is not None:
            return False
        if not given.objects or not all(tree.tag[head] in {"NNS", "NNPS"} for head in given.objects):
            return False
        attackers = all(map(self._attacker, given.objects))
        if tree.child(at, "nsubjpass") is None and not (attackers and tree.dep[at] == "acl" and self._only_verb(at)):
            return False
        if not attackers and not all(map(self._fights, given.objects)):
            return False
        contents = [
            self.nominals.content(head)
            for head in given.after("at")
            if tree.child(head, "det", "nummod", "poss") or tree.lower[head] in _ANYBODY
        ]
        if any(map(self.nominals.vocabulary_unit, contents)):
            return True
        nouns = [noun for noun in map(self.nominals.noun, contents) if noun is not None]
        return any(noun.kind == "person" or noun.group in {"vehicle", "air"} or (attackers and noun.kind == "target") for noun in nouns)

    def _only_verb(self, at: int) -> bool:
        """True where no verb stands above: "In the town of Oru, unknown men shot at a shop", read as men beside the name of the town."""
        tree, above = self.nominals.tree, self.nominals.tree.head[at]
        while tree.head[above] != above:
            if tree.pos[above] in {"VERB", "AUX"}:
                return False
            above = tree.head[above]
        return tree.pos[above] not in {"VERB", "AUX"}

    def _attacker(self, at: int) -> bool:
        """True for "rebels", "unidentified persons": people who are told of for what they do, and no state's forces on guard somewhere."""
        tree = self.nominals.tree
        noun = self.nominals.noun(at)
        unknown = any(
            tree.dep[child] == "amod" and tree.lower[child] in self.nominals.vocabulary.doer_adjectives for child in tree.children[at]
        )
        return unknown or (noun is not None and noun.group == "combatant") or (noun is None and tree.pos[at] == "PROPN")

    def _headed(self, given: Arguments) -> bool:
        """True for "Policeman ambushed in village bar": a heading tells what people do in the present tense, and what they suffered so."""
        tree = self.nominals.tree
        if given.objects or given.passive or given.shared or not given.subjects:
            return False
        head = given.subjects[0]
        bare = tree.tag[head] in {"NN", "NNP"} and tree.child(head, "det", "poss", "nummod", "predet") is None
        return bare and self._common(head) and tree.edges(head)[0] == self._opening(head)

    def _common(self, at: int) -> bool:
        """True for people, things and units called by a common noun, also one that only the first word of a heading makes a name."""
        noun, unit = self.nominals.noun(at), self.nominals.vocabulary_unit(at)
        if self.nominals.tree.pos[at] == "PROPN" or self.nominals.tree.tag[at] == "NNP":
            known = self.nominals.vocabulary.nouns.get(self.nominals.tree.lower[at])
            noun = known[0] if known else noun
        if noun is not None and noun.kind == "target":
            return True
        return unit or (noun is not None and noun.kind == "person" and noun.group not in {"named", "pronoun", "count"})

    def _unaided(self, at: int, given: Arguments) -> Arguments:
        """Read a participle with a subject and no auxiliary as the passive it is: "Four policemen taken away in Duru", "taken hostage"."""
        tree = self.nominals.tree
        away = any(tree.lower[child] in {"away", "off", "up"} for child in tree.children[at])
        led = tree.tag[at] == "VBD" and away and tree.lemma[at].lower() in _LED and not any(map(self.conditions.fights, given.subjects))
        if (
            not (tree.tag[at] == "VBN" or led or tree.lower[at] in _PARTICIPLES)
            or given.passive
            or given.shared
            or not given.subjects
            or tree.child(at, "aux", "auxpass") is not None
        ):
            return given
        if tree.tag[at] == "VBD" and any(tree.lower[head] in _NOMINATIVE for head in given.subjects):
            return given  # a line without "was" has no pronoun
        beside = tree.dep[at] == "ccomp" and tree.head[at] > at and tree.lower[at] in _PARTICIPLES  # "escort blown up; a car was caught"
        if not (beside or tree.dep[at] in {"ROOT", "csubj"}) or tree.child(at, "nsubj") is None:
            return given
        if any(map(self.conditions.fights, given.subjects)) and (whom := self._beyond_place(at)) is not None:
            return replace(given, objects=coordinated(tree, whom))  # "police jointly arrested at Oru six militants"
        if any(tree.lower[head] not in _STATES for head in given.objects):
            return given
        agents = [child for child in tree.children[at] if tree.dep[child] == "agent"]
        aims = given.after("at", "on", "into", "upon", "against") and any(map(self.conditions.fights, given.subjects))
        if aims and not agents and tree.lemma[at].lower() in {"fire", "shoot", "charge", "swoop", "set"}:
            return given  # "two gunmen on a scooter fired into a queue": they fired
        doers = tuple(item for child in agents for head in tree.children[child] for item in coordinated(tree, head))
        sufferers = tuple(head for head in given.subjects if head not in doers)
        return replace(given, subjects=doers, objects=(*sufferers, *given.objects), passive=True)

    def _beyond_place(self, at: int) -> int | None:
        """Return the militants of "arrested at Oru six militants", which the parse took for the end of the place's name."""
        tree = self.nominals.tree
        preposition = next((child for child in tree.children[at] if child == at + 1 and tree.dep[child] == "prep"), None)
        head = tree.child(preposition, "pobj") if preposition is not None else None
        number = tree.child(head, "nummod") if head is not None else None
        if preposition is None or head is None or number is None or number == preposition + 1 or tree.tag[head] != "NNS":
            return None
        noun = self.nominals.noun(self.nominals.content(head))
        return head if tree.tag[number - 1] == "NNP" and noun is not None and noun.kind == "person" else None

    def _opening(self, at: int) -> int:
        """Return the first token of the sentence that is a word."""
        sentence, tree = self.nominals.parse.sentence_of, self.nominals.tree
        first = at
        while first and sentence[first - 1] == sentence[at] and tree.pos[first - 1] not in {"PUNCT", "SPACE"}:
            first -= 1
        return first

    def _take_unknown(self, trigger: Trigger, doers: tuple[int, ...], patients: tuple[int, ...], *, passive: bool) -> None:
        """Read what no vocabulary knows as people or things, where those who fight, or a weapon, do to it what is done to such only."""
        if trigger.effect in _SUFFERED or trigger.type == "release":
            for head in patients:
                self.nominals.take_as_somebody(head)
        if trigger.frame != "does" or not patients:
            return
        tree, conditions = self.nominals.tree, self.conditions
        force = any(map(conditions.fights, doers)) or conditions.any(doers, "weapon") or any(map(conditions.craft, doers))
        strangers = any(people(self.nominals, head) for head in doers)
        bodily = trigger.effect == "killed" or trigger.word in _WAYLAYING
        for head in patients:
            acts = force or (strangers and tree.tag[head] == "NNS")  # "shareholders killed the merger"
            if bodily and (acts or trigger.word in _OF_PEOPLE or (passive and not doers)) and somebody(self.nominals, head):
                continue
            if tree.pos[head] == "NUM":
                if passive and trigger.effect in {"killed", "detained", "injured"}:
                    self.nominals.take_as(head, COUNT)  # "26 were killed and 45 captured"
            elif trigger.effect in {"killed", "detained", "injured"}:
                counted = tree.tag[head] == "NNS" and tree.child(head, "nummod", "quantmod") is not None
                if counted and (force or (passive and not doers)) and not self._pictured(head):
                    self.nominals.take_as(head, SOMEBODY)
            elif trigger.word in _RUINING and (force or strangers) and not self._pictured(head):
                self.nominals.take_as(head, SOMETHING)

    def _forceful(self, doers: tuple[int, ...]) -> bool:
        """True where those who fight, a weapon, or people whom no vocabulary knows do it."""
        known = any(map(self.conditions.fights, doers)) or self.conditions.any(doers, "weapon")
        return known or any(people(self.nominals, head) for head in doers)

    def _pictured(self, at: int) -> bool:
        """True for a noun that is no thing, or that only figures of speech destroy."""
        return self.nominals.tree.lemma[at].lower() in self.vocabulary.metaphors or self.conditions.abstract(at)

    def _sides(self, trigger: Trigger, given: Arguments) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return doers and patients as the verb's frame maps them."""
        if trigger.frame == "suffers":
            return (), given.objects if given.passive else given.subjects
        return given.subjects, given.objects

    def _cast(self, draft: Draft, trigger: Trigger, case: Case, given: Arguments) -> Draft:
        """Put the heads in their places."""
        conditions, tree = self.conditions, self.nominals.tree
        weapons = tuple(head for head in case.doers if conditions.any((head,), "weapon"))
        doers = tuple(head for head in case.doers if head not in weapons or self.nominals.crewed(self.nominals.content(head)))
        draft.doers = doers
        through = case.through
        if trigger.word in _SHOOTING and conditions.any(case.patients, "person"):  # "shot two farmers at a well": the well is where
            through = tuple(head for head in through if conditions.any((head,), "person"))
        draft.patients = case.patients if trigger.frame == "suffers" or trigger.type in _MOVED else (*case.patients, *through)
        if draft.effect in _SUFFERED:
            draft.patients = tuple(map(self._whose_body, draft.patients))
        if trigger.word == "ride":  # "officers rode into town" to open a post there
            draft.patients = tuple(
                head for head in draft.patients if tree.lower[head] != "town" or tree.child(head, "det", "poss") is not None
            )
        draft.instruments = (*case.instruments, *weapons)
        if trigger.frame == "suffers" and trigger.through == ("to",):
            draft.doers = tuple(filter(conditions.fights, case.through))  # "fell to a sniper"
        if trigger.word in _OF_PLACES or (trigger.word in _SACKING and not case.passive and self._forceful(case.doers)):
            for head in case.patients:
                self.nominals.take_unknown_as_place(head, long=True)
        if case.passive and not draft.doers and trigger.frame == "does" and trigger.type not in _MOVED:
            draft.doers = from_whose(self.nominals, given)
        shots = tuple(head for head in case.doers if tree.lemma[head].lower() in FIRE)
        if weapons and not doers:
            things = tuple(map(self.nominals.content, weapons))  # "killed by one of the soldiers' bullets"
            draft.doers = self._launchers(things) or self.owners(things) or self._theirs(things, case)
        elif shots and shots == doers:
            draft.doers = self._launchers(shots) or self.owners(shots) or from_whose(self.nominals, given) or doers
        if trigger.frame == "fights":
            draft.fighters, draft.doers, draft.patients = (*doers, *draft.patients), (), ()
        elif trigger.frame == "device":
            craft = tuple(head for head in weapons if self._manned(head)) if not case.patients else ()
            draft.instruments = tuple(head for head in draft.instruments if head not in craft)
            bombs = tuple(head for head in case.patients if conditions.any((head,), "weapon"))
            draft.doers = doers if case.passive or bombs or (trigger.word == "detonate" and case.patients) else ()
            draft.doers = draft.doers or self._launchers(weapons)
            draft.instruments = (*draft.instruments, *bombs)
            draft.patients = (*craft, *self._around(given))
        elif trigger.frame == "trips":
            mines = (*case.patients, *case.through)
            draft.doers, draft.patients, draft.instruments = (), case.doers, (*draft.instruments, *mines)
            upon = tuple(
                head for head in given.after("on", "against") if conditions.any((head,), "person") or tree.lemma[head].lower() in _PARTIES
            )
            if upon and trigger.word in _SETTING_OFF:
                draft.doers, draft.patients = case.doers, upon  # "rebels triggered a mine on a patrol"
        elif trigger.frame == "places":
            draft.instruments = (*weapons, *(head for head in case.patients if conditions.any((head,), "weapon")))
            draft.patients = (*self._around(given), *(given.after("to") if trigger.word in {"send", "mail", "post"} else ()))
            draft.patients = draft.patients or tuple(self._over(given))
            if trigger.word in _SENDING and draft.instruments and not draft.patients:
                draft.patients = tuple(
                    head
                    for head in given.after(*_AIMED) or self._aims(given)
                    if (self.nominals.entity[head] not in _WHENS or self._people(head))
                    and (
                        self.conditions.any((head,), "place")
                        or self._settled(head)
                        or self.nominals.take_unknown_as_place(head)
                        or something(self.nominals, head)
                    )
                )
                draft.patients = draft.patients or self._below_shells(draft.instruments) or where(self.nominals, draft.token)
            if not draft.patients and "bullets_at" in trigger.needs:  # "sprayed bullets at a house": the parse hangs it on the bullets
                below = (child for head in case.patients for child in self.nominals.tree.children[head])
                aims = (child for child in below if self.nominals.tree.lower[child] in {"at", "on", "into"})
                draft.patients = tuple(item for aim in aims for item in self.nominals.tree.children[aim])
            if trigger.word in {"turn", "train"}:
                draft.patients = given.after("on", "upon", "against")
                for head in draft.patients:
                    something(self.nominals, head)  # "turned its guns on the hovels"
            if trigger.word in {"plant", "place", "deposit", "leave", "put", "install", "hide", "set", "lay", "emplace", "rig"}:
                draft.stage = "accomplished"
        elif trigger.frame == "found":
            draft.doers = ()
            draft.patients = tuple(head for head in draft.patients if conditions.any((head,), "person"))
        elif trigger.frame in {"moves", "agrees"}:
            draft.pattern = trigger.type == "riot" and bool(trigger.particles) and self.nominals.tree.dep[draft.token] == "relcl"
            if trigger.word not in _CLOSING or not draft.patients or conditions.any(doers, "person", _MISSIONS):
                draft.fighters, draft.doers, draft.patients = doers, (), ()
        elif (not draft.patients and trigger.type in {"attack", "bombing", "shelling", "arson"}) or (
            trigger.type == "bombing" and all(self.nominals.tree.lower[head] in _SELVES for head in draft.patients)
        ):
            draft.patients = self._around(given)
        if trigger.word == "fire":
            shot = (head for head in case.patients if conditions.any((head,), "weapon") and not self.conditions.craft(head))
            draft.instruments = (*draft.instruments, *shot)
            aimed = case.passive and any(
                tree.lower[child] in _AIMED and not tree.children[child] and tree.dep[child] in {"prep", "prt", "advmod"}
                for child in tree.children[case.token]
            )
            if aimed:  # "a helicopter was fired upon": it is what was hit, not what was fired
                draft.instruments = tuple(head for head in draft.instruments if head not in case.patients)
            if conditions.any(draft.instruments, "weapon", _MUNITIONS):
                for head in case.through:
                    self.nominals.take_unknown_as_place(head, long=True)  # "fired mortars at Cocieri"
            hit = case.patients if case.passive and (aimed or not draft.instruments) else ()
            draft.patients = hit if aimed and hit else case.through or hit  # "was fired on at Bagani": not the place
        settled = conditions.any(case.patients, "target", frozenset({"settlement"})) or conditions.any(case.patients, "place")
        if trigger.type == "territory taken" and not case.passive and not settled:  # "wrested the hill from the rebels": the rebels
            draft.patients = (*draft.patients, *(head for head in given.after("from") if conditions.fights(head)))
        if (trigger.needs[:1] == ("limbs_tied",) or "limb" in trigger.needs) and (
            owner := whose_limb(self.nominals, next(iter(case.patients), draft.token))
        ) is not None:
            draft.patients = (caught_before(self.nominals, draft.token, owner),)
        if trigger.type == "armed clash" and trigger.frame == "does":
            draft.patients = self._beaten(case.patients)
        return draft

    def _below_shells(self, weapons: tuple[int, ...]) -> tuple[int, ...]:
        """Return the town of "unleashed 12 bombs on the town", where the parse hung it on the bombs."""
        tree = self.nominals.tree
        heads = (
            head
            for weapon in weapons
            for child in tree.children[weapon]
            if child > weapon and tree.lower[child] in _AIMED
            for head in tree.children[child]
            if tree.dep[head] == "pobj" and self.nominals.entity[head] not in _WHENS
        )
        return tuple(
            head for head in heads if self.conditions.any((head,), "place") or self._settled(head) or self.conditions.any((head,), "person")
        )

    def _whose_body(self, at: int) -> int:
        """Return the herders of "the bodies of seven herders, killed by raiders": what was done was done to them."""
        tree = self.nominals.tree
        if tree.lemma[at].lower() not in _BODIES:
            return at
        for child in tree.children[at]:
            if tree.dep[child] == "prep" and tree.lower[child] == "of":
                heads = [item for item in tree.children[child] if tree.dep[item] == "pobj"]
                if heads and (noun := self.nominals.noun(self.nominals.content(heads[0]))) is not None and noun.kind == "person":
                    return heads[0]
        return at

    def _beaten(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        """Return those whose attack was beaten off ("repulsed an assault by rebels"), and whoever was beaten himself."""
        tree = self.nominals.tree
        found: list[int] = []
        for head in heads:
            unit = tree.lemma[head].lower() in self.nominals.vocabulary.collectives
            if unit or self.conditions.any((head,), "person") or self.conditions.fights(head) or self.conditions.thing(head):
                found.append(head)
                continue
            before = len(found)
            for child in tree.children[head]:
                if tree.dep[child] in {"compound", "poss", "nmod"} and self.conditions.fights(child):
                    found.append(child)
                elif tree.dep[child] in {"prep", "agent"} and tree.lower[child] in {"by", "of"}:
                    found.extend(
                        below for below in tree.children[child] if tree.dep[below] == "pobj" and self.conditions.any((below,), "person")
                    )
            if len(found) == before and self.nominals.noun(head) is None and tree.lemma[head].lower() in ASSAULTS:
                self.nominals.take_as(head, SOMETHING)
                found.append(head)
        return tuple(found)

    def _settled(self, at: int) -> bool:
        noun = self.nominals.noun(self.nominals.content(at))
        return noun is not None and noun.kind == "target"

    def _manned(self, at: int) -> bool:
        """True for craft that people fly or sail: what "exploded" is hit, and no bomb. A drone may be either."""
        return self.nominals.crewed(self.nominals.content(at)) and self.nominals.tree.lemma[at].lower() != "drone"

    def _launchers(self, weapons: tuple[int, ...]) -> tuple[int, ...]:
        """Return who launched the weapon that did it ("gunners launched a rocket that killed seven")."""
        tree = self.nominals.tree
        for weapon in weapons:
            for clause in tree.children[weapon]:  # "missiles fired by drones", "a mine laid by insurgents", "a shot which a guard fired"
                if tree.dep[clause] == "relcl" and tree.lemma[clause] in SAYING and (said := tree.child(clause, "ccomp")) is not None:
                    sent = tree.lemma[said].lower() in _LAUNCHING  # "a bomb which police say was planted by the group"
                    if sent and (given := arguments(tree, said)).passive and weapon in given.objects and given.subjects:
                        return given.subjects
                if tree.dep[clause] in {"acl", "relcl"} and clause > weapon and tree.lemma[clause].lower() in _LAUNCHING | {"claim"}:
                    launched = tuple(head for head in arguments(tree, clause).subjects if head != weapon)
                    if launched:
                        return launched
                if tree.dep[clause] == "relcl" and (avowed := avowing(self.nominals, clause, _LAUNCHING)):
                    return avowed
            verb = tree.head[weapon]
            if tree.dep[weapon] == "dobj" and tree.lemma[verb].lower() in _LAUNCHING:
                return arguments(tree, verb).subjects
        return ()

    def owners(self, weapons: tuple[int, ...]) -> tuple[int, ...]:
        """Return whose weapon it is: "Houthi mortars", "a US drone". A nation's adjective may only say where a rocket was made."""
        tree = self.nominals.tree
        found: list[int] = []
        for weapon in weapons:
            bodies = self.nominals.bodies(weapon) or tuple(
                child
                for child in tree.children[weapon]
                if child < weapon and tree.dep[child] in {"compound", "nmod", "poss"} and self._fights(child)
                if tree.lemma[child].lower() not in _SHOOTERS or tree.dep[child] == "poss" or tree.lemma[weapon].lower() not in FIRE
            )
            bodies = bodies or tuple(  # "a rocket of the rebels", "a mortar belonging to the militia"
                below
                for child in tree.children[weapon]
                if child > weapon and tree.lower[child] in _SENT_BY
                for item in (child, *tree.children[child])
                for below in tree.children[item]
                if tree.dep[below] == "pobj" and (self._fights(below) or self.nominals.crewed(self.nominals.content(below)))
            )
            if not bodies:
                bodies = tuple(child for child in tree.children[weapon] if child < weapon and self._whose_guns(weapon, child))
            if not bodies and (noun := self.nominals.noun(weapon)) is not None and noun.group == "air":
                bodies = tuple(
                    child
                    for child in tree.children[weapon]
                    if tree.dep[child] in {"compound", "amod", "nmod", "poss"} and self.nominals.entity[child] in {"GPE", "NORP"}
                )
            found.extend(bodies)
        return tuple(found)

    def _whose_guns(self, weapon: int, at: int) -> bool:
        """True for the Houthi of "Houthi mortars", the Israeli of "Israeli shells": who serves them, where a rocket may be of any make."""
        tree = self.nominals.tree
        if tree.lemma[weapon].lower() not in _SERVED or tree.dep[at] not in {"compound", "nmod", "amod"}:
            return False
        return self.nominals.entity[at] in {"NORP", "ORG", "GPE"} and (self.nominals.proper(at) or tree.lower[at] in offices().adjectives)

    def _fights(self, at: int) -> bool:
        noun = self.nominals.noun(at)
        return noun is not None and noun.armed and noun.kind in {"person", "organisation"}

    def _theirs(self, things: tuple[int, ...], case: Case) -> tuple[int, ...]:
        """Return the "their" of "killed by one of their bullets", who are those who shot; fighters may die of their own bomb."""
        tree = self.nominals.tree
        if not case.passive or any(map(self._fights, case.patients)):
            return ()
        below = [child for at in things for child in tree.children[at] if child < at]
        own = any(tree.lower[child] == "own" for child in below)
        return () if own else tuple(child for child in below if tree.lower[child] == "their" and tree.dep[child] == "poss")

    def _laid(self, thing: int) -> tuple[int, ...]:
        """Return the bar of "detonated a bomb hidden in a bag at a bar": where a device was laid is where it went off."""
        tree = self.nominals.tree
        laid = (child for child in tree.children[thing] if child > thing and tree.dep[child] == "acl" and tree.lemma[child] in _LAID)
        return tuple(head for child in laid for head in arguments(tree, child).after(*_TARGET_PREPS))

    def _over(self, given: Arguments) -> Iterator[int]:
        """Yield the office of "thrown over the wall of the party office", the mosque of "through the window of the mosque"."""
        tree = self.nominals.tree
        for part in given.after("over", "through"):
            if tree.lemma[part].lower() not in _OPENINGS:
                continue
            below = [head for child in tree.children[part] if tree.lower[child] == "of" for head in tree.children[child]]
            owners = [child for child in tree.children[part] if child < part and tree.dep[child] in {"compound", "poss"}]
            yield from (head for head in (*below, *owners) if self.conditions.thing(head) or self.conditions.any((head,), "target"))

    def _around(self, given: Arguments) -> tuple[int, ...]:
        """Return what an explosion or a shot may hit: the things after "at", "in front of" and "outside"."""
        heads = given.after(*_TARGET_PREPS)
        if not given.passive:
            heads = (*heads, *(head for thing in given.objects for head in self._laid(thing)))
        found = []
        for head in heads:
            noun = self.nominals.noun(self.nominals.content(head))
            lemma = self.nominals.tree.lemma[head].lower()
            if lemma in DAYS and self.nominals.tree.pos[head] == "PROPN":
                continue  # "on 15 March"
            if noun is None:
                hit = self.nominals.vocabulary_unit(head)
            else:
                hit = (
                    noun.kind == "person"
                    or (noun.kind == "target" and (noun.group != "settlement" or lemma == "position"))
                    or (noun.kind == "organisation" and noun.group == "civil")
                )
            if hit:
                found.append(head)
        return tuple(found)

    def _hurts(self, at: int) -> bool:
        """True where the clause or one that depends on it tells of people killed or hurt."""
        tree = self.nominals.tree
        hurt = [item for item in (at, tree.head[at], *tree.children[at]) if tree.lemma[item].lower() in _HURT]
        return any(item != at for item in hurt) or (bool(hurt) and tree.lemma[at].lower() != "attack")
