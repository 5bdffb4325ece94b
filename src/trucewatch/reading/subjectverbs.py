"""Verbs → what they say of their subject: "died", "were shot dead", "are in custody", "were driven to the river and killed"."""

from typing import TYPE_CHECKING

from trucewatch.reading.bodyparts import PARTS, loses_throat, maimed, throat_cut
from trucewatch.reading.flight import away, departs, flees, not_back, resident, taken_to_refuge
from trucewatch.reading.letgo import released
from trucewatch.reading.people import names_people, population_at
from trucewatch.reading.verbwords import BROKEN, Hit, VerbWords, fatal, wound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trucewatch.reading.token import Token

_STATES_OF = frozenset(("acomp", "attr", "oprd", "xcomp", "advmod", "prep", "ccomp", "advcl", "dobj"))
_MISSILES = frozenset(
    """bullet bullets shrapnel splinter splinters fragment fragments shell shells shot shots fire gunfire rocket rockets round rounds mortar
    pellet pellets stone stones bomb missile missiles grenade sniper snipers""".split()
)
_VEHICLES = frozenset(
    "helicopter helicopters ambulance ambulances boat air car road plane truck bus train ferry canoe lorry sea rail".split()
)
_REPORTING = frozenset("report say believe fear presume know feel think confirm find reckon list record feared".split())
RECORDING = frozenset("record list report register count give class classify post declare".split())
"""Verbs that enter people under what became of them ("listed as missing")."""
_HARMING = frozenset("suffer sustain receive incur get nurse bear contract".split())
_HURTING = frozenset("cut break fracture burn hurt injure sprain twist gash scald".split())
MOVING = frozenset(
    """take lead carry march drag bring hold keep seize haul herd fly ship remove transport pull pluck rouse roust parade escort drive walk
    deliver exhibit display show load bundle""".split()
)
"""Verbs of handling people that "as prisoners" makes a capture."""
_CAPTIVES = frozenset("prisoner prisoners hostage hostages captive captives".split())
_FETTERS = frozenset("handcuffs cuffs chains irons shackles fetters manacles leg-irons ropes escort guard".split())
"""In what, or under what, those led somewhere are no longer free."""
_HOMES = frozenset("city town village villages hamlet district area region province island capital valley quarter suburbs".split())
_DWELLINGS = frozenset(
    """home homes house houses bed beds bus buses car cars train taxi dormitory hut huts mosque church chapel school office market
    field fields shop""".split()
)
_FETCHING = frozenset("take remove snatch fetch pull pluck rouse roust".split())
_ELSEWHERE = frozenset(
    """hospital clinic shelter safety body bodies rubble ruins ambulance wreckage debris fire flames burning water river rescuers
    firemen""".split()
)
_MOVING_ON = frozenset(
    """recover convalesce crawl limp stagger return come arrive reach walk get make wake hobble lie climb scramble stumble struggle drag
    emerge escape run""".split()
)
_STRICKEN = frozenset("blind lame deaf dumb unconscious comatose senseless limbless legless sightless speechless bleeding".split())
"""What a wound leaves people."""
_ABOUT = frozenset("regarding according concerning during despite following".split())
"""What opens a sentence and says nothing of how somebody fell."""
_FORCING = frozenset("make force order compel oblige tell".split())
_FLIERS = frozenset(
    """pilot pilots airman airmen crew crews helicopter helicopters plane planes aircraft jet jets drone drones missile missiles gunship
    fighter bomber balloon rocket rockets it which craft airliner transport""".split()
)
"""What, and who, is shot down out of the air."""
_DEPICTING = frozenset(("acomp", "oprd", "advmod", "amod"))
_ERRANDS = frozenset(
    """field fields pasture pastures forest bush hills mountain mountains market well river lake sea fishing hunting grazing farm farms
    plantation garden gardens work school mosque church village town patrol woods wood quarry mine pit orchard vineyard errand""".split()
)
"""Where people are out by day, from which those who vanish do not come back."""
_HURT = frozenset("wounded injured bleeding bloodied concussed hurt maimed".split())
_AT = frozenset("at in near around outside during before".split())
_LAYING_HANDS = frozenset("pick pull drag haul single line lead seize bind tie blindfold separate drive".split())
_RECOVERING = frozenset("catch capture take seize bring pull dig carry recover retrieve haul drag fish pick lift bear".split())
"""Verbs of getting hold of people, who may be "dead" then."""
_FIGHTS = frozenset("assault attack battle fighting raid action operation ambush offensive clash bombardment fire".split())
_OUT_OF = frozenset("up out in off away down ashore back".split())
_LIFELESS = frozenset(("dead", "lifeless"))
_SURVIVED = frozenset("bayonet gun mow machine-gun poison strangle smother suffocate asphyxiate lynch hang crucify axe ax".split())
"""Deadly deeds that somebody may live through."""
_COPULAS = frozenset(("be", "remain", "lie", "lay", "go", "end", "get", "feel", "become", "seem", "appear", "stay"))


