"""How an event is presented: the speaker's polarity, the event's factuality, and the words that hedge."""

import pytest

import trucewatch
from trucewatch.reading.factuality import stance_of


def stance(parser, text, word):
    parse = parser.parse(text)
    return stance_of(parse, next(token.i for token in parse.doc if token.text == word))


def pair(parser, text, word):
    found = stance(parser, text, word)
    return found.polarity, found.factuality


@pytest.mark.parametrize(
    ("text", "word", "factuality"),
    [
        ("Gunmen attacked the convoy.", "attacked", "certain"),
        ("The army may have shelled the school.", "shelled", "possible"),
        ("A mortar reportedly hit the clinic.", "hit", "possible"),
        ("An alleged air strike flattened a house.", "strike", "possible"),
        ("The pilots are alleged to have bombed a bridge.", "bombed", "possible"),
        ("Police arrested men suspected of killing a judge.", "killing", "possible"),
        ("Militiamen are believed to have burned the barn.", "burned", "probable"),
        ("Rebels appear to have ambushed the lorries.", "ambushed", "probable"),
        ("The general threatened to bomb the port.", "bomb", "future"),
        ("The rebels planned an attack on the dam.", "attack", "future"),
        ("Observers warned of massacres.", "massacres", "future"),
        ("If the rebels attack again, the talks will end.", "attack", "conditional"),
        ("Another raid would end the talks.", "raid", "conditional"),
        ("The envoy urged the army to withdraw.", "withdraw", "demanded"),
        ("The council demanded an end to attacks on villages.", "attacks", "demanded"),
        ("The villagers came close to being killed.", "killed", "negated"),
        ("The patrol failed to capture the bridge.", "capture", "negated"),
        ("Guards prevented an attack on the depot.", "attack", "negated"),
        ("No attack took place.", "attack", "negated"),
        ("Nobody was hurt.", "hurt", "negated"),
        ("The troops left without firing.", "firing", "negated"),
        ("The army has yet to attack the town.", "attack", "negated"),
        ("Should the army attack the camp, the monitors will leave.", "attack", "conditional"),
        ("Were the army to attack the camp, the truce would end.", "attack", "conditional"),
        ("The mission is looking into allegations that peacekeepers beat a boy.", "beat", "possible"),
        ("Rumours spread that soldiers had shot the abbot.", "shot", "possible"),
        ("Unconfirmed reports spoke of raids on the coast.", "raids", "possible"),
        ("According to unconfirmed reports, gunmen burned the mill.", "burned", "possible"),
        ("In all likelihood guards shot him, the coroner said.", "shot", "probable"),
        ("Most likely gunmen from the hills burned it, police said.", "burned", "probable"),
        ("The panel considers it probable that a patrol shelled the dam.", "shelled", "probable"),
        ("An assault appears to have taken place.", "assault", "probable"),
        ("An assault is imminent, the envoy said.", "assault", "future"),
        ('"We are going to burn the bridge," he said.', "burn", "future"),
        ("The front said it was about to storm the fort.", "storm", "future"),
        ("Any breach will be met with a raid.", "raid", "future"),
        ("The rebels may attack, the envoy warned.", "attack", "possible"),
        ("Provided that the clans raid nobody, grain will be sent.", "raid", "conditional"),
        ("In the event that the rebels bomb the port, the ships will leave.", "bomb", "conditional"),
        ("Should the clans storm the fort, said the envoy, the talks would end.", "storm", "conditional"),
        ("An assault would be a mistake, the envoy said.", "assault", "conditional"),
        ("Any assault will be regarded as a breach, he warned.", "assault", "conditional"),
        ("Instead of attacking the fort, the rebels withdrew.", "attacking", "negated"),
        ("Far from burning the mill, his men had guarded it.", "burning", "negated"),
        ("A raid on the depot was called off.", "raid", "negated"),
        ("Not one hut was burned.", "burned", "negated"),
        ("Residents fear the bridge will be bombed.", "bombed", "possible"),
        ("Had they not been stopped, said an official, they would have attacked the port.", "attacked", "conditional"),
        ("Should they refuse to leave, they will be attacked.", "attacked", "conditional"),
        ("The colonel did not rule out a raid.", "raid", "possible"),
        ("Guards foiled an attempt by gunmen to storm a police club.", "storm", "certain"),
        ("The navy, said Captain Omar Sule, will strike the camps next month.", "strike", "future"),
        ("If the United Front attacks again, the talks will end.", "attacks", "conditional"),
        ("The Special Envoy appeals to all parties to stop the attacks.", "attacks", "demanded"),
        ("Soldiers narrowly avoided opening fire on the pupils.", "opening", "negated"),
        ("Our next raid will be worse.", "raid", "future"),
        ("The rebels will shell the dam unless the chiefs are freed.", "shell", "future"),
        ("The rebels said they would shell the dam if the arrests went on.", "shell", "conditional"),
        ("Its last action was to burn a bridge.", "burn", "certain"),
        ("The bishop wants the militia disarmed.", "disarmed", "demanded"),
        ("The bishop calls on those who still bear arms to surrender.", "surrender", "demanded"),
        ("The clans are believed to have broken the truce by raiding a well.", "raiding", "probable"),
    ],
)
def test_words_around_an_event_decide_how_it_is_presented(parser, text, word, factuality):
    """Modals, adverbs, conditions, demands, threats and negation, each on one event."""
    assert pair(parser, text, word) == ("assert", factuality)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The militia denied shelling the market.", "shelling"),
        ("The front denied that its men had burned the mill.", "burned"),
        ("It is untrue that helicopters fired on shepherds.", "fired"),
        ("The ministry said reports that soldiers had burned the mill were false.", "burned"),
    ],
)
def test_what_is_denied_is_denied_and_negated(parser, text, word):
    """A denial is the speaker's polarity and the event's negation."""
    assert pair(parser, text, word) == ("deny", "negated")


