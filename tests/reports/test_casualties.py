"""How many were killed and injured, by the words that tell it."""

from __future__ import annotations

# ruff: noqa: E501  a row of the table is one sentence
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoiraq.reports.casualties import read_casualties

N = None

#: sentence -> best killed, best injured
EXACT = [
    # numbers and verbs
    ("A roadside bomb killed three soldiers near the bridge.", 3, N),
    ("Three soldiers were killed by a roadside bomb.", 3, N),
    ("The blast killed three people and wounded 12.", 3, 12),
    ("Mortar fire left 5 dead and 10 injured in the old quarter.", 5, 10),
    ("5 people were killed and 10 others were wounded.", 5, 10),
    ("A car bomb went off at a market, killing eleven shoppers.", 11, N),
    ("Gunmen shot dead two policemen at a checkpoint.", 2, N),
    ("Two policemen were shot dead at a checkpoint.", 2, N),
    ("Assailants gunned down a university professor outside his home.", 1, N),
    ("Militants beheaded four captives.", 4, N),
    ("The group executed 10 prisoners in the desert.", 10, N),
    ("Unknown men assassinated a judge on his way to work.", 1, N),
    ("The attack claimed the lives of 4 pilgrims.", 4, N),
    ("The shelling claimed nine lives.", 9, N),
    ("Two soldiers died; four more were injured.", 2, 4),
    ("Seven worshippers lost their lives in the explosion.", 7, N),
    ("Bomb kills six in northern town", 6, N),
    ("Six killed, 14 wounded in market bombing", 6, 14),
    ("Casualties: 3 KIA, 5 WIA.", 3, 5),
    ("Killed: 4. Wounded: 9.", 4, 9),
    ("The raid caused two deaths and seven injuries.", 2, 7),
    ("The death toll rose to 12 by nightfall.", 12, N),
    ("The death toll rose from 9 to 12, with 30 wounded.", 12, 30),
    ("He condemned the deaths of three engineers in the ambush.", 3, N),
    ("Six bodies were found in a ditch west of the town.", 6, N),
    ("Police found the bodies of eight men, all of them shot in the head.", 8, N),
    ("A farmer was found dead in his orchard.", 1, N),
    # bounds and vague numbers
    ("At least five people were killed.", 5, N),
    ("More than 20 recruits died in the blast.", 20, N),
    ("The strike killed up to 18 fighters.", 18, N),
    ("A dozen shoppers were hurt.", N, 12),
    ("Dozens were killed in the assault.", N, N),
    ("Rockets wounded several civilians.", N, N),
    ("The number of deaths is unknown.", N, N),
    # one person
    ("A US civilian contractor was killed and other personnel were injured.", 1, N),
    ("Shellfire killed a foreign contractor and injured other personnel.", 1, N),
    ("One rocket hit the dining hall, injuring a staffer.", N, 1),
    ("The general was struck and killed while driving home.", 1, N),
    ("Ahmed Karim, a local reporter, was killed outside his house.", 1, N),
    ("Ahmed Karim, 34, was shot dead.", 1, N),
    ("Gunmen killed a local reporter, Ahmed Karim, outside his house.", 1, N),
    ("The drone killed the militia's leader and the visiting adviser Karim Rahimi.", 2, N),
    ("The strike targeted General Karim Rahimi and Salam Jabr, killing both.", 2, N),
    ("Snipers killed Colonel Salam Jabr, Ahmed Karim and Tariq Hamid.", 3, N),
    ("One man was killed and his brother hurt.", 1, 1),
    ("A tribal elder and his son were killed by unidentified gunmen.", 2, N),
    ("Gunmen killed the mayor, his wife and two sons.", 4, N),
    # the bomber
    ("A suicide bomber blew himself up, killing five.", 5, N),
    ("A bomber struck the gate, killing himself and two guards.", 3, N),
    ("A bomber struck the gate, killing himself, two guards and a shopkeeper.", 4, N),
    ("Three people, including an assailant, were killed.", 3, N),
    ("Five civilians and the bomber were killed.", 6, N),
    ("Two of the attackers were killed by the guards.", 2, N),
    # subsets
    ("The blast killed 23 people, nine of them policemen.", 23, N),
    ("23 people, nine of them policemen, were killed in the blast.", 23, N),
    ("The blast killed at least five people, including two children, and injured 18 others.", 5, 18),
    (
        "A truck bomb exploded, killing at least five people, including two children, and injuring 18 others.",
        5,
        18,
    ),
    ("The mortars wounded at least 10, most of them civilians.", N, 10),
    ("Fifteen people were killed, among them a woman and three children.", 15, N),
    ("A bomb killed 9 people. Two of the dead were policemen.", 9, N),
    ("A bomb killed 9 people. Among the dead were two policemen.", 9, N),
    # more than one clause or sentence
    ("Two bombs went off, one killing 3 people and the other killing 4.", 7, N),
    ("Two bombs went off, one killing 3 people, the other 4; a total of 7 died.", 7, N),
    ("A bomb killed two guards. A shopkeeper was shot dead in the panic that followed.", 3, N),
    ("Two guards were killed and three wounded. A third guard died later in hospital.", 3, 3),
    ("A bomb killed two and wounded six. One of the wounded later died.", 3, 5),
    ("A bomb killed five people at a cafe. All five were students.", 5, N),
    ("The explosion killed 12 people. Police said 12 people were killed and 30 injured.", 12, 30),
    ("Five people were killed when a bomb exploded. Another two died in a second blast.", 7, N),
    ("Clashes killed three policemen and four insurgents.", 7, N),
    ("A policeman and two civilians were killed and seven others wounded.", 3, 7),
    ("Gunmen attacked a checkpoint and two soldiers were killed.", 2, N),
    ("In Mosul, two soldiers were killed; in Tikrit a bomb wounded four.", 2, 4),
    ("The blast killed two soldiers as well as a passer-by.", 3, N),
    ("Two people in a nearby car were killed.", 2, N),
    ("A mortar round killed a girl and wounded her two sisters.", 1, 2),
    ("A family of five was killed when a shell hit their house.", 5, N),
    (
        "03/14/2014: An explosive device detonated near a shop in Baqubah. At least 5 people were killed and 12 "
        "others were injured in the blast. No group claimed responsibility.",
        5,
        12,
    ),
    (
        "Assailants opened fire on a car, killing the driver and wounding his passenger. No group claimed it.",
        1,
        1,
    ),
    ("Gunmen kidnapped and killed three truck drivers.", 3, N),
    ("Two brothers were abducted, tortured and killed.", 2, N),
    # nobody
    ("No casualties were reported.", 0, 0),
    ("There were no casualties.", 0, 0),
    ("Nobody was hurt.", 0, 0),
    ("No one was killed or injured.", 0, 0),
    ("No deaths or injuries were reported.", 0, 0),
    ("The rocket landed in a field without causing casualties.", 0, 0),
    ("A bomb wounded four people; no one was killed.", 0, 4),
    ("The rocket did not cause any casualties.", 0, 0),
    ("No US personnel were killed, but dozens sustained injuries.", N, N),
    # what is no casualty
    ("The group threatened to kill 20 hostages.", N, N),
    ("Such a bomb could kill fifty people.", N, N),
    ("Jets destroyed 14 tanks and two bridges.", N, N),
    ("The militia fired 30 rockets at the base.", N, N),
    ("Two gunmen escaped on a motorcycle.", N, N),
    ("Parliament met on 5 January and passed four laws.", N, N),
    ("The killing spree has shocked the town.", N, N),
    ("The bomb was defused before it could hurt anyone.", N, N),
    ("Troops arrested six suspects.", N, N),
    ("The blast killed or wounded 10 people.", N, N),
    ("The blast caused 15 casualties.", N, N),
    ("The attempted assassination of the governor failed.", N, N),
    # written after the rules
    ("Gunmen opened fire on a minibus carrying labourers, killing 3 and wounding 4.", 3, 4),
    ("At least 15 people were killed and another 30 wounded when two bombs exploded.", 15, 30),
    ("Armed men killed a translator working with the army and wounded his wife.", 1, 1),
    ("The blast killed two policemen and wounded five others, including three civilians.", 2, 5),
    ("A bomber attacked a recruiting centre, killing himself and 11 others.", 12, N),
    ("It wounded four Iraqi policemen and two bystanders.", N, 6),
    ("One US soldier was killed and two others were wounded.", 1, 2),
    ("One police officer was killed and 3 more wounded.", 1, 3),
    ("The blast killed one person. Two others were injured.", 1, 2),
    ("The explosion injured two people and damaged 3 houses.", N, 2),
    ("The bodies of 14 people, who had been shot, were found in a river.", 14, N),
    ("A car bomb killed 5 civilians, 2 policemen and wounded 13.", 7, 13),
    ("Twin bombings killed eight, wounded 20.", 8, 20),
    ("There were no reported casualties.", 0, 0),
    ("There were no reports of casualties.", 0, 0),
    ("It was unclear whether there were any casualties.", N, N),
    ("The extent of casualties is unknown.", N, N),
    ("No one was injured in the attack.", 0, 0),
    ("The governor was unharmed but two of his bodyguards were killed.", 2, N),
    ("The bomb killed the police chief of the town, Col. Salam Jabr, and three of his bodyguards.", 4, N),
    ("The head of the council, Salam Jabr, was killed along with his driver.", 2, N),
    ("Gunmen shot and killed Dr. Salam Jabr, dean of the medical college.", 1, N),
    ("Gunmen in two cars killed 4 people.", 4, N),
    ("The device went off, injuring 2 police officers, a woman and a child.", N, 4),
    ("The attack killed 10 and injured 15, mostly women and children.", 10, 15),
    ("Five people, including a woman and her child, were injured.", N, 5),
    ("The attack killed an unspecified number of soldiers.", N, N),
    ("Eleven Iraqis and two Americans were killed.", 13, N),
    ("The blast killed one child and hurt another.", 1, 1),
    ("Six people were killed, two of whom were policemen, and 14 wounded.", 6, 14),
    ("Of the 14 people killed, 3 were children.", 14, N),
    ("A rocket hit a house, killing seven people – five of them children – and injuring 20.", 7, 20),
    ("A rocket hit a house, killing seven people (five of them children).", 7, N),
    ("The bomb killed nine. Three of those killed were women.", 9, N),
    ("The assault resulted in the deaths of 3 people and injuries to 10 others.", 3, 10),
    ("The assault resulted in 3 deaths and 12 injuries.", 3, 12),
    ("The assault resulted in 5 killed and 7 wounded.", 5, 7),
    ("There were at least 8 fatalities and 20 injuries.", 8, 20),
    ("The strike caused four civilian deaths.", 4, N),
    ("A Turkish truck driver was kidnapped and later killed.", 1, N),
    ("Gunmen raided the village, killing 2, wounding 5, and kidnapping 3.", 2, 5),
    ("Ten people were wounded, three seriously.", N, 10),
    ("The blast wounded 12 people, 3 of them critically.", N, 12),
    ("A mortar shell killed a woman and her three children.", 4, N),
    ("A sticky bomb killed him and two of his sons.", 3, N),
    ("The helicopter was shot down, killing all five occupants.", 5, N),
    ("A policeman died and four others, including two policemen, were wounded.", 1, 4),
    ("Gunmen killed Salam Jabr, a member of the provincial council, and wounded two of his guards.", 1, 2),
    ("The attack left one dead and another injured.", 1, 1),
    ("One person died, one was wounded.", 1, 1),
    ("Shrapnel injured scores.", N, N),
    ("The 12 dead included five children.", 12, N),
    ("Among the 12 dead were five children.", 12, N),
    ("The shooting, which wounded 3, was claimed by nobody.", N, 3),
    ("A wounded man died overnight, raising the death toll to 15.", 15, N),
    ("Authorities put the toll at 12 dead and 30 wounded.", 12, 30),
    ("Five mortar rounds landed near the school, hurting no one.", 0, 0),
    ("The bomb caused damage but no injuries.", 0, 0),
    ("Forty-five people, including the assailant, were killed and 20 others were injured.", 45, 20),
    ("At least 12 people, in addition to the assailant, were killed and 20 others were injured.", 13, 20),
    ("The assailant and at least seven people were killed.", 8, N),
    ("Between 5 and 7 people were killed and another 23 injured.", 5, 23),
    ("A first bomb killed 3 people. A second explosion killed 4 more.", 7, N),
    ("Assailants abducted and killed two sheep herders.", 2, N),
    ("Two members of the awakening council were wounded by a sticky bomb.", N, 2),
    ("Three Peshmerga members were killed and seven others were injured.", 3, 7),
    ("An improvised bomb hit an army patrol, wounding three soldiers and a civilian in a passing car.", N, 4),
    ("Clashes left four militants dead, two soldiers wounded and three houses burnt.", 4, 2),
    ("Turkish jets hit a village; a shepherd was killed, along with his flock of 30 sheep.", 1, N),
    ("Soldiers shot three protesters dead and wounded dozens more.", 3, N),
    ("The minister survived; his driver and two guards did not and died at the scene.", N, N),
    ("Insurgents killed the village mukhtar and his two brothers and burned their house.", 3, N),
    ("An Apache helicopter fired on a car, killing the three men inside.", 3, N),
    ("The three were killed instantly.", 3, N),
    ("Two women, a child and an elderly man were among the seven killed.", 7, N),
    ("A police lieutenant and five of his men died when their truck hit a mine.", 6, N),
    ("The attackers killed Lt. Karim Rahimi and wounded Sgt. Salam Jabr.", 1, 1),
    ("Eight policemen – among them a captain – lost their lives.", 8, N),
    ("The group said it had killed 40 soldiers.", 40, N),
    ("Snipers wounded a 12-year-old boy.", N, 1),
    ("A 34-year-old teacher was killed in front of her pupils.", 1, N),
    ("On 5 May 2016 a bomb killed 17.", 17, N),
    ("At 8:30 pm two bombs killed 17 and hurt 40 in the 9 Nissan district.", 17, 40),
    ("Brigade 28 lost six fighters killed and nine wounded.", 6, 9),
    ("ISIS fighters attacked Brigade 28, killing six.", 6, N),
    ("A rocket struck the base, killing two Americans and one Briton and wounding 14 others.", 3, 14),
    ("Security forces arrested two men suspected of killing five people in 2014.", 5, N),
    ("Hospital officials said they had received 9 bodies and 27 wounded.", 9, 27),
    ("The mayor escaped an assassination attempt that killed two of his guards.", 2, N),
    ("Masked men stormed the house and killed the owner, his wife, and their four children.", 6, N),
    ("The bomb wounded the district commissioner and four members of his security detail.", N, 5),
    ("Unidentified gunmen assassinated Salam Jabr, the deputy head of the chamber, in his car.", 1, N),
    ("A booby-trapped house exploded, killing 3 soldiers and injuring 2.", 3, 2),
    ("Two rockets landed inside the compound; no one was hurt, the army said.", 0, 0),
    ("Two police were killed.", 2, N),
    ("The strike killed 9 ISIS members, including a local commander, and destroyed 3 vehicles.", 9, N),
    ("19 killed and 40 wounded in Baghdad bombings", 19, 40),
    ("19 dead, 40 hurt", 19, 40),
    ("Roadside bomb wounds 3 in Kirkuk", N, 3),
    ("The dead man's two brothers were also wounded.", N, 2),
    ("Four shops were burned and their owners beaten.", N, N),
    ("He was accused of ordering the execution of 12 prisoners.", 12, N),
    ("Some 30 protesters were injured, and 3 died of their wounds.", 3, 27),
    ("The army lost 5 men.", N, N),
    (
        "A roadside bomb exploded in western Mosul. One police officer was wounded. No group claimed responsibility.",
        N,
        1,
    ),
    (
        "Two bombs exploded minutes apart. The first killed 4 people and wounded 8, the second killed 6 and wounded 15.",
        10,
        23,
    ),
    (
        "The first blast wounded two policemen. When others rushed to help, a second device killed three of them.",
        3,
        2,
    ),
    ("Gunmen killed a man in the east. In the west, a bomb killed another and injured his son.", 2, 1),
    (
        "Iraqi police said a bomb killed a policeman. The bomb also wounded three civilians and another policeman.",
        1,
        4,
    ),
    ("The explosion wounded five people, one of whom later died.", 1, 4),
    ("Nearly 30 people were injured and as many as six killed.", 6, 30),
    ("The protesters threw stones; two officers sustained minor injuries.", N, 2),
    ("Both policemen were killed.", 2, N),
    ("The two drivers, both Turkish, were killed.", 2, N),
    ("Kidnappers killed one of the four hostages.", 1, N),
    ("Police discovered 20 corpses in a mass grave.", 20, N),
    ("Fighters ambushed the convoy and killed or captured 12 men.", N, N),
    # in the styles of wires, summaries and headlines
    (
        "IRAQ. A car bomb exploded near a police station in Baqubah, killing 9 people and wounding 21, most of them police recruits. No group has claimed responsibility.",
        9,
        21,
    ),
    ("Armed attackers shot and wounded a municipal employee in Kirkuk.", N, 1),
    ("A sniper shot and injured two soldiers.", N, 2),
    ("Gunmen fired on a bus of day labourers, killing six of them and wounding four.", 6, 4),
    ("Attackers threw a grenade into a cafe, causing no casualties but breaking windows.", 0, 0),
    ("A roadside bomb aimed at a US convoy missed its target and instead killed two children.", 2, N),
    (
        "Gunmen opened fire on the house of a party official; his brother was killed and two cousins wounded.",
        1,
        2,
    ),
    ("Mortars struck a residential block: four residents died, 11 were hurt.", 4, 11),
    ("A bomb hidden in a vegetable cart went off. Five civilians died and 17 suffered wounds.", 5, 17),
    ("Three bodies bearing signs of torture were recovered from the Tigris.", 3, N),
    ("The severed head of a policeman was found.", N, N),
    ("A bomb planted under the car of an army colonel exploded, killing him and his son.", 2, N),
    ("Unknown gunmen killed Imad Salih, his driver, and a bodyguard.", 3, N),
    ("Unknown gunmen killed a lawyer and a cleric in separate attacks.", 2, N),
    ("Two truck bombs killed at least 40 people and wounded more than 100.", 40, 100),
    ("An attack by insurgents on the refinery left seven soldiers and 12 insurgents dead.", 19, N),
    (
        "Kurdish fighters repelled the attack, killing 20 ISIS militants; three Peshmerga were killed and nine wounded.",
        23,
        9,
    ),
    (
        "A suicide bomber wearing a vest attacked the funeral tent. At least 27 people, including the bomber, were killed and 50 wounded.",
        27,
        50,
    ),
    ("The attack happened on Tuesday. Casualty figures were not available.", N, N),
    (
        "Two explosions in the market killed at least 30 people and wounded 90, police and hospital officials said.",
        30,
        90,
    ),
    (
        "One civilian was killed and seven people, including two traffic policemen, were wounded when a bomb went off.",
        1,
        7,
    ),
    ("Gunmen attacked a checkpoint manned by tribal fighters, killing two and wounding another three.", 2, 3),
    ("A mortar shell landed on a house, killing a couple and their baby.", 3, N),
    ("Five mortar bombs wounded eight people, police said.", N, 8),
    ("A police patrol found three bodies with gunshot wounds.", 3, N),
    ("US forces killed two gunmen and detained five suspects.", 2, N),
    (
        "An Iraqi soldier was killed and four others, among them an officer, were wounded by a roadside bomb.",
        1,
        4,
    ),
    ("The blast, which killed one soldier and wounded two, hit a patrol near Rutba.", 1, 2),
    ("Police said that a civilian died and that two of his relatives were injured.", 1, 2),
    ("Gunmen killed Hadi Saleh.", 1, N),
    ("Nine policemen were killed in their sleep.", 9, N),
    (
        "Rebels ambushed a column, killing 11 soldiers, including two officers, and seized their weapons.",
        11,
        N,
    ),
    ("A bomb in a parked car killed one and wounded three more.", 1, 3),
    ("In the deadliest attack, a bomb in Sadr City killed 12. Elsewhere, gunmen killed two in Dora.", 14, N),
    ("The explosion killed two people, a mother and her daughter.", 2, N),
    ("The explosion killed two people: a mother and her daughter.", 2, N),
    ("Two people – a mother and her daughter – were killed.", 2, N),
    ("Two people (a mother and her daughter) were killed.", 2, N),
    (
        "Four Katyusha rockets were fired at the base; three coalition troops, two American and one British, were killed and about a dozen others hurt.",
        3,
        12,
    ),
    ("About a dozen people were wounded, five of them critically.", N, 12),
    ("The rocket attack killed three coalition personnel and wounded 12 more.", 3, 12),
    ("An estimated 50 militants were killed in the raids.", 50, N),
    ("The army said 14 terrorists had been killed.", 14, N),
    ("The army said it had killed 14 terrorists and lost two men.", 14, N),
    ("The strike reportedly killed two commanders.", 2, N),
    ("Nobody was killed but three shepherds were wounded.", 0, 3),
    ("A drone strike killed a senior commander of the group and his bodyguard.", 2, N),
    ("The attack wounded an Iraqi contractor working at the base.", N, 1),
    ("Demonstrators set tyres alight; security forces opened fire, killing one and wounding dozens.", 1, N),
    (
        "Security forces shot dead at least six protesters, medics said, bringing to 300 the number killed since October.",
        6,
        N,
    ),
    ("More than 500 people have been killed since the protests began.", 500, N),
    ("No fatalities were reported, though four people were hurt.", 0, 4),
    ("There were no fatalities.", 0, N),
    ("There was no immediate word on casualties.", N, N),
    ("There were no immediate reports of injuries.", 0, 0),
    ("The assassination of a local politician sparked protests.", 1, N),
    ("Salam Jabr, who survived an attack in March, was killed on Friday.", 1, N),
    ("The brother of a provincial governor was kidnapped.", N, N),
    ("Gunmen abducted 12 labourers; the bodies of seven were found a day later.", 7, N),
    ("The wounded were taken to hospital.", N, N),
    ("Killed were two officers and a driver.", 3, N),
    ("The dead were two officers and a driver.", 3, N),
    ("Police Brigadier Salam Jabr and two of his guards were killed.", 3, N),
    ("Maj. Gen. Salam Jabr, commander of the sixth division, was killed with two aides.", 3, N),
    ("A woman died of wounds she had suffered the day before.", 1, N),
    ("Several people were killed, at least three of them children.", N, N),
    ("Dozens of people, at least 30 of them pilgrims, were wounded.", N, N),
    ("Thirty-two people lost their lives and 65 more were wounded in a double bombing.", 32, 65),
    ("A hundred and five people were killed.", 105, N),
    ("1,200 people were killed.", 1200, N),
    ("The bombing killed three people and a horse.", 3, N),
    ("A truck carrying 20 tons of explosives killed 30.", 30, N),
    ("The bomb, made of two 107-mm shells, killed one soldier.", 1, N),
    ("Gunmen kill judge in Mosul", 1, N),
    ("Gunmen kill three policemen, wound two", 3, 2),
    ("Suicide bomber kills 12 at Shi'ite mosque", 12, N),
    ("Two dead, five injured after blast", 2, 5),
    ("Explosion in Hilla leaves 3 dead and 8 wounded", 3, 8),
    ("Toll in Baghdad blasts climbs to 75", 75, N),
    ("Blast toll rises to 18 dead", 18, N),
    ("One guard and one attacker were killed, and another attacker was wounded.", 2, 1),
    ("Eight people died: five soldiers, two policemen and a child.", 8, N),
    ("Eight people – five soldiers, two policemen and a child – died.", 8, N),
    ("The blast killed five soldiers and injured seven others. Two civilians were also injured.", 5, 9),
    ("The blast killed five soldiers. Three others were wounded, one seriously.", 5, 3),
    ("The blast killed at least 10. Hospital sources put the number of dead at 14.", 14, N),
    ("Police initially said four had died, but later raised the toll to six.", 6, N),
    ("Three employees of a foreign company were taken hostage and one was later found dead.", 1, N),
    ("Gunmen burst into a bakery and shot five workers, killing four.", 4, N),
    (
        "Bombs targeting Shi'ite pilgrims killed three near Iskandariya, two in Latifiya and one in Hilla.",
        6,
        N,
    ),
    ("Bombs killed three people in Baghdad and four in Mosul and wounded 20.", 7, 20),
    ("The commander said the attack had left no dead or wounded.", 0, 0),
    ("A soldier and three civilians were hurt, none seriously.", N, 4),
    ("A child was killed and her mother injured when a mine exploded.", 1, 1),
    ("A roadside bomb injured the governor's bodyguard.", N, 1),
    ("Five of the governor's bodyguards were injured.", N, 5),
    ("A bomb killed the mayor of Khalis and five of his guards.", 6, N),
    ("The mayor of Khalis and five of his guards were killed.", 6, N),
    ("Gunmen broke into the home of a policeman and killed him, his wife and three children.", 5, N),
    ("Four members of one family were killed and a fifth was wounded.", 4, 1),
    ("US warplanes bombed a house, killing between 8 and 10 civilians.", 8, N),
    ("Five to seven villagers were killed.", 5, N),
    ("The attack was the work of a cell which killed 30 people last year.", 30, N),
    ("Rocket fire killed no one but set a house ablaze.", 0, N),
    ("Iraqi officials denied that any soldiers had been killed.", N, N),
    ("It was not known whether anyone was killed.", N, N),
    ("If the dam failed, 500,000 people would be killed.", N, N),
    ("He warned that more would die.", N, N),
    ("The militants intended to kill the minister.", N, N),
    ("The bomb was meant to kill pilgrims.", N, N),
    ("The group vowed to avenge the killing of its leader.", 1, N),
    ("US-led forces killed 14 insurgents; no soldiers were hurt.", 14, N),
    (
        "A bomb exploded near the convoy of the deputy minister, wounding four of his guards but leaving him unhurt.",
        N,
        4,
    ),
    ("The mortar bomb fell short and did not hurt anyone.", 0, 0),
    ("It fell into a river without killing anybody.", 0, N),
    (
        "A suicide car bomb targeted an army convoy in the Mansour district. Two soldiers were killed and eleven people, including five soldiers, were wounded. The Islamic State claimed responsibility for the attack.",
        2,
        11,
    ),
    (
        "Three roadside bombs exploded in quick succession near a girls' school. A guard died in the first blast, and the others wounded nine pupils.",
        1,
        9,
    ),
    (
        "Masked gunmen stopped a minibus south of Baghdad, separated the men from the women, and shot 11 Shi'ite passengers.",
        11,
        N,
    ),
    ("Masked gunmen stopped a minibus and executed all 11 passengers.", 11, N),
    (
        "An explosive device detonated beneath the vehicle of a Sahwa leader in Tarmiyah; he was killed and his two sons were hurt.",
        1,
        2,
    ),
    (
        "Assailants armed with silenced pistols shot and killed a traffic police officer in the Yarmouk neighborhood.",
        1,
        N,
    ),
    ("Gunmen attacked the home of a Sunni cleric, killing the cleric's wife and wounding him.", 1, 1),
    ("A bomb exploded in a minivan, killing the driver and three of the passengers.", 4, N),
    ("An attack on a liquor store left the owner dead and his assistant badly wounded.", 1, 1),
    ("Mortar shells landed in the Green Zone. It was not immediately clear if there were casualties.", N, N),
    (
        "The militants blew up two houses belonging to policemen. There were no casualties since the houses were empty.",
        0,
        0,
    ),
    (
        "A booby-trapped motorcycle killed four and wounded 15 near a poultry market, and a roadside bomb killed one near Baghdad University.",
        5,
        15,
    ),
    ("In a separate attack, two civilians were killed and four wounded.", 2, 4),
    ("Iraqi army: 3 soldiers killed, 4 injured by sniper fire", 3, 4),
    ("Kidnappers released 12 of the hostages but killed two.", 2, N),
    ("The pipeline was bombed, halting exports; no injuries.", 0, 0),
    ("One person was killed and at least three were injured when mortars struck.", 1, 3),
    ("At least one person was killed and an unknown number were wounded.", 1, N),
    ("Approximately 17 people were killed and nearly 60 were wounded.", 17, 60),
    ("Two Peshmerga were killed while five others sustained injuries.", 2, 5),
    ("The explosion led to the death of three members of the Hashd and the injury of six others.", 3, 6),
    ("The explosion led to the killing of one person and wounding of four.", 1, 4),
    ("The attack resulted in the martyrdom of two fighters and the wounding of three others.", 2, 3),
    ("The attack resulted in killing two civilians and injuring three.", 2, 3),
    ("Ten members of security forces were martyred and 14 injured.", 10, 14),
    ("The security media cell said four terrorists were eliminated.", N, N),
    ("A force from the 14th division killed two suicide bombers before they could reach their target.", 2, N),
    ("Four IEDs went off in 2 villages, killing 1 civilian & wounding 3.", 1, 3),
    ("Two women were found shot dead.", 2, N),
    ("The bullet-riddled bodies of two brothers were found.", 2, N),
    ("Police found 17 bodies across the capital, all victims of gunshots.", 17, N),
    ("Villagers found a mass grave with 80 bodies.", 80, N),
    ("A high-ranking intelligence officer, General Salam Jabr, was gunned down with his driver.", 2, N),
    ("Eight men from one tribe were taken from their homes and shot dead.", 8, N),
    ("An army deserter killed his commander.", 1, N),
    ("The victims were a mother and her two daughters.", N, N),
    ("The strike killed Abu Omar, the group's finance chief.", 1, N),
    ("The strike killed Abu Omar and Abu Anas.", 2, N),
    ("The strike killed the group's finance chief, Abu Omar, and his deputy, Abu Anas.", 2, N),
    ("Coalition jets killed dozens of fighters and destroyed three boats.", N, N),
    ("Rockets hit Camp Taji, killing one British and two American service members.", 3, N),
    (
        "Rockets hit Camp Taji, killing an American contractor, a US soldier and a British medic, and wounding some 12 others.",
        3,
        12,
    ),
    ("At least two rockets hit the base; two Iraqi soldiers were critically injured.", N, 2),
    ("Three missiles struck; there were no coalition casualties.", N, N),
    ("Iraqi military said there were no Iraqi casualties.", N, N),
    ("He said eight people were arrested and that nobody had died.", 0, N),
    ("Protesters torched the consulate. 5 demonstrators were shot dead and 32 hurt.", 5, 32),
    ("A tear-gas canister struck a protester in the head, killing him.", 1, N),
    (
        "ISIS gunmen opened fire on farmers at night, killing a father and two of his sons and wounding the third.",
        3,
        1,
    ),
    ("An ambush left an army captain and two soldiers dead.", 3, N),
    (
        "ISIS attacked a village and killed three men from the same family, among them a teenager, before setting fire to crops.",
        3,
        N,
    ),
    ("Three PMF fighters were killed and two others injured in an ISIS attack on Saturday.", 3, 2),
    ("A PMF fighter was killed and another was injured.", 1, 1),
    ("Ten PMF fighters have been killed in attacks since Friday.", 10, N),
    ("A federal police officer and a civilian died, and 3 were hurt.", 2, 3),
    ("Unknown gunmen killed activist Tahseen Hadi and wounded two others in his office.", 1, 2),
    (
        "Two ISIS attacks on checkpoints killed four police and a civilian and injured a number of others.",
        5,
        N,
    ),
    ("IS claimed to have killed 15 soldiers.", 15, N),
    ("The car bomb killed at least 6 and injured 22 (police).", 6, 22),
    ("Clashes between two tribes: 3 dead, 7 injured.", 3, 7),
    ("Killed: 3 police, 2 civilians. Injured: 7.", 5, 7),
    (
        "An assailant detonated an explosives-laden vest inside a mosque in Khanaqin. In addition to the assailant, at least 30 people were killed and 60 were injured.",
        31,
        60,
    ),
    (
        "Assailants attacked a police checkpoint. Two police officers and one assailant were killed and three officers were injured in the ensuing clash.",
        3,
        3,
    ),
    ("An explosive device was discovered and safely defused. There were no reported casualties.", 0, 0),
    ("Assailants abducted a doctor from his clinic. The victim was released unharmed.", N, N),
    ("Mortars hit a camp, killing at least 20 residents of the camp and injuring 50.", 20, 50),
    ("A roadside bomb hit a bus carrying pilgrims, killing at least six and wounding 25 pilgrims.", 6, 25),
    ("The explosion killed two Iraqi soldiers and wounded two others, along with two civilians.", 2, 4),
    ("Some 11 people, among them 4 children, died.", 11, N),
    ("Gunmen wearing army uniforms killed eight members of the same family.", 8, N),
    ("The attacker killed one soldier before he was killed by guards.", 2, N),
    ("Four people were killed – three soldiers and a civilian – and eight wounded.", 4, 8),
    ("Militants killed a police captain, two of his brothers and a cousin in their home.", 4, N),
    ("Police said three bombs had killed 10 and wounded 30. Hospital officials confirmed the toll.", 10, 30),
    ("An IED wounded four members of an Iraqi bomb squad.", N, 4),
    ("A mine blew up under a tractor and killed a farmer and wounded his 12-year-old son.", 1, 1),
    ("Two rockets fell on a residential area, wounding a woman and destroying two houses.", N, 1),
    ("Insurgents fired 14 mortar rounds at a prison, killing 22 inmates and wounding more than 90.", 22, 90),
    ("Three attackers, two guards and a cook were killed.", 6, N),
    ("All three attackers were killed.", 3, N),
    ("All of the attackers were killed.", N, N),
    ("One of the three attackers was killed and another captured.", 1, N),
    ("The deputy governor's convoy was bombed; he escaped unhurt, but one guard died.", 1, N),
    ("The attack came hours after a bomb killed seven.", 7, N),
    ("US troops returned fire, killing one insurgent. Two US soldiers were wounded.", 1, 2),
    (
        "Fire from a passing car killed one of the two brothers who owned the shop and injured the other.",
        1,
        1,
    ),
    ("Rescuers pulled 15 bodies from the rubble.", 15, N),
    ("A total of 33 people were killed and 115 injured in the three blasts.", 33, 115),
    ("Blasts in three towns killed ten, five and four people.", 19, N),
    ("In all, 12 people died.", 12, N),
    ("The explosions killed a total of 12 people and injured a further 40.", 12, 40),
    # one person, told by office or kin; those shot; relative clauses; sources that differ; bodies; deaths of wounds; nobody
    ("Gunmen killed a police captain's father, a retired teacher, and wounded his wife.", 1, 1),
    (
        "Armed men killed the mukhtar of Sherwan village, Sulaiman Bek district, his two sons and a guest.",
        4,
        N,
    ),
    ("Gunmen killed the head of the Baladiyat council, Karkh district, and his driver.", 2, N),
    ("They stabbed him to death.", 1, N),
    ("Assailants beat a street vendor to death.", 1, N),
    ("Militants burned three captives to death.", 3, N),
    ("A candidate of the National Accord was killed, together with his four bodyguards, in Jadiriyah.", 5, N),
    ("The judge was killed along with his wife and two of his bodyguards.", 4, N),
    ("All three attackers died along with two guards.", 5, N),
    ("Gunmen stopped a minibus, took out the passengers and shot nine of them.", 9, N),
    ("They shot the 11 passengers, three of whom were children.", 11, N),
    ("Fourteen tribal figures were taken away and shot outside the town.", 14, N),
    (
        "Three labourers were taken off a bus by armed men and shot at the roadside. One survived by feigning death.",
        3,
        N,
    ),
    ("Ten bodies, all blindfolded and shot in the head, were discovered in an irrigation canal.", 10, N),
    ("A guard was shot in the leg.", N, 1),
    ("His driver was hit in the shoulder.", N, 1),
    ("A pedestrian was struck by shrapnel.", N, 1),
    ("The mother, who was also shot, was taken to hospital in critical condition.", N, 1),
    ("Assailants shot a goldsmith to death in his shop.", 1, N),
    ("Police found a man who had been shot dead.", 1, N),
    ("The blast hit a bus carrying pilgrims, of whom six were killed and 20 wounded.", 6, 20),
    ("Six of those on board were killed and 13 wounded.", 6, 13),
    ("Twelve persons were taken to hospital, one of whom, a six-year-old girl, died there.", 1, 11),
    ("A teacher who had been struck by shrapnel died on 15 February.", 1, N),
    ("The blast injured 20; a pupil who had been hit in the chest died later.", 1, 20),
    ("Three shepherds who were wounded by a mine were taken to hospital.", N, 3),
    ("Twenty-three people, nine of whom are children, are in hospital with injuries.", N, 23),
    ("The guards, of whom four were killed, fought for an hour.", 4, N),
    ("A car bomb killed two people and wounded 19. Police had earlier put the death toll at four.", 2, 19),
    (
        "The bomb killed 14 inmates and wounded 40 others according to one source; the US military spoke of 12 dead and 36 wounded.",
        14,
        40,
    ),
    (
        "In an update, police said three people died and 11 were injured. The earlier count was one dead and nine injured.",
        3,
        11,
    ),
    (
        "At least 24 people were killed and 70 wounded, the mayor said. The police put the toll at 21 killed.",
        24,
        70,
    ),
    (
        "A bomber killed five people and wounded 16, a police source said. A military spokesman said two were killed and nine wounded.",
        5,
        16,
    ),
    (
        "Sources differ: police put the toll at four killed and 13 wounded while a medic said five bodies had been brought in.",
        4,
        13,
    ),
    ("Initial estimates of 34 dead were later revised to 41; 120 people were injured.", 41, 120),
    (
        "A bomb killed three and wounded nine, police said. A hospital source gave the figures as four dead and seven wounded.",
        3,
        9,
    ),
    ("A suicide bomber killed 12 people. The interior ministry said 15 were killed.", 12, N),
    ("Early reports said seven had died, but the health ministry later confirmed nine deaths.", 9, N),
    ("A bomb killed six people, police said. Other sources said eight died.", 6, N),
    ("The number wounded was given as seven in one report, and as nine in another.", N, 7),
    ("The toll rose from an initial 8 to 14.", 14, N),
    ("Officials put the dead at 84 and said that more than 200 had been wounded.", 84, 200),
    ("Officials gave 17 dead, and 49 with injuries.", 17, 49),
    ("A car bomb killed one soldier and wounded 14. The driver also perished.", 2, 14),
    ("Gunmen abducted three brothers on Sunday. Their bodies were found on Tuesday.", 3, N),
    ("Gunmen kidnapped two teachers and their driver; the bodies were found the next day.", 3, N),
    ("A judge was kidnapped on Monday. His body was found on Friday.", 1, N),
    ("Three decomposed bodies were dug up from the yard of a school.", 3, N),
    (
        "Fishermen pulled seven corpses from the river. Since January more than 140 bodies have been recovered at the same spot.",
        7,
        N,
    ),
    ("Five unidentified bodies were discovered, all with gunshot wounds.", 5, N),
    ("Three soldiers went missing; their bodies were found in a canal a week later.", 3, N),
    ("A patrol came upon the remains of nine people in a pit.", 9, N),
    ("16 persons died, among them the bomber, and 28 were hurt.", 16, 28),
    ("The attacker was killed by guards. No other casualties were reported.", 1, 0),
    ("Apart from the bomber, three people died.", 4, N),
    (
        "Three soldiers lost their lives in the fighting, and 26 militants were said to have been killed.",
        29,
        N,
    ),
    ("A bomb went off, wounding 13; two of them died in hospital.", 2, 11),
    ("A bicycle bomb went off, wounding 13 passers-by. Two of them died in hospital.", 2, 11),
    ("Seven guests were killed and 23 injured; the bride's father later succumbed to his wounds.", 8, 22),
    ("Five policemen were wounded; one died of his injuries.", 1, 4),
    ("Ten were injured. Three later died.", 3, 7),
    ("A grenade wounded a judge and his driver. The judge died the next day.", 1, 1),
    ("A bomb wounded a contractor, who died later in hospital.", 1, N),
    ("Gunmen seriously wounded a professor; he died in hospital.", 1, N),
    ("There were no casualties among the soldiers. A 10-year-old boy standing nearby was killed.", 1, N),
    ("One bomb killed four; another bomb caused no casualties.", 4, N),
    ("A second device exploded without causing casualties. The first killed a boy.", 1, N),
    ("In all 27 people were killed and 72 injured.", 27, 72),
    (
        "A fighter died and two were wounded. The incident came days after clashes in Tuz that left 12 dead.",
        1,
        2,
    ),
    ("A bomb killed two soldiers. A similar attack last month killed 11.", 2, N),
    ("A bomb killed a policeman. Last week five policemen were killed in the same area.", 1, N),
    ("A family was killed when a shell hit their house.", N, N),
    ("A family of seven was wiped out.", 7, N),
    ("A score of people were injured.", N, 20),
    ("Three firemen were treated for smoke inhalation.", N, 3),
    ("The bus driver survived with bullet wounds.", N, 1),
    ("Five people were treated for shock.", N, 5),
    ("Two guards suffered shrapnel wounds.", N, 2),
    ("Twenty people were taken to hospital with burns.", N, 20),
    ("Five soldiers sustained light injuries.", N, 5),
    ("He was left in critical condition.", N, 1),
    ("Two farmers were seriously burnt.", N, 2),
    ("Six are dead and twelve more are being treated in hospital.", 6, 12),
    # Arabic
    ("مقتل ثلاثة من عناصر الشرطة وإصابة أربعة آخرين بهجوم لداعش", 3, 4),
    ("أدى الانفجار إلى مقتل وإصابة 15 شخصا", N, N),
    ("مقتل خمسة مدنيين بينهم امرأة وطفل وإصابة 12 آخرين بجروح", 5, 12),
    ("سقوط ثلاثة قتلى وسبعة جرحى", 3, 7),
    ("قتل شخصان وأصيب أربعة", 2, 4),
    ("أعلنت خلية الإعلام الأمني استشهاد ضابط وثلاثة جنود", 4, N),
    ("عثرت الشرطة على خمس جثث مجهولة الهوية", 5, N),
    ("أطلق مسلحون النار على ناشط مدني فأردوه قتيلا", 1, N),
    ("لم يصب أحد بأذى", 0, 0),
    ("ولم يسفر الهجوم عن وقوع إصابات", 0, 0),
    ("أسفر عن مقتل متظاهر وإصابة العشرات", 1, N),
    ("مقتل قائد في الحشد الشعبي بغارة أمريكية", 1, N),
    ("نجا المحافظ من محاولة اغتيال", N, N),
    ("مقتل 3 جنود و4 من عناصر داعش", 7, N),
    ("مقتل جنديين وإصابة ثلاثة في انفجار قرب بعقوبة", 2, 3),
    ("إن 18 من عناصر القوة قتلوا وأصيب 7 آخرون", 18, 7),
    ("ثلاثة جنود أصيبوا في انفجار قرب سامراء", None, 3),
    ("قتل ثلاثة جنود وأصيب خمسة آخرون بانفجار عبوة ناسفة", 3, 5),
    ("مقتل مدني وإصابة اثنين آخرين بجروح", 1, 2),
    ("أسفر الانفجار عن مقتل 5 أشخاص بينهم طفلان", 5, N),
    ("أسفر الهجوم عن خمسة قتلى و10 جرحى", 5, 10),
    ("قُتل ضابط في الجيش برصاص مجهولين", 1, N),
    ("استشهاد اثني عشر مدنيا وجرح عشرين آخرين", 12, 20),
    ("أصيب أربعة مدنيين بجروح", N, 4),
    ("إصابة شرطيين في هجوم مسلح", N, 2),
    ("سقط صاروخ في أرض خالية دون وقوع إصابات", 0, 0),
    ("لم تقع أي خسائر بشرية", 0, 0),
    ("لقي ستة عمال مصرعهم", 6, N),
    ("مقتل ما لا يقل عن سبعة أشخاص", 7, N),
    ("مقتل ٨ مسلحين", 8, N),
    ("قتل مسلحون مجهولون صحفيا وسط المدينة", 1, N),
    ("مقتل جندي ومدنيين اثنين", 3, N),
    ("اغتيال قاض في البصرة", 1, N),
    ("مقتل العشرات في قصف جوي", N, N),
    ("خمسة وعشرون جريحا في تفجير", N, 25),
    ("مقتل شخص وإصابة آخر", 1, 1),
    ("ما أدى إلى مقتله في الحال.", 1, N),
    ("مما أدى إلى وفاة طفلتين واحتراق اثنتي عشرة خيمة.", 2, N),
    ("قتل أحد أفراد حمايته", 1, N),
    ("قتل أحد حراسه وأصيب اثنان آخران", 1, 2),
    ("ارتفع عدد ضحايا الانفجار إلى 16 قتيلا و38 جريحا بعد أن كانت حصيلة أولية أشارت إلى عشرة قتلى", 16, 38),
    ("قُتل تسعة أشخاص على الأقل وأصيب واحد وعشرون آخرون", 9, 21),
    ("وقال مصدر إن الانتحاري قتل معهم أيضا", 1, N),
    ("وأعدمت رميا بالرصاص 17 منهم", 17, N),
    ("مقتل مدير الناحية وسائقه", 2, N),
    ("مقتل زوجته وابنته وإصابته بجروح", 2, 1),
    ("أصيب الشيخ وقتل نجله", 1, 1),
    ("وفاة أحد الجرحى متأثرا بجراحه", 1, N),
    ("قتل شرطي وأصيب آخران", 1, 2),
    ("العثور على جثة امرأة", 1, N),
    ("راح ضحيته خمسة أشخاص", 5, N),
    ("أودى الانفجار بحياة طفلين وأمهما", 3, N),
    ("اختطف مسلحون ثلاثة عمال وعثر على جثثهم بعد يومين", 3, N),
    ("مقتل انتحاري وإصابة شرطيين", 1, 2),
    ("وزير الدفاع يزور بغداد اليوم", N, N),
]