class SubjectVerbs(VerbWords):
    """What the verbs of one parse say befell their subjects."""

    def _subject_told(self, token: "Token", verb: "Token") -> "Hit | None":
        """What a verb says of its subject; a death told after it goes before: "were driven to the river and shot dead"."""
        hit = self._lived(token, verb)
        if hit is not None and verb.lemma_ == "blow" and (then := self._then(token, verb)) is not None and then[0] == "injured":
            return then  # "were blown up on a mine and wounded"
        if hit is not None and hit[0] not in ("displaced", "detained", "injured"):
            return hit
        then = self._then(token, verb)
        return then if hit is None or (then is not None and then[0] == "killed") else hit

    def _lived(self, token: "Token", verb: "Token") -> "Hit | None":
        """What a verb says of its subject; a deadly deed only hurt those who are told of alive after it."""
        hit = self._subject(token, verb)
        if hit is None or hit[0] != "killed" or self.doc[hit[1]].lemma_ not in _SURVIVED:
            return hit
        care = self._in_care_after(verb)
        return hit if care is None else ("injured", care)

    def _in_care_after(self, verb: "Token") -> int | None:
        """As in "were bayoneted and are in a serious condition in hospital": what a verb joined to a deadly one says of those who live."""
        for child in verb.children:
            if child.dep_ != "conj" or child.i < verb.i or any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
                continue
            hit = self._with_wounds(child) or self._brought(child)
            if hit is not None:
                return hit[1]
            if child.lemma_ in ("survive", "recover") or (child.lemma_ == "treat" and _in_care(child)):
                return child.i
        return None

    def _then(self, token: "Token", verb: "Token") -> "Hit | None":
        """What a verb joined to the first says of the same subject: "were lined up and shot dead", "fell ill and died"."""
        return next(self.sequels(token, verb), None)

    def sequels(self, token: "Token", verb: "Token") -> "Iterator[Hit]":
        """Yield what each verb joined to ``verb`` says of its subject."""
        for child in verb.children:
            if child.dep_ == "xcomp" and verb.lemma_ in _FORCING and child.i > verb.i:
                yield from self.sequels(token, child)  # "were made to alight and gunned down"
                continue
            forced = child.dep_ == "advcl" and child.tag_ == "VBN" and self.doc[child.i - 1].lower_ == "," and not child.lefts
            if (child.dep_ != "conj" and not forced) or child.i < verb.i or any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
                continue
            lemma = child.lemma_.lower()
            left = child.left_edge.i
            follows = left and self.doc[left - 1].lower_ in ("and", "but", "then", "before", "or")
            passive = (follows and any(c.dep_ == "auxpass" for c in child.children)) or (
                (token.dep_ == "nsubjpass" or _bare_passive(verb) or any(c.dep_ == "auxpass" for c in verb.children))
                and child.tag_ in ("VBN", "VBD")
                and not any(c.dep_ in ("dobj", "aux", "ccomp") and c.lower_ not in _CAPTIVES for c in child.children)
            )
            if passive and (hit := self._passive(token, child, lemma)):
                yield hit
                yield from self.sequels(token, child)
                continue
            if not follows and not passive:
                continue
            if lemma in self.words.suffers and not self._other_subject(child.i):
                yield self.words.suffers[lemma], child.i
            elif lemma in ("be", "remain") and (hit := self._behind_bars(child)):
                yield hit
            elif lemma == "have" and maimed(child):
                yield "injured", child.i  # "stepped on a mine and had his leg amputated"
            elif lemma == "have" and loses_throat(child):
                yield "killed", child.i
            elif (
                not any(c.dep_ == "auxpass" for c in child.children)
                and (phrases := self.words.subject_phrases.get(lemma))
                and (metric := self._phrase(child, phrases, token))
            ):
                yield metric, child.i
            else:
                yield from self.sequels(token, child)

    def _other_subject(self, at: int) -> bool:
        """Whether a noun stands between "and" and the verb: "lost a foot and a trishaw man, U Tun, succumbed"."""
        noun = False
        for before in range(at - 1, max(-1, at - 12), -1):
            token = self.doc[before]
            if token.lower_ in ("and", "but", ";"):
                return noun
            noun = noun or token.tag_ in ("NN", "NNS", "NNP", "CD")
        return False

    def _subject(self, token: "Token", verb: "Token") -> "Hit | None":
        words = self.words
        lemma = verb.lemma_.lower()
        if lemma in _RECOVERING and verb.tag_ in ("VBN", "VBD") and (lifeless := self._lifeless_after(verb)) is not None:
            return "killed", lifeless
        if (
            verb.lower_ in words.states
            and any(c.dep_ in ("aux", "auxpass") and c.lemma_ in ("be", "remain", "go", "get") for c in verb.children)
            and not any(c.dep_ == "dobj" for c in verb.children)
            and not self._shot_at(verb)
        ):
            state = words.states[verb.lower_]
            return "killed" if state == "injured" and fatal(verb) else state, verb.i
        if lemma in words.suffers:
            return words.suffers[lemma], verb.i
        if verb.pos_ == "ADJ" and verb.lower_ in words.states and verb.dep_ in ("ccomp", "oprd", "xcomp") and verb.i > token.i:
            return words.states[verb.lower_], verb.i  # "report nine of their number dead"
        passive = token.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in verb.children)
        reduced = verb.tag_ in ("VBN", "VBD") and any(c.dep_ == "agent" for c in verb.children)  # "two girls carried away by raiders"
        if passive or (reduced and not any(c.dep_ in ("dobj", "aux") for c in verb.children)):
            return self._passive(token, verb, lemma)
        phrases = words.subject_phrases.get(lemma)
        if phrases is not None and (metric := self._phrase(verb, phrases, token)):
            deadly = metric == "injured" and any(fatal(child) for child in verb.children if child.dep_ == "dobj")
            return "killed" if deadly else metric, verb.i
        if (lemma in _HARMING and self._takes_harm(verb)) or (lemma in _HURTING and _own_limb(verb)):
            return "injured", verb.i
        if lemma == "have" and loses_throat(verb):
            return "killed", verb.i
        if lemma == "have" and maimed(verb):
            return "injured", verb.i
        gone = lemma == "return" or (lemma == "come" and any(c.lower_ in ("back", "home") for c in verb.children))
        lost = gone or (lemma == "arrive" and token.tag_ != "NN") or (lemma == "reach" and _homewards(verb))
        if lost and any(c.lower_ == "never" for c in verb.children):
            return "missing", verb.i  # "nine of them never came back"
        if gone and token.tag_ == "CD" and _not_yet(verb):
            return "missing", verb.i  # "nine did not return"
        if lemma == "fail" and _fails_to_return(verb):
            return "missing", verb.i  # "a shepherd failed to come home"
        if gone and any(c.lower_ == "did" for c in verb.children) and _not_yet(verb) and _from_work(verb):
            return "missing", verb.i  # "two boys did not return from the fields"
        if lemma == "seek" and any(word.lower_ == "medical" for word in self._reach(verb)):
            return "injured", verb.i
        if lemma == "be" and resident(token, words) and _camped(verb):
            return "displaced", verb.i
        if lemma == "leave" and resident(token, words) and _leaves(verb):
            return "displaced", verb.i
        if (
            lemma == "reach"
            and resident(token, words)
            and (_from_elsewhere(verb) or any(c.dep_ == "dobj" and c.lemma_ in words.havens for c in verb.children))
        ):
            return "displaced", verb.i
        if any(c.lower_ in ("wounded", "injured") and c.i > verb.i and c.dep_ in _DEPICTING for c in verb.children):
            return "injured", verb.i  # "several fled back wounded"
        if lemma in _MOVING_ON and any(c.lower_ in _HURT and 0 < c.i - verb.i < 3 and not list(c.children) for c in verb.children):
            return "injured", verb.i  # "dozens crawled out wounded"
        if flees(verb, token, words) or departs(verb, token, words):
            return "displaced", verb.i
        if (lemma in ("be", "remain") and away(verb)) or (token.tag_ != "CD" and not_back(verb)):
            return "displaced", verb.i
        if lemma == "fall" and (hit := self._falls(token, verb)):
            return hit
        if lemma in _COPULAS:
            for child in verb.children:
                if child.dep_ in _STATES_OF and (hit := self._raised(child)):
                    return hit
            return self._with_wounds(verb) or self._behind_bars(verb) or self._near_death(verb) or self._apposed_fate(verb)
        if _does_not_live(verb):
            return "killed", verb.i
        if lemma in ("have", "remain") and _yet_to_be_found(verb):
            return "missing", verb.i
        seen = verb.dep_ == "ccomp" and verb.head.lemma_ in ("see", "watch", "witness") and verb.tag_ in ("VBN", "VBD")
        if seen and not any(c.dep_ in ("dobj", "aux", "auxpass") for c in verb.children) and (hit := self._done(verb)):
            return hit  # "saw her mother and three sisters cut down"
        if lemma in ("survive", "escape", "emerge", "live") and (hit := self._with_wounds(verb)):
            return hit
        if lemma == "languish":
            return self._behind_bars(verb)
        if lemma in _MOVING_ON and (hit := self._with_wounds(verb) or self._carrying_wounds(verb)):
            return hit
        gapped = verb.dep_ == "conj" and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.head.children)
        if gapped and lemma in ("leave", "find"):
            left = next((c for c in verb.children if c.lower_ in words.states and c.i > verb.i), None)
            if left is not None:
                return words.states[left.lower_], left.i  # "he was killed and his daughter left paralysed"
        if lemma == "pick" and verb.tag_ in ("VBN", "VBD") and any(c.dep_ == "nummod" for c in token.lefts) and _picked_up(verb):
            return "detained", verb.i  # "nine men picked up at checkpoints", taken for an active verb
        participle = (
            verb.tag_ in ("VBN", "VBD")
            and (token.pos_ == "NUM" or gapped)
            and not any(
                c.dep_ in ("dobj", "aux", "ccomp", "prep") and c.lower_ not in ("in", "by", "on", "at", "when", "according", "off", "away")
                for c in verb.children
            )
        )
        if participle and lemma in words.does and self._allowed(verb):
            # "two killed and three injured" leaves the participle looking like an active verb without object.
            return words.does[lemma], verb.i
        return None

    def _passive(self, token: "Token", verb: "Token", lemma: str) -> "Hit | None":
        words = self.words
        if lemma in _RECOVERING and (lifeless := self._lifeless_after(verb)) is not None:
            return "killed", lifeless
        phrases = words.object_phrases.get(lemma)
        if phrases is not None and (metric := self._phrase(verb, phrases, token)):
            return metric, verb.i
        if lemma == "put" and self._out_of_action(verb):
            return "killed", verb.i
        if lemma in ("shoot", "find", "leave"):
            for child in verb.children:
                if child.lower_ in words.states:
                    return words.states[child.lower_], verb.i if lemma == "shoot" else child.i
                if lemma == "leave" and child.lower_ in _STRICKEN:
                    return "injured", child.i
        if lemma == "shoot":
            return self._shot(verb)
        if lemma in ("hit", "strike") and (names_people(token.lower_) or token.tag_ == "CD") and not self._afflicted(verb):
            return "killed" if fatal(verb) else "injured", verb.i
        if lemma in MOVING and (taken := self._as_captives(verb)):
            return taken
        if lemma in RECORDING and (state := self._as_state(verb)):
            return state
        picked = lemma == "pick" and any(c.lower_ == "up" for c in verb.children)
        if lemma == "take" and (hit := self._with_wounds(verb) or self._brought(verb)):
            return hit
        if (lemma == "take" or picked) and by_somebody(verb):
            return "detained", verb.i
        if lemma == "take" and _only_taken(verb, token):
            return "detained", verb.i
        if lemma == "lose" and names_people(token.lower_) and not _astray(verb):
            return "killed", verb.i  # "one guard was lost"
        if lemma in ("hold", "keep") and kept(verb):
            return "detained", verb.i
        if lemma in words.does and lemma not in ("lose", "cut") and self._allowed(verb):
            return "killed" if words.does[lemma] == "injured" and fatal(verb) else words.does[lemma], verb.i
        if lemma == "find" and throat_cut(verb):
            return "killed", verb.i
        if released(verb, token):
            return "detained", verb.i
        if lemma == "treat" and (_in_care(verb) or (names_people(token.lower_) and _cared_for(verb))):
            return "injured", verb.i
        if lemma == "cut" and any(c.dep_ == "agent" for c in verb.children):
            return "injured", verb.i
        if (
            lemma in ("see", "hear", "find", "trace", "locate")
            and (token.lower_ == "neither" or any(c.dep_ == "neg" for c in verb.children))
            and any(c.dep_ == "aux" for c in verb.children)
        ):
            return "missing", verb.i  # "have not been seen since"
        for child in verb.children:
            if child.dep_ in ("oprd", "acomp", "xcomp", "advmod", "ccomp") and (hit := self._raised(child)):
                return hit
        if hit := self._with_wounds(verb) or self._brought(verb):
            return hit
        if lemma in ("camp", "encamp", "house", "lodge", "shelter") and resident(token, words):
            return "displaced", verb.i
        return ("displaced", verb.i) if taken_to_refuge(verb, token, words) else None

    def _apposed_fate(self, verb: "Token") -> "Hit | None":
        """As in "the other two were Greeks, brothers, gunned down at home": what a participle after a comma says of the same people."""
        nouns = [child for child in verb.children if child.dep_ == "attr"]
        nouns += [child for noun in nouns for child in noun.children if child.dep_ == "appos"]
        for noun in nouns:
            for child in noun.children:
                told = child.dep_ in ("acl", "relcl", "advcl") and child.tag_ == "VBN" and child.i > noun.i
                if told and self.doc[child.i - 1].lower_ == "," and (hit := self._done(child)) is not None:
                    return hit
        return None

    def _out_of_action(self, verb: "Token") -> bool:
        """As in "seven terrorists were put out of action"."""
        near = self.lower[verb.i + 1 : verb.i + 9]
        return any(near[at : at + 3] == ["out", "of", "action"] for at in range(len(near) - 2))

    def _near_death(self, verb: "Token") -> "Hit | None":
        """As in "a third is between life and death", "are in mortal danger"."""
        for child in verb.children:
            for inner in child.children if child.dep_ == "prep" and child.lower_ in ("between", "in") else ():
                danger = inner.lower_ == "danger" and any(c.lower_ in ("mortal", "of") for c in inner.children)
                if (inner.lower_ == "life" and child.lower_ == "between") or danger:
                    return "injured", inner.i
        return None

    def _carrying_wounds(self, verb: "Token") -> "Hit | None":
        """As in "crawled into a ditch with a bullet in his thigh": whatever the parse hangs the wound on."""
        words = self._reach(verb)
        for place, word in enumerate(words):
            if word.lower_ == "with":
                return next((("injured", hurt.i) for hurt in words[place + 1 : place + 5] if wound(hurt)), None)
        return None

    def _lifeless_after(self, verb: "Token") -> int | None:
        """The "dead" of "were caught dead", "was pulled out lifeless": what was taken hold of was no longer alive."""
        at = verb.i + 1
        at += self.doc[at].lower_ in _OUT_OF if at < len(self.doc) else 0
        return at if at < len(self.doc) and self.doc[at].lower_ in _LIFELESS else None

    def _as_state(self, verb: "Token") -> "Hit | None":
        """As in "recorded a nurse as missing", "listed 12 men as killed in action"."""
        for child in verb.children:
            for inner in child.children if child.dep_ == "prep" and child.lower_ == "as" else ():
                if inner.lower_ in self.words.states:
                    return self.words.states[inner.lower_], inner.i
            if child.lower_ in self.words.states and self.doc[child.i - 1].lower_ == "as":
                return self.words.states[child.lower_], child.i
        return None

    def _shot(self, verb: "Token") -> "Hit | None":
        """A bullet that hits hurts; it kills where the words say so: "fatally shot"."""
        if any(c.lower_ == "down" for c in verb.children) and not _FLIERS & {*self.lower[max(0, verb.i - 9) : verb.i + 6]}:
            return "killed", verb.i  # "two flower-sellers were shot down"
        if self._shot_at(verb) or (shoots_at(verb) and not any(c.dep_ in ("auxpass", "agent", "dobj") for c in verb.children)):
            return None
        return "killed" if fatal(verb) or [word.lower_ for word in self.doc[verb.i + 1 : verb.i + 2]] == ["dead"] else "injured", verb.i

    def _shot_at(self, verb: "Token") -> bool:
        """As in "were shot at" hits nobody yet; "were shot at a party" does."""
        return any(
            c.dep_ in ("prep", "prt")
            and (c.lower_ == "down" or (c.lower_ == "at" and not any(inner.dep_ == "pobj" for inner in c.children)))
            for c in verb.children
        )

    def _raised(self, child: "Token") -> "Hit | None":
        """As in "are missing", "were found dead", "are feared to have died", "were reported killed"."""
        words = self.words
        if child.dep_ == "xcomp" and child.lemma_ not in words.subject_phrases and any(c.dep_ == "dobj" for c in child.children):
            return None
        if child.lower_ in words.states:
            return words.states[child.lower_], child.i
        if child.lower_ == "ill" and any(c.lower_ in ("critically", "gravely", "dangerously") for c in child.children):
            return "injured", child.i
        if child.dep_ == "xcomp":
            if child.lemma_ in words.suffers:
                return words.suffers[child.lemma_], child.i
            if (phrases := words.subject_phrases.get(child.lemma_)) and (metric := self._phrase(child, phrases, child)):
                return metric, child.i
            if any(c.dep_ == "auxpass" for c in child.children) and (hit := self._done(child)):
                return hit
            for inner in child.children:
                if inner.dep_ in ("acomp", "oprd", "attr") and inner.lower_ in words.states:
                    return words.states[inner.lower_], inner.i
                if inner.dep_ == "prep" and (hit := self._raised(inner)):
                    return hit
        if child.tag_ in ("VBN", "VBD") and child.dep_ in ("xcomp", "oprd", "ccomp", "advcl") and child.head.lemma_ in _REPORTING:
            return self._done(child)
        if child.dep_ == "prep" and child.lower_ in ("among", "amongst"):
            for inner in child.children:
                if inner.lower_ in words.states:
                    return words.states[inner.lower_], inner.i
                for below in inner.children:  # "among the first to die", "among those killed"
                    if below.dep_ in ("acl", "relcl", "xcomp") and below.lemma_ in words.suffers:
                        return words.suffers[below.lemma_], below.i
                    if below.dep_ in ("acl", "relcl") and below.lower_ in words.states:
                        return words.states[below.lower_], below.i
        return None

    def _done(self, verb: "Token") -> "Hit | None":
        """What a participle under another verb says: "are believed to have been taken hostage", "were reported led away"."""
        phrases = self.words.object_phrases.get(verb.lemma_)
        if phrases and (metric := self._phrase(verb, phrases, verb)):
            return metric, verb.i
        if verb.lemma_ == "shoot" and verb.head.lemma_ == "find":
            return "killed", verb.i  # "were found shot through the head"
        if verb.lemma_ == "shoot":
            return self._shot(verb)  # "were reported shot dead"
        if verb.lemma_ not in self.words.does or not self._allowed(verb):
            return None
        return "killed" if fatal(verb) else self.words.does[verb.lemma_], verb.i

    def _falls(self, token: "Token", verb: "Token") -> "Hit | None":
        """As in "fell in the fighting"; fighters also "fell at the bridge on Sunday"; into the hands of others they fall alive."""
        if any(c.tag_ == "MD" for c in verb.children):
            return None
        hands = next((word.i for word in self._reach(verb) if word.lower_ in ("hands", "captivity")), None)
        if hands is not None and any(c.lower_ in ("into", "in") for c in verb.children):
            return "detained", hands
        fights = population_at(self.doc, token.i, [word.lower_ for word in self.doc]) == "party forces"
        allowed = _AT if fights else ("in", "while")
        if self.doc[verb.i + 1 : verb.i + 7] and "last man" in " ".join(word.lower_ for word in self.doc[verb.i + 1 : verb.i + 7]):
            return "killed", verb.i  # "fell to the last man"
        duty = any(word.lower_ in ("duty", "martyrs", "action", "honour", "honor") for word in self._reach(verb))
        if duty:
            return "killed", verb.i
        others = (c for c in verb.children if c.dep_ in ("prep", "prt", "acomp", "advmod", "dobj") and c.lower_ not in _ABOUT)
        said = any(
            c.lower_ not in allowed and not (c.i < verb.i and (fights or c.lower_ in ("of", "among"))) and not (fights and _dated(c))
            for c in others
        )
        return None if said else ("killed", verb.i)

    def _as_captives(self, verb: "Token") -> "Hit | None":
        """As in "led eight men aboard as prisoners", "took the driver along as a hostage", "taken from their houses"."""
        words = self._reach(verb)
        own = any(word.lower_ in _DWELLINGS and word.dep_ == "pobj" and word.head.lower_ == "from" for word in words)
        if own and verb.lemma_ in _FETCHING and not any(word.lower_ in _ELSEWHERE for word in words):
            return "detained", verb.i
        for place, word in enumerate(words):
            behind = {before.lower_ for before in words[max(0, place - 3) : place]}
            if word.lower_ in _FETTERS and behind & {"in", "under"}:
                return "detained", word.i  # "brought to the capital in handcuffs"
            if word.lower_ in _CAPTIVES and "as" in behind:
                return "detained", word.i
        return None

    def _takes_harm(self, verb: "Token") -> bool:
        """As in "received a concussion from a second shell", "suffered a fractured arm"."""
        for child in verb.children:
            if child.dep_ != "dobj" or any(c.lower_ == "no" for c in child.lefts):
                continue
            if wound(child) or any(c.lower_ in BROKEN for c in child.lefts):
                return True
        return False

    def _afflicted(self, verb: "Token") -> bool:
        """As in "residents were hit by floods", "hit hard": no bullet."""
        agents = [inner.lower_ for c in verb.children if c.dep_ == "agent" for inner in c.children]
        return any(word not in _MISSILES for word in agents) or any(
            c.lower_ in ("hard", "hardest", "badly", "worst") for c in verb.children
        )


