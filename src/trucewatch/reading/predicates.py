"""The words that govern a phrase → what they do to its people: verbs, their objects and complements, event nouns with "of"."""

from typing import TYPE_CHECKING

from trucewatch.reading.flight import flees, resident, taken_to_refuge
from trucewatch.reading.people import names_people, population_at, singular
from trucewatch.reading.verbwords import Hit, VerbWords, fatal

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSIVE = frozenset(("auxpass", "nsubjpass"))
_LOOSE = frozenset(
    (
        "catch",
        "lock",
        "lose",
        "burn",
        "treat",
        "bury",
        "hold",
        "seize",
        "take",
        "drive",
        "capture",
        "expel",
        "harm",
        "cut",
        "force",
        "hurt",
        "burn",
    )
)
_STATES_OF = frozenset(("acomp", "attr", "oprd", "xcomp", "advmod", "prep", "ccomp", "advcl", "dobj"))
_FORFEIT = frozenset("prisoner hostage captive".split())
_CARING = frozenset(("treat", "admit", "receive", "take"))
_HOSPITALS = frozenset("hospital hospitals clinic clinics infirmary ward wards surgeons doctors".split())
_RECORDING = frozenset("record list report register count give class classify post declare".split())
_MISSILES = frozenset(
    """bullet bullets shrapnel splinter splinters fragment fragments shell shells shot shots fire gunfire rocket rockets round rounds mortar
    pellet pellets stone stones bomb missile missiles grenade sniper snipers""".split()
)
_VEHICLES = frozenset(
    "helicopter helicopters ambulance ambulances boat air car road plane truck bus train ferry canoe lorry sea rail".split()
)
_LIMBS = frozenset("leg legs arm arms eye eyes hand hands foot feet sight limb limbs fingers".split())
_REPORTING = frozenset("report say believe fear presume know feel think confirm find reckon list record feared".split())
_COPULAS = frozenset(("be", "remain", "lie", "go", "end", "get", "feel", "become", "seem", "appear", "stay"))
_GATHERING = frozenset(
    """one nobody anyone anybody none dozens scores hundreds thousands several number group many others members troops
    personnel people""".split()
)
_CARRIED = frozenset("baby babies child children infant infants toddler name names talks office".split())