@pytest.mark.parametrize(("sentence", "killed", "injured"), EXACT, ids=[s[:60] for s, _, _ in EXACT])
def test_killed_and_injured(sentence, killed, injured):
    told = read_casualties(sentence)
    assert (told.best, told.injured) == (killed, injured), told


BOUNDS = [
    ("At least five people were killed.", (5, 5, N)),
    ("More than 20 recruits died in the blast.", (20, 20, N)),
    ("The strike killed up to 18 fighters.", (N, 18, 18)),
    ("Between 5 and 7 people were killed.", (5, 5, 7)),
    ("Dozens were killed in the assault.", (24, N, N)),
    ("Several guards were killed.", (3, N, N)),
    ("The blast killed two soldiers and several civilians.", (2, 2, N)),
    ("The blast killed or wounded 10 people.", (0, N, 10)),
    ("Soldiers were killed.", (N, N, N)),
]


@pytest.mark.parametrize(("sentence", "bounds"), BOUNDS)
def test_bounds_of_the_killed(sentence, bounds):
    told = read_casualties(sentence)
    assert (told.low, told.best, told.high) == bounds


def test_a_toll_says_whom_it_counts():
    killed, injured = read_casualties("A mine killed two policemen and wounded four shepherds.").tolls
    assert (killed.kind, killed.best, killed.victims, killed.group) == (
        "killed",
        2,
        "two policemen",
        "police",
    )
    assert (injured.kind, injured.best, injured.victims) == ("injured", 4, "four shepherds")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Clashes killed three policemen and a gunman.", "killed: police 3, attackers 1"),
        (
            "The blast killed 23 people, nine of them policemen, and wounded 31, including four children.",
            "killed: police 9; injured: civilians 4",
        ),
        ("Two US soldiers and an Iraqi were killed.", "killed: American soldiers 2, Iraqi 1"),
        ("A bomb killed two policemen. Medics said the two policemen died at once.", "killed: police 2"),
        ("مقتل ثلاثة جنود وإصابة أربعة مدنيين", "killed: soldiers 3; injured: civilians 4"),
        ("Five people were killed.", ""),
    ],
)
def test_who_they_were_is_given_where_the_text_says(sentence, who):
    assert read_casualties(sentence).who == who


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb killed 14 people, police said; the hospital spoke of 12 dead.", (12, 14, 14)),
        ("Police put the dead at 4. A medic said five bodies had been brought in.", (4, 4, 5)),
        ("Early reports said seven had died, but the ministry later confirmed nine deaths.", (7, 9, 9)),
        ("Three people died. The earlier count was one dead.", (1, 3, 3)),
        ("At least 24 people were killed. The police put the toll at 21 killed.", (21, 24, N)),
    ],
)
def test_sources_that_differ_are_not_added_but_widen_the_bounds(text, killed):
    told = read_casualties(text)
    assert (told.low, told.best, told.high) == killed