def _only_taken(verb: "Token", people_: "Token") -> bool:
    """As in "three men died and two were taken": people taken, with nowhere to and nothing for which."""
    if not (names_people(people_.lower_) or people_.tag_ == "CD"):
        return False
    if any(c.dep_ in ("dobj", "xcomp", "oprd", "acomp", "advcl", "prt", "ccomp", "npadvmod") and c.tag_ != "NNP" for c in verb.children):
        return False
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 2]]
    return after in (["."], [","], [";"], [":"], ["and"], ["on"], ["at"], ["near"], ["during"]) and any(
        c.dep_ == "auxpass" for c in verb.children
    )


def _astray(verb: "Token") -> bool:
    """As in "was lost in the forest": who does not find the way, or is taken up by something, is not dead."""
    told = [c for c in verb.children if c.dep_ in ("prep", "advmod") and c.i > verb.i]
    return any(c.lower_ not in ("in", "during", "to") or not _FIGHTS & {inner.lower_ for inner in c.children} for c in told)


def _does_not_live(verb: "Token") -> bool:
    """As in "two did not survive", "one did not live", "a third did not make it": no word of where people live or what they live on."""
    if verb.lemma_ not in ("survive", "live", "make") or not any(c.dep_ == "neg" for c in verb.children):
        return False
    if verb.lemma_ == "survive":
        return True
    if any(c.tag_ == "MD" or c.lower_ in ("do", "does") for c in verb.children):
        return False
    told = [c for c in verb.children if c.dep_ in ("dobj", "prep", "advmod", "acomp", "ccomp", "npadvmod") and c.i > verb.i]
    if verb.lemma_ == "make":
        return [c.lower_ for c in told] in (["it"], ["it", "alive"], ["it", "out"])
    return all(c.lower_ in ("long", "through", "until", "beyond", "past") for c in told)