class Predicates(VerbWords):
    """What the words above a phrase do to the people it names, in one parse."""

    def _taken(self, end: int) -> "Hit | None":
        """As in "one taken prisoner", "two held hostage", whichever word the parse puts on top."""
        words = [token.lower_ for token in self.doc[end : end + 2]]
        if len(words) == 2 and words[0] in ("taken", "held", "kept") and words[1] in ("prisoner", "hostage", "captive"):
            return "detained", end
        return None

    def _relative(self, verb: "Token") -> "Hit | None":
        """As in "12 villagers who died", "five soldiers shot by rebels"."""
        words = self.words
        lemma = verb.lemma_
        if any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WP", "WDT") and c.head.lemma_ not in words.does for c in verb.children):
            return None  # "20 attackers, four of whom died": the clause has a subject of its own
        if verb.dep_ == "relcl" and lemma == "be":
            gone = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in ("missing", "dead", "wounded")), None)
            return (words.states[gone.lower_], gone.i) if gone is not None else None
        if verb.dep_ == "relcl" and lemma in words.suffers:
            return words.suffers[lemma], verb.i
        if verb.lower_ in words.states and verb.tag_ == "JJ":
            return words.states[verb.lower_], verb.i
        if lemma in ("find", "leave", "report", "shoot", "pronounce", "declare", "list") and verb.tag_ in ("VBN", "VBD"):
            for child in verb.children:
                if child.lower_ in words.states and child.dep_ in _STATES_OF:
                    return words.states[child.lower_], child.i
        if lemma == "take" and _by_somebody(verb):
            return "detained", verb.i  # "two colleagues, who were taken by fighters"
        if lemma == "hit" and any(c.dep_ == "nsubjpass" for c in verb.children) and not self._afflicted(verb):
            return "killed" if fatal(verb) else "injured", verb.i
        if lemma == "pick" and verb.dep_ == "acl" and {"up", "by"} <= {c.lower_ for c in verb.children}:
            return "detained", verb.i
        if verb.dep_ == "relcl" and (hit := self._told_of_subject(verb)):
            return hit
        phrases = words.object_phrases.get(lemma, {})
        if lemma not in words.does and not phrases:
            return None
        passive = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
        passive = passive or any(c.dep_ in _PASSIVE for c in verb.children)
        passive = passive or (verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.tag_ in ("WP", "WDT") for c in verb.children))
        gap = verb.dep_ == "relcl" and not any(c.dep_ in ("dobj", "obj") or c.tag_ in ("WP", "WDT") for c in verb.children)
        active = any(c.dep_ == "nsubj" for c in verb.children)
        if not passive and not (gap and active):
            return None
        if phrases and (metric := self._phrase(verb, phrases, verb)):
            return metric, verb.i
        if lemma not in words.does or not (self._allowed(verb) or (lemma == "hold" and _kept(verb))):
            return None
        return "killed" if fatal(verb) else words.does[lemma], verb.i

    def _told_of_subject(self, verb: "Token") -> "Hit | None":
        """As in "a woman who survived with a bullet in the hip", "guards who lost their lives"."""
        if verb.lemma_ in self.words.going and verb.tag_ != "VBG" and flees(verb, verb.head, self.words):
            return "displaced", verb.i
        if verb.lemma_ in ("survive", "escape", "emerge", "live", "leave") and (hit := self._with_wounds(verb)):
            return hit
        who = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT")), None)
        phrases = self.words.subject_phrases.get(verb.lemma_)
        if who is None or phrases is None:
            return None
        metric = self._phrase(verb, phrases, who)
        return (metric, verb.i) if metric in ("killed", "injured", "missing") else None

    def governed(self, token: "Token") -> "Hit | None":
        """What the word above a phrase does to it, through coordination, raising and the words of a qualifier."""
        for _ in range(5):
            dep, head = token.dep_, token.head
            if dep == "conj":
                if any(c.dep_ in ("cop", "nsubj") for c in token.children):
                    return None
                token = head
            elif dep in ("nsubjpass", "nsubj"):
                if _strikes(token, head):
                    return None
                return self._subject_told(token, head)
            elif dep in ("dobj", "obj"):
                return self._object(token, head) or self._dative(token, head)
            elif dep == "dative":
                return self._dative(token, head)
            elif dep == "pobj":
                if (
                    head.lower_ in ("around", "about", "over", "under", "to", "above", "than")
                    and head.i == token.i - 1
                    and token.pos_ != "PROPN"
                ) or self._qualifies(head, token):
                    return self._object(token, head.head)
                if head.lower_ == "with" and head.i and self.doc[head.i - 1].lower_ in ("along", "together"):
                    above = head.head
                    while above.pos_ in ("ADP", "ADV") and above.head.i != above.i:
                        above = above.head
                    return self._joined(above)
                phrases = self.words.object_phrases.get(head.head.lemma_, {})
                if any(c.lower_ in phrases for c in token.lefts):
                    return phrases[next(c.lower_ for c in token.lefts if c.lower_ in phrases)], head.head.i
                return self._prepositional(head)
            elif (dep == "appos" and head.tag_ == "CD") or (dep in ("compound", "nmod") and head.lower_ in _FORFEIT):
                token = head  # "took dozens of worshippers prisoner"
            else:
                return None
        return None

    def _subject_told(self, token: "Token", verb: "Token") -> "Hit | None":
        """What a verb says of its subject; a death told after it goes before: "were driven to the river and shot dead"."""
        hit = self._subject(token, verb)
        if hit is not None and hit[0] not in ("displaced", "detained", "injured"):
            return hit
        then = self._then(token, verb)
        return then if hit is None or (then is not None and then[0] == "killed") else hit

    def _then(self, token: "Token", verb: "Token") -> "Hit | None":
        """What a verb joined to the first says of the same subject: "were lined up and shot dead", "fell ill and died"."""
        for child in verb.children:
            if child.dep_ != "conj" or child.i < verb.i or any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
                continue
            lemma = child.lemma_.lower()
            left = child.left_edge.i
            follows = left and self.doc[left - 1].lower_ in ("and", "but", "then", "before", "or")
            passive = (follows and any(c.dep_ == "auxpass" for c in child.children)) or (
                (token.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in verb.children))
                and child.tag_ in ("VBN", "VBD")
                and not any(c.dep_ in ("dobj", "aux", "ccomp") for c in child.children)
            )
            if passive and (hit := self._passive(token, child, lemma)):
                return hit
            if not follows and not passive:
                continue
            if lemma in self.words.suffers:
                return self.words.suffers[lemma], child.i
            if lemma in ("be", "remain") and (hit := self._behind_bars(child)):
                return hit
            if not passive and (phrases := self.words.subject_phrases.get(lemma)) and (metric := self._phrase(child, phrases, token)):
                return metric, child.i
            if hit := self._then(token, child):
                return hit
        return None

    def _resumed(self, head: "Token", end: int) -> "Hit | None":
        """The passive after words set between commas, where the parse lost its subject: "Nine rebels, found in a cave, were shot dead"."""
        if head.dep_ in ("pobj", "dobj") or end + 3 >= len(self.doc) or self.doc[end].lower_ != ",":
            return None
        for index in range(end, min(end + 18, len(self.doc) - 2)):
            token = self.doc[index]
            if token.lower_ in (".", ";", ":", "and", "but") or token.is_sent_start:
                return None
            if token.lower_ != "," or self.doc[index + 1].lower_ not in ("was", "were"):
                continue
            verb = self.doc[index + 1].head
            lost = verb.i > index and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
            return self._passive(head, verb, verb.lemma_.lower()) if lost and verb.tag_ == "VBN" else None
        return None

    def _joined(self, verb: "Token") -> "Hit | None":
        """What the subject suffers with whom "along with" joins to it: "two guards died along with seven rebels"."""
        if verb.pos_ != "VERB":
            return self.governed(verb) if verb.pos_ in ("NOUN", "PROPN") else None
        for child in verb.children:
            if child.dep_ == "dobj":
                return self._object(child, verb)
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return self._subject(child, verb)
        return None

    def _qualifies(self, preposition: "Token", token: "Token") -> bool:
        """Whether a preposition is part of the number: "shot dead around 120 people"."""
        left = min((c.i for c in token.lefts), default=token.i)
        return preposition.lower_ in ("around", "about", "over", "under", "above") and preposition.i == left - 1

    def _object(self, token: "Token", verb: "Token") -> "Hit | None":
        words = self.words
        lemma = verb.lemma_.lower()
        phrases = words.object_phrases.get(lemma)
        if phrases is not None and (metric := self._phrase(verb, phrases, token)):
            return metric, verb.i
        if lemma in _RECORDING and (state := self._as_state(verb)):
            return state
        if lemma in ("leave", "find", "see", "shoot", "gun"):
            for child in verb.children:
                if child.i != token.i and child.lower_ in words.states and child.dep_ in _STATES_OF:
                    return words.states[child.lower_], verb.i if lemma in ("shoot", "gun") else child.i
            for child in token.children:
                if child.lower_ in words.states and child.i > token.i:
                    return words.states[child.lower_], child.i
            if lemma == "shoot":
                return self._shot(verb)
        if lemma in _CARING and self._cares(token, verb):
            return "injured", verb.i
        if lemma == "hold" and _kept(verb) and self._holds(token, verb):
            return "detained", verb.i
        if lemma in words.does and self._allowed(verb):
            loose = (
                lemma in _LOOSE
                and not names_people(token.lower_)
                and token.pos_ not in ("NUM", "PROPN")
                and token.lower_ not in _GATHERING
                and token.ent_type_ not in ("NORP", "PERSON")
                and token.lower_ not in ("them", "him", "her")
            )
            if loose:
                return None
            return "killed" if words.does[lemma] == "injured" and fatal(verb) else words.does[lemma], verb.i
        if lemma == "cost" and names_people(token.lower_) and any(c.dep_ in ("dative", "dobj") and c.i < token.i for c in verb.children):
            return "killed", verb.i  # "a battle that cost them 17 men"
        if lemma in ("cost", "claim", "take") and (_lives(token) or (lemma == "claim" and singular(token.lower_) == "victim")):
            return "killed", verb.i
        return None

    def _as_state(self, verb: "Token") -> "Hit | None":
        """As in "recorded a nurse as missing", "listed 12 men as killed in action"."""
        for child in verb.children:
            for inner in child.children if child.dep_ == "prep" and child.lower_ == "as" else ():
                if inner.lower_ in self.words.states:
                    return self.words.states[inner.lower_], inner.i
            if child.lower_ in self.words.states and self.doc[child.i - 1].lower_ == "as":
                return self.words.states[child.lower_], child.i
        return None

    def _maimed(self, verb: "Token") -> bool:
        """As in "had his foot blown off by a mine"."""
        after = [token.lower_ for token in self.doc[verb.i + 1 : verb.i + 6]]
        return (
            len(after) > 2
            and after[0] in ("his", "her", "their", "a", "both")
            and after[1] in _LIMBS
            and bool({*after[2:]} & {"blown", "torn", "severed", "amputated", "shattered", "crushed", "mangled"})
        )

    def _afflicted(self, verb: "Token") -> bool:
        """As in "residents were hit by floods", "hit hard": no bullet."""
        agents = [inner.lower_ for c in verb.children if c.dep_ == "agent" for inner in c.children]
        return any(word not in _MISSILES for word in agents) or any(
            c.lower_ in ("hard", "hardest", "badly", "worst") for c in verb.children
        )

    def _cares(self, token: "Token", verb: "Token") -> bool:
        """As in "had treated 19 people", "the hospital admitted 38": people whom a hospital or its staff takes in."""
        if not (names_people(token.lower_) or token.tag_ == "CD" or token.lower_ in _GATHERING):
            return False
        if verb.lemma_ == "treat" and not any(c.lower_ in ("as", "like", "well", "badly") for c in verb.children):
            return True
        giver = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return giver is not None and giver.lower_ in _HOSPITALS

    def _holds(self, token: "Token", verb: "Token") -> bool:
        """As in "after holding the driver", "the rebels hold 12 soldiers", "admitted to holding six": people who have people in hand."""
        if not (names_people(token.lower_) or token.tag_ == "CD") or token.lower_ in _CARRIED:
            return False
        if verb.tag_ == "VBG":
            return True
        holder = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return holder is not None and (
            names_people(holder.lower_) or holder.ent_type_ in ("ORG", "NORP") or holder.lower_ in ("they", "it")
        )

    def _dative(self, token: "Token", verb: "Token") -> "Hit | None":
        """As in "cost five herders their lives": the object beside it says what they lost."""
        lost = self.doc[token.i + 1 : token.i + 3].text.lower().split()
        if verb.lemma_ == "cost" and lost[:1] in (["their"], ["his"], ["her"]):
            if lost[1] in ("life", "lives"):
                return "killed", verb.i
            if lost[1] in _LIMBS:
                return "injured", verb.i
        return None

    def _subject(self, token: "Token", verb: "Token") -> "Hit | None":
        words = self.words
        lemma = verb.lemma_.lower()
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
        passive = token.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in verb.children)
        if passive:
            return self._passive(token, verb, lemma)
        phrases = words.subject_phrases.get(lemma)
        if phrases is not None and (metric := self._phrase(verb, phrases, token)):
            return metric, verb.i
        if lemma == "have" and self._maimed(verb):
            return "injured", verb.i
        gone = lemma == "return" or (lemma == "come" and any(c.lower_ in ("back", "home") for c in verb.children))
        if gone and any(c.lower_ == "never" for c in verb.children):
            return "missing", verb.i  # "nine of them never came back"
        if lemma == "seek" and any(word.lower_ == "medical" for word in self._reach(verb)):
            return "injured", verb.i
        if lemma == "leave" and resident(token, words) and _leaves(verb):
            return "displaced", verb.i
        if flees(verb, token, words):
            return "displaced", verb.i
        if lemma == "fall" and not any(
            c.dep_ in ("prep", "prt", "acomp", "advmod", "dobj") and c.lower_ not in ("in", "while") for c in verb.children
        ):
            return "killed", verb.i
        if lemma in _COPULAS:
            for child in verb.children:
                if child.dep_ in _STATES_OF and (hit := self._raised(child)):
                    return hit
            return self._with_wounds(verb) or self._behind_bars(verb)
        if lemma in ("survive", "escape", "emerge", "live") and (hit := self._with_wounds(verb)):
            return hit
        if lemma == "languish":
            return self._behind_bars(verb)
        gapped = verb.dep_ == "conj" and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.head.children)
        participle = (
            verb.tag_ in ("VBN", "VBD")
            and (token.pos_ == "NUM" or gapped)
            and not any(
                c.dep_ in ("dobj", "aux", "ccomp", "prep") and c.lower_ not in ("in", "by", "on", "at", "when") for c in verb.children
            )
        )
        if participle and lemma in words.does and self._allowed(verb):
            # "two killed and three injured" leaves the participle looking like an active verb without object.
            return words.does[lemma], verb.i
        return None

    def _passive(self, token: "Token", verb: "Token", lemma: str) -> "Hit | None":
        words = self.words
        phrases = words.object_phrases.get(lemma)
        if phrases is not None and (metric := self._phrase(verb, phrases, token)):
            return metric, verb.i
        if lemma in ("shoot", "find", "leave"):
            for child in verb.children:
                if child.lower_ in words.states:
                    return words.states[child.lower_], verb.i if lemma == "shoot" else child.i
        if lemma == "shoot":
            return self._shot(verb)
        if lemma == "hit" and (names_people(token.lower_) or token.tag_ == "CD") and not self._afflicted(verb):
            return "killed" if fatal(verb) else "injured", verb.i
        picked = lemma == "pick" and any(c.lower_ == "up" for c in verb.children)
        if lemma == "take" and (hit := self._with_wounds(verb) or self._brought(verb)):
            return hit
        if (lemma == "take" or picked) and _by_somebody(verb):
            return "detained", verb.i
        if lemma == "lose" and names_people(token.lower_) and not any(c.dep_ in ("prep", "advmod") for c in verb.children):
            return "killed", verb.i  # "one guard was lost"
        if lemma in ("hold", "keep") and _kept(verb):
            return "detained", verb.i
        if lemma in words.does and lemma not in ("lose", "cut") and self._allowed(verb):
            return "killed" if words.does[lemma] == "injured" and fatal(verb) else words.does[lemma], verb.i
        after = [token.lower_ for token in self.doc[verb.i + 1 : verb.i + 4]]
        if lemma == "find" and after[:1] == ["with"] and after[2:] in (["throats"], ["throat"]):
            return "killed", verb.i
        if lemma == "treat" and (_in_care(verb) or (names_people(token.lower_) and _cared_for(verb))):
            return "injured", verb.i
        if lemma == "cut" and any(c.dep_ == "agent" for c in verb.children):
            return "injured", verb.i
        if (
            lemma in ("see", "hear", "find", "trace", "locate")
            and any(c.dep_ == "neg" for c in verb.children)
            and any(c.dep_ == "aux" for c in verb.children)
        ):
            return "missing", verb.i  # "have not been seen since"
        for child in verb.children:
            if child.dep_ in ("oprd", "acomp", "xcomp", "advmod", "ccomp") and (hit := self._raised(child)):
                return hit
        if hit := self._with_wounds(verb) or self._brought(verb):
            return hit
        return ("displaced", verb.i) if taken_to_refuge(verb, token, words) else None

    def _shot(self, verb: "Token") -> "Hit | None":
        """A bullet that hits hurts; it kills where the words say so: "fatally shot"."""
        if self._shot_at(verb):
            return None
        return "killed" if fatal(verb) or self.doc[verb.i + 1 : verb.i + 2].text.lower() == "dead" else "injured", verb.i

    def _shot_at(self, verb: "Token") -> bool:
        """As in "were shot at" hits nobody yet; "were shot at a party" does."""
        return any(
            c.dep_ in ("prep", "prt") and (c.lower_ == "down" or (c.lower_ == "at" and not any(True for _ in c.children)))
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
        if verb.lemma_ not in self.words.does or not self._allowed(verb):
            return None
        return "killed" if fatal(verb) else self.words.does[verb.lemma_], verb.i

    def _prepositional(self, preposition: "Token") -> "Hit | None":
        """As in "the killing of 12 villagers", "the deaths of", "remains of at least 48 people"."""
        above = preposition.head
        if preposition.lower_ == "with" and self._goes_off(preposition, above):
            return "detained", above.i
        if preposition.lower_ == "for" and above.lemma_ == "account":
            people = next((child for child in preposition.children if child.dep_ == "pobj"), None)
            fights = people is not None and population_at(self.doc, people.i, [token.lower_ for token in self.doc]) == "party forces"
            return ("killed", above.i) if fights else None
        if preposition.lower_ == "of" and above.lemma_ == "empty":
            return "displaced", above.i
        if preposition.lower_ == "of" and above.dep_ == "pobj" and above.head.head.lemma_ == "empty":
            return "displaced", above.head.head.i
        if preposition.lower_ == "to" and above.pos_ == "NOUN" and singular(above.lower_) in ("injury", "wound"):
            return "injured", above.i  # "injuries to 45 demonstrators"
        if preposition.lower_ == "of" and (hit := self._interrupted(preposition)):
            return hit
        if preposition.lower_ == "of" and above.pos_ in ("NOUN", "PROPN", "VERB"):
            metric = (
                self.words.nouns.get(singular(above.lower_)) or self.words.nouns.get(above.lower_) or self.words.nouns.get(above.lemma_)
            )
            if metric is not None:
                return "killed" if fatal(above) else metric, above.i
        return None

    def _goes_off(self, preposition: "Token", verb: "Token") -> bool:
        """As in "made off with three herders", "disappeared into the forest with thirteen worshippers": whom they took along."""
        people = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if verb.lemma_ == "make":
            return self.doc[preposition.i - 1].lower_ == "off"
        if people is None or not names_people(people.lower_) or any(c.dep_ == "poss" for c in people.children):
            return False
        if not any(c.dep_ == "nummod" for c in people.children):
            return False
        goes = verb.lemma_ in ("disappear", "vanish", "flee", "escape", "retreat", "withdraw")
        return goes and any(c.dep_ == "nsubj" for c in verb.children)

    def _interrupted(self, preposition: "Token") -> "Hit | None":
        """As in "the death in action of", "the killing last week of": the noun that "of" belongs to stands further left.

        So does the verb of "cut the throats of two drivers".
        """
        above = preposition.head
        if above.lower_ in ("whereabouts", "fate") and above.dep_ in ("nsubj", "nsubjpass"):
            said = list(above.head.children)
            unknown = any(c.dep_ == "neg" or c.lower_ in ("unknown", "unclear", "uncertain") for c in said)
            return ("missing", above.i) if unknown else None
        if above.dep_ == "dobj" and (phrases := self.words.object_phrases.get(above.head.lemma_)):
            part = above.lemma_.lower()
            if part in ("throat", "life") and part in phrases:
                return phrases[part], above.head.i
        nouns = self.words.nouns
        if above.dep_ == "pobj" and above.head.dep_ == "prep" and above.head.head.pos_ == "NOUN":
            noun = above.head.head
            if above.lower_ in ("action", "custody", "detention", "combat", "battle", "prison") and singular(noun.lower_) in nouns:
                return nouns[singular(noun.lower_)], noun.i
        if above.pos_ == "VERB":
            for child in above.children:
                if child.dep_ == "dobj" and above.i < child.i < preposition.i and singular(child.lower_) in nouns:
                    return nouns[singular(child.lower_)], child.i
        return None


def _by_somebody(verb: "Token") -> bool:
    """Whether a passive names who did it: "by fighters", not how: "by helicopter"."""
    return any(inner.lower_ not in _VEHICLES for c in verb.children if c.dep_ == "agent" for inner in c.children)


def _strikes(token: "Token", verb: "Token") -> bool:
    """As in "Soldiers shot and killed two students", taken for a passive: without "were", a verb joined to it has an object."""
    if token.dep_ != "nsubjpass" or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return any(c.dep_ == "conj" and any(below.dep_ == "dobj" for below in c.children) for c in verb.children)


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


def _lives(token: "Token") -> bool:
    """Whether the object of "cost", "claim" or "take" is lives."""
    return token.lower_ in ("lives", "life")


def _kept(verb: "Token") -> bool:
    """As in "are still being held", "were held for questioning": people in somebody's hands, not "held back" or "held in honour"."""
    return not any(c.dep_ in ("prt", "acomp", "oprd") or c.lower_ in ("back", "up", "accountable", "responsible") for c in verb.children)


def _leaves(verb: "Token") -> bool:
    """Whether residents leave a place for another, or for good: "have left the town for the coast", "have left for Auki"."""
    if any(inner.pos_ == "PROPN" for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for inner in c.children):
        return True
    left = any(c.dep_ == "dobj" for c in verb.children)
    if left and any(c.dep_ == "advmod" and c.lower_ == "since" for c in verb.children):
        return True
    return left and any(c.dep_ == "prep" and c.lower_ in ("for", "since", "after") for c in verb.children)