@pytest.mark.parametrize(
    ("sentence", "kind", "count"),
    [
        ("Gunmen kidnapped three engineers.", "abducted", 3),
        ("Police arrested 14 suspects in the raid.", "arrested", 14),
        ("Six fishermen went missing.", "missing", 6),
        ("اعتقال خمسة أشخاص في كركوك", "arrested", 5),
    ],
)
def test_who_is_taken_is_counted_too(sentence, kind, count):
    (toll,) = read_casualties(sentence).tolls
    assert (toll.kind, toll.best) == (kind, count)


def test_only_the_stretch_asked_for_is_read():
    text = "A bomb killed three. A bomb killed four."
    assert read_casualties(text, 0, 20).best == 3
    told = read_casualties(text, 21)
    assert told.best == 4
    assert text[told.tolls[0].start : told.tolls[0].end] == "four"


def test_what_is_said_of_some_only_is_noted():
    told = read_casualties("No US personnel were killed.")
    assert told.best is None
    assert "No US personnel" in told.notes[0]


COUNTS = st.integers(min_value=2, max_value=900)
VICTIMS = st.sampled_from(["people", "soldiers", "policemen", "civilians", "shoppers", "pilgrims"])


@settings(deadline=None)
@given(COUNTS, VICTIMS, st.sampled_from(["including a child", "two of them women", "most of them guards"]))
def test_a_subset_never_changes_the_sum(count, victims, subset):
    plain = read_casualties(f"A bomb killed {count} {victims} in the square.")
    told = read_casualties(f"A bomb killed {count} {victims}, {subset}, in the square.")
    assert (told.best, told.injured) == (plain.best, plain.injured) == (count, None)