def _yet_to_be_found(verb: "Token") -> bool:
    """As in "one has yet to be found", "six remain to be traced"."""
    sought = (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in ("find", "trace", "locate", "account", "hear", "see"))
    yet = verb.lemma_ == "remain" or any(c.lower_ == "yet" for child in verb.children for c in (child, *child.children))
    return yet and any(c.dep_ == "auxpass" for one in sought for c in one.children)


def _own_limb(verb: "Token") -> bool:
    """As in "cut her hand on the glass", "broke his leg in the fall"."""
    part = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return part is not None and part.lower_ in PARTS and any(c.lower_ in ("his", "her", "their") for c in part.lefts)


def _dated(token: "Token") -> bool:
    """As in "fell on Sunday": a day, nobody attacked."""
    return any(inner.ent_type_ in ("DATE", "TIME") for inner in (token, *token.children))


def by_somebody(verb: "Token") -> bool:
    """Whether a passive names who did it: "by fighters", not how: "by helicopter"."""
    return any(inner.lower_ not in _VEHICLES for c in verb.children if c.dep_ == "agent" for inner in c.children)


def _in_care(verb: "Token") -> bool:
    """As in "70 are still being treated", "were treated in hospital": by whom or where at most, not how or as what."""
    allowed = {"still", "also", "later", "in", "at", "by", "on", "there"}
    words = [c for c in verb.children if c.dep_ in ("prep", "advmod", "oprd", "agent", "acomp", "advcl", "xcomp")]
    hospital = any(below.lower_ in ("hospital", "clinic", "hospitals", "clinics", "scene") for child in words for below in child.children)
    return all(c.lower_ in allowed for c in words) and (hospital or any(c.lower_ == "being" for c in verb.children))