@pytest.mark.parametrize(
    ("text", "word", "factuality"),
    [
        ("The mission declined to say who fired.", "fired", "certain"),
        ("The army stopped short of saying that rebels had laid it.", "laid", "certain"),
        ("A spokesman did not deny that soldiers had shot him.", "shot", "certain"),
        ("The inquiry could not confirm that soldiers took part.", "took", "possible"),
        ("It is not clear whether the army fired.", "fired", "possible"),
        ("There is no evidence that the army used gas.", "used", "possible"),
        ("The general neither confirmed nor denied ordering the raid.", "ordering", "certain"),
    ],
)
def test_what_is_left_unsaid_is_no_assertion(parser, text, word, factuality):
    """Refraining, declining and not confirming assert nothing."""
    assert pair(parser, text, word) == ("non-assertion", factuality)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The envoy called for an inquiry into the killings.", "killings"),
        ("He denied any role in the bombing.", "bombing"),
        ("The council condemned the attack.", "attack"),
        ("Doctors said that shells had hit the clinic.", "hit"),
        ("The army accused rebels of killing nine drivers.", "killing"),
        ("The governor barely escaped an ambush.", "ambush"),
        ("Guards repelled an attack on the barracks.", "attack"),
    ],
)
def test_an_event_that_is_taken_for_granted_or_reported_stays_certain(parser, text, word):
    """Who reports or accuses is the statement's matter; a definite event is presupposed."""
    assert pair(parser, text, word) == ("assert", "certain")


def test_the_hedge_is_kept_with_its_words(parser):
    """The words that lower factuality are spans of the text."""
    text = "Rebels reportedly burned the mill."
    assert [span.of(text) for span in stance(parser, text, "burned").hedges] == ["reportedly"]


