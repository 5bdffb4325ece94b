"""Sides where the parse, the style or another sentence hides them: lines without auxiliaries, lost subjects, witnesses, people held."""

import pytest

SIDES = [
    # lines of logs and chronicles leave out "was"
    ("Monday 16. Café bombed, Rue Lamartine; no one hurt.", "bombed", None, "Café"),
    ("Wednesday 18. Police reservist Samuel Orr (38) shot dead at his milk van outside Keady.", "shot", None, "Samuel Orr"),
    ("3 May. Union organiser Pilar Soto gunned down outside her office in Barranca.", "gunned", None, "Pilar Soto"),
    ("Apr. 13. Two Danes of the new Force, fired at between the posts at Lefka, neither hurt.", "fired", None, "Danes"),
    ("7 August. Engineer José Luna dragged from his car by four men and driven off.", "dragged", "men", "José Luna"),
    ("Row 6 | 24 Jul | Chanae | school convoy blown up; two hurt", "blown", None, "convoy"),
    ("17 Mar. Police post at Arawa rushed by rebels, three constables dead.", "rushed", "rebels", "Police post"),
    ("Row 8 | 2 Aug | Bannang | teachers' escort blown up; a couple's car caught behind it", "blown", None, "teachers' escort"),
    # the parse loses who did it
    ("In the Tibesti, Libyan Tupolevs bombed the palm grove of Zouar on Tuesday.", "bombed", "Libyan Tupolevs", "palm grove"),
    ("Late on Friday youths from the lower quarter, some masked, stoned the convent.", "stoned", "youths", "convent"),
    ("Near the sawmill that night rangers looking for poachers shot a herder.", "shot", "rangers", "herder"),
    ("Azerbaijani irregulars from the direction of Terter broke into the village.", "broke", "Azerbaijani irregulars", "village"),
    ("Jets bombed the bridge at Sel and commandos seized the ferry.", "seized", "commandos", "ferry"),
    ("The rebels had, in the bishop's words, burned eleven chapels.", "burned", "rebels", "chapels"),
    ("The mission, raided for blankets and money by armed men in May, will close.", "raided", "armed men", "mission"),
    ("The band, eleven strong by most counts, shot the clerk.", "shot", "band", "clerk"),
    ("Ana Ruiz, treasurer of the weavers, whom four armed men forced into a jeep, has not been seen.", "forced", "armed men", "Ana Ruiz"),
    ("Killed by the burst were a conductor and a nurse.", "Killed", None, "conductor"),
    ("Soldiers there opened up on the marchers.", "opened", "Soldiers", "marchers"),
    ("Syrian guns shelled a position south of the lake.", "shelled", "Syrian guns", "position"),
    ("Army infantry aided by tanks swept the hills, driving the villagers out.", "driving", "Army infantry", "villagers"),
    ("- Sel: nine lorries hired by the mission were hijacked on Monday by men in jeeps.", "hijacked", "men", "lorries"),
    ("In Sel a mine tore off the foot of a shepherd.", "tore", None, "shepherd"),
    # those who bear arms hold, lead, refuse and turn back
    ("Gunmen kept 20 passengers in the station overnight.", "kept", "Gunmen", "passengers"),
    ("Militiamen ordered the nuns out of the convent.", "ordered", "Militiamen", "nuns"),
    ("Border troops turned the refugees back.", "turned", "Border troops", "refugees"),
    ("The sentries refused the monitors entry.", "refused", "sentries", "monitors"),
    ("Police have always denied escorting the killers.", "escorting", "Police", "killers"),
    ("Paramilitary police moved against the squatters at dawn.", "moved", "Paramilitary police", "squatters"),
    ("Marines entered the Buliok complex on Tuesday.", "entered", "Marines", "Buliok complex"),
    ("Units of the Northern Army broke the truce on Friday.", "broke", "Units of the Northern Army", None),
    # shells go through things, whatever the verb
    ("In Beit Jala a tank shell went through the nursery of the school.", "went", None, "nursery"),
    ("A roadside bomb overturned a minibus.", "overturned", None, "minibus"),
    # pronouns for people told apart by their number
    ("Two died at the shed. The other eleven gave up; the soldiers marched them to a field and shot them.", "shot", "soldiers", "eleven"),
    ("Lane 3: the nurses' convoy blown up; a baker's van caught behind it. Both bakers died.", "blown", None, "nurses' convoy"),
    ("They were the brothers Omar and Ali Nur, potters, whom policemen had picked up from their shop.", "picked", "policemen", "brothers"),
    ("Gunmen shot Ali Nur, two potters and a nurse, whom they had kidnapped.", "kidnapped", "Gunmen", "potters"),
    ("Militiamen took two KORBAT privates off a public bus.", "took", "Militiamen", "KORBAT privates"),
    (
        "We honour the nurses of the clinic, who lost their lives in May. Armed men walked them to a barn and fired on them.",
        "fired",
        "Armed men",
        "nurses",
    ),
    (
        "The rebels broke into the farm, Itapua district, at dusk and drove away with the owner's brother, Ricardo Penner, a Mennonite.",
        "drove",
        "rebels",
        "Ricardo Penner",
    ),
    # another sentence or clause says who did it
    ("A driver was shot dead on Monday. Croat riflemen appear to have done the shooting.", "shot", "Croat riflemen", "driver"),
    ("A bus was burned at Sel. Passengers described hooded youths.", "burned", "hooded youths", "bus"),
    ("A postman was killed in Strabane. The IRA said it was theirs.", "killed", "IRA", "postman"),
    ("A nun was abducted on Monday. Witnesses point to the Mai-Mai.", "abducted", "Mai-Mai", "nun"),
    ("Two peacekeepers were wounded when rebel rockets found their post.", "wounded", "rebel", "peacekeepers"),
    ("The army attacked the camp at dawn. Nine herders died in the assault.", "died", "army", "herders"),
    ("Our forces took the post at Corinto. Thirty soldiers were annihilated.", "annihilated", "forces", "soldiers"),
    ("Artillery fire was initiated by Egyptian forces against Israeli positions.", "Artillery", "Egyptian forces", "Israeli positions"),
    # whose the shot is, initials after "by", who owns up, where the device was laid
    ("A girl was killed by one of the soldiers' bullets.", "killed", "soldiers", "girl"),
    ("Policemen drove past, firing at doors. A baker in her shop was killed by one of their bullets.", "killed", "Policemen", "baker"),
    ("The post was attacked by PNGRF.", "attacked", "PNGRF", "post"),
    ("Two men pleaded guilty to the killing of the priest.", "killing", "men", "priest"),
    ("The applicants seek amnesty for the attack on the market.", "attack", "applicants", "market"),
    ("Assailants detonated a bomb hidden in a satchel at a bar in Kifisia.", "detonated", "Assailants", "bar"),
    # whom it was done to, beside what they were refused, by their number, before the name of a town
    ("Militiamen refused the convoy passage at the bridge.", "refused", "Militiamen", "convoy"),
    ("The soldiers took the third away in a lorry.", "took", "soldiers", "third"),
    ("Fighters held the town of Sake, which combatants had captured on 4 November.", "captured", "combatants", "town of Sake"),
]
NOBODY = [
    ("The rebels hold talks with the elders.", "hold"),
    ("Soldiers brought the wounded to the clinic.", "brought"),
    ("Troops moved the villagers to safety.", "moved"),
    ("Peacekeepers led 40 refugees to the airfield.", "led"),
    ("The rebels turned back at the river.", "turned"),
    ("Police denied reports of a clash.", "denied"),
    ("Doctors entered the hospital on Monday.", "entered"),
    ("The rebels made the mayor a general.", "made"),
    ("The shells reached the depot by train.", "reached"),
    ("A missile system entered service in May.", "entered"),
    ("The mayor described the fire and thanked the firemen.", "thanked"),
    ("The troops moved on after an hour.", "moved"),
]
UNBLAMED = [
    ("Three teachers were killed. Survivors named the dead policemen.", "killed"),
    ("Three teachers were killed. Witnesses spoke of their grief.", "killed"),
    ("Two monks were beaten. The abbot identified two soldiers among the wounded.", "beaten"),
    ("A bus was burned at Sel. The army says it did not do it.", "burned"),
    ("A farmer was shot near Beru. Neighbours say the army did nothing.", "shot"),
    ("A boy was killed. The ministry said that extremists had done the shooting, a version which the inquiry rules out.", "killed"),
    ("Soldiers guarded the mosque. A worshipper was shot in the street.", "shot"),
    ("Three Irish soldiers fired on near Tibnin; no casualties.", "fired"),
    ("Two men pleaded not guilty to the killing of the priest.", "killing"),
    ("The widows oppose amnesty for the attack on the market.", "attack"),
    ("The government seeks amnesty for the attack on the market.", "attack"),
    ("The post was hit by ATGM.", "hit"),
    ("Soldiers drove past. Villagers said that two thieves were killed by their own bombs.", "killed"),
    ("Two rebels were killed by their bomb.", "killed"),
    ("A girl was hit by one of the bullets meant for the militia.", "hit"),
    ("The ministry refused patrol access to nobody.", "refused"),
]


@pytest.mark.parametrize(("text", "word", "doer", "sufferer"), SIDES)
def test_each_side_is_read_where_it_is_hidden(sides, text, word, doer, sufferer):
    """Whoever did it and whoever suffered it stand on their own sides; where nobody did it, nobody is made to have."""
    doers, sufferers = sides(text, word)
    assert doer in doers if doer is not None else not doers
    assert sufferer is None or sufferer in sufferers


@pytest.mark.parametrize(("text", "word"), NOBODY)
def test_nobody_is_made_to_suffer_what_harms_nobody(sides, text, word):
    """Care, talk, travel and what things do by themselves have no sides."""
    doers, sufferers = sides(text, word)
    assert not doers or not sufferers


@pytest.mark.parametrize(("text", "word"), UNBLAMED)
def test_nobody_is_blamed_by_words_that_accuse_nobody(sides, text, word):
    """The dead whom survivors name, those who deny it and those who were only near did not do it."""
    assert not sides(text, word)[0]