def _cared_for(verb: "Token") -> bool:
    """As in "were treated on the spot for the effects of tear gas": not how or as what people are treated."""
    return any(c.lower_ in ("for", "on", "at", "in", "by") for c in verb.children if c.dep_ in ("prep", "agent")) and not any(
        c.lower_ in ("as", "like", "well", "badly", "with", "fairly", "unfairly") for c in verb.children
    )


def _camped(verb: "Token") -> bool:
    """As in "24,000 people are in the Indian camps"."""
    places = (inner for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for inner in c.children)
    return any(inner.lemma_ in ("camp", "shelter") for inner in places)


def _leaves(verb: "Token") -> bool:
    """Whether residents leave a place for another, or for good: "have left the town for the coast", "have left for Auki"."""
    if any(inner.pos_ == "PROPN" for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for inner in c.children):
        return True
    left = any(c.dep_ == "dobj" for c in verb.children)
    perfect = any(c.lower_ in ("has", "have", "had") for c in verb.children)
    if perfect and any(c.dep_ == "dobj" and c.lower_ in _HOMES for c in verb.children):
        return True
    if left and any(c.dep_ == "advmod" and c.lower_ == "since" for c in verb.children):
        return True
    return left and any(c.dep_ == "prep" and c.lower_ in ("for", "since", "after") for c in verb.children)