def test_a_participle_shares_the_hedge_of_its_clause(parser):
    """As in "reportedly fell …, killing six": it leaves the killing as open as the fall."""
    text = "Rockets reportedly fell on the town, killing six people."
    assert stance(parser, text, "killing").factuality == "possible"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The occupiers' boast that they have captured Orishiv does not correspond to reality.", "captured"),
        ("A statement from the capital that 14 soldiers were killed is a fabrication, the ministry stressed.", "killed"),
        ("The version put about by the enemy, according to which 60 marines were captured at the cape, is totally false.", "captured"),
        ('The press centre calls "a deliberate lie" the report that helicopters bombed villages.', "bombed"),
        ("It is false, as a weekly has published, that troops abducted eleven villagers.", "abducted"),
        ("The enemy's tale of having shot four farmers is pure fantasy.", "shot"),
        ("A second allegation, that aircraft hit a minibus, was found to be without substance.", "hit"),
        ('As to the allegation that it has bombed a town, "this is a daydream", he said.', "bombed"),
        ("The claim by the enemy radio that two men were killed is devoid of truth.", "killed"),
        ("There is no truth in the claim that our men burned the mill.", "burned"),
        ("The army media office denied shelling residential areas.", "shelling"),
        ("Allegations that policemen shot two herders are not true, the inspector explained.", "shot"),
        ("The command rejects the assertion broadcast from the coast that its men burned a mill.", "burned"),
        ("The ministry calls claims that its pilots bombed a dam disinformation.", "bombed"),
        ("The governor refuted claims by two deputies that troops had looted a store.", "looted"),
        ("The party disputed the herders' account that guards shot at them.", "shot"),
        ("The assertion that gunners shelled the port is far from the truth, he said.", "shelled"),
        ("It is not true that soldiers burned the school, the colonel said.", "burned"),
        ("The radio claims that its army has routed two brigades. There was no battle there.", "routed"),
        ("The junta accuses us of having hanged two elders. This is untrue from the first word to the last.", "hanged"),
        ('A clip claims that soldiers shot a vendor. "It never happened," said a spokesman.', "shot"),
        ("The rebels denied shelling civilians.", "shelling"),
        ("The staff lies when it says that nine herders were shot.", "shot"),
        ("The junta falsely claimed that fishermen had burned the pier.", "burned"),
        ("The junta dismissed reports of soldiers shooting at a ferry.", "shooting"),
        ("The source refuted what some channels broadcast about a helicopter having bombed the bridge.", "bombed"),
    ],
)
def test_an_allegation_that_is_called_false_is_denied(parser, text, word):
    """Whatever the words for a falsehood, and on whichever side of the clause they stand."""
    assert pair(parser, text, word) == ("deny", "negated")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two technicians seized at a sawmill on 10 June were not at the base.", "seized"),
        ("A patrol boat shelled the village; no one was hurt.", "shelled"),
        ("A team of monitors was stoned by a crowd on Monday; none of the team was injured.", "stoned"),
        ("The claim that the army had left was false, and rebels attacked the town.", "attacked"),
        ("The claim that rebels attacked the town is not false.", "attacked"),
        ("The explosion there on Thursday was no accident.", "explosion"),
        ("Rebels shelled the town. There were no victims, the mayor said.", "shelled"),
        ("Rebels shelled the town. This is a crime, the mayor said.", "shelled"),
        ("The army rejected claims that it shelled the school and said rebels had bombed it.", "bombed"),
        ("The ministry rejected the report of the mission, saying rebels had attacked the post.", "attacked"),
        ("He dismissed criticism of the raid.", "raid"),
        ("The president dismissed his minister after reports that soldiers had killed herders.", "killed"),
        ("There is no doubt that the army shelled the market.", "shelled"),
        ("Nobody disputes that soldiers shot the boy.", "shot"),
        ("The general did not hide that his men had burned the village.", "burned"),
        ("The rebels almost took the town and killed nine soldiers.", "killed"),
    ],
)
def test_a_negation_elsewhere_leaves_an_event_certain(parser, text, word):
    """What is not so of something else in the sentence takes nothing from what happened."""
    assert pair(parser, text, word)[1] in ("certain", "possible")


def test_an_allegation_that_is_looked_into_is_not_asserted(parser):
    """It has been referred to a team: nobody says that it happened, nobody that it did not."""
    text = "The allegation that detainees died there has been referred to the assessment team."
    assert pair(parser, text, "died") == ("non-assertion", "possible")


@pytest.mark.parametrize(
    "text",
    [
        "At no time did the army shell the garrison.",
        "Not once did the army shell the garrison.",
        "Under no circumstances did the army shell the garrison.",
        "Nowhere did the army shell the garrison.",
    ],
)
def test_at_no_time_denies(text):
    """What opens the sentence negates it, wherever the subject stands."""
    result = trucewatch.read(text, published="2024-05-15")
    assert {claim.factuality for claim in result.claims if claim.kind == "event"} == {"negated"}
    assert not result.incidents


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The rebels reserve the right to attack the base.", "future"),
        ("Residents suspect the army of having shelled the garrison.", "possible"),
        ("The gunmen, determined to kill the hostages, waited.", "future"),
    ],
)
def test_rights_and_suspicions_are_no_deeds(text, factuality):
    """A right that is reserved is not yet used; whom somebody suspects may have done it."""
    result = trucewatch.read(text, published="2024-05-15")
    assert {claim.factuality for claim in result.claims if claim.kind == "event"} == {factuality}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nor, he said, had his men burned the mill.", "burned"),
        ("By no means had the army bombed the market, it said.", "bombed"),
        ("In no case had soldiers entered the school, the general insisted.", "entered"),
        ("Never, the general said, have our pilots struck a hospital.", "struck"),
        ("Under no circumstances had its fighters shelled Oru, said the front.", "shelled"),
    ],
)
def test_a_negation_that_turns_its_clause_round_negates_it(parser, text, word):
    """The helping verb stands before its subject, and an aside may stand between."""
    assert pair(parser, text, word)[1] == "negated"


@pytest.mark.parametrize(
    ("text", "word", "factuality"),
    [
        ("Then had come the soldiers, who burned the mill.", "burned", "certain"),
        ("Hardly had the truce begun when rebels attacked the convoy.", "attacked", "certain"),
        ("Had the army bombed the market, it said, it would say so.", "bombed", "conditional"),
    ],
)
def test_other_clauses_turned_round_keep_their_sense(parser, text, word, factuality):
    """A condition stays one, and what is told after "then" or "hardly" happened."""
    assert pair(parser, text, word) == ("assert", factuality)