@settings(deadline=None)
@given(COUNTS, COUNTS, VICTIMS)
def test_active_and_passive_count_alike(killed, injured, victims):
    active = read_casualties(f"The blast killed {killed} {victims} and wounded {injured} others.")
    passive = read_casualties(f"{killed} {victims} were killed and {injured} others were wounded.")
    assert (active.best, active.injured) == (passive.best, passive.injured) == (killed, injured)


@settings(deadline=None)
@given(
    st.sampled_from([s for s, _, _ in EXACT]),
    st.sampled_from(
        ["The road was closed for two hours.", "Jets destroyed 3 trucks.", "No group claimed it."]
    ),
)
def test_a_sentence_about_something_else_adds_nothing(sentence, other):
    alone, together = read_casualties(sentence), read_casualties(f"{sentence.rstrip('.')}. {other}")
    assert (alone.best, alone.injured) == (together.best, together.injured)


WORDS = "killed wounded five a man and , . no one of them were was including 12 Ali at least dead bodies found مقتل"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
def test_bounds_are_in_order_whatever_the_words(words):
    text = " ".join(words)
    told = read_casualties(text)
    for bounds in ((told.low, told.best, told.high), (told.injured_low, told.injured, told.injured_high)):
        known = [bound for bound in bounds if bound is not None]
        assert known == sorted(known)
    assert all(text[t.start : t.end] == t.victims for t in told.tolls if t.victims)


@pytest.mark.parametrize(
    "piece",
    [
        "killed ",
        "killed and ",
        "five ",
        "at least ",
        "of in ",
        "Ali, ",
        "no ",
        "مقتل و",
        "5 killed, ",
        "one of them ",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(piece):
    def calls(repeats: int) -> int:
        counted = 0

        def count(_frame, event, _argument):
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            read_casualties("killed " + piece * repeats)
        finally:
            sys.setprofile(None)
        return counted

    calls(10)
    assert calls(1200) < 5 * calls(300)