def _from_elsewhere(verb: "Token") -> bool:
    """As in "9,000 villagers reached the town from Cacuso"."""
    goal = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in _HOMES), None)
    if goal is None:
        return False
    preps = (c for above in (verb, goal) for c in above.children if c.lower_ == "from")
    return any(inner.pos_ == "PROPN" for c in preps for inner in c.children)


def _picked_up(verb: "Token") -> bool:
    said = {c.dep_ for c in verb.children if c.i > verb.i}
    return not said & {"dobj", "ccomp"} and any(c.lower_ == "up" and c.i == verb.i + 1 for c in verb.children)


def _bare_passive(verb: "Token") -> bool:
    """As in "four traders picked out and shot": a verb of laying hands on people that has no object has them for its subject."""
    if verb.lemma_ not in _LAYING_HANDS or verb.tag_ not in ("VBN", "VBD"):
        return False
    return not any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children)


def _homewards(verb: "Token") -> bool:
    """As in "never reached home", "never reached their destination"."""
    return any(c.lower_ in ("home", "homes", "destination") for c in verb.children if c.dep_ in ("dobj", "advmod", "npadvmod"))


def _fails_to_return(verb: "Token") -> bool:
    """As in "failed to come home", "failed to return from the pasture"."""
    back = next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in ("return", "come", "arrive", "reappear")), None)
    if back is None:
        return False
    home = any(c.lower_ in ("home", "back", "there") for c in back.children)
    return home or back.lemma_ == "reappear" or (back.lemma_ == "return" and (_from_work(back) or back.i == back.right_edge.i))


def _from_work(verb: "Token") -> bool:
    """Whether somebody was out at work or on an errand, or was to come home: "from the fields", "from fishing", "home"."""
    if any(c.lower_ in ("home", "back") and c.i > verb.i for c in verb.children):
        return True
    return any(inner.lower_ in _ERRANDS for c in verb.children if c.dep_ == "prep" and c.lower_ == "from" for inner in c.children)


def _not_yet(verb: "Token") -> bool:
    """Whether a verb of coming back is denied for good: not "until 1984", nor "to work"."""
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]]
    return any(c.dep_ == "neg" for c in verb.children) and not {"until", "till", "before", "to", "fire"} & {*after}


def shoots_at(verb: "Token") -> bool:
    """As in "bandits shot at a bus", which the parser takes for a passive: what they aimed at is named."""
    aimed = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "at" and c.i == verb.i + 1), None)
    return aimed is not None and any(c.dep_ == "pobj" and c.ent_type_ not in ("TIME", "DATE", "GPE", "FAC") for c in aimed.children)


def kept(verb: "Token") -> bool:
    """As in "are still being held", "were held for questioning": people in somebody's hands, not "held back" or "held in honour"."""
    return not any(c.dep_ in ("prt", "acomp", "oprd") or c.lower_ in ("back", "up", "accountable", "responsible") for c in verb.children)
