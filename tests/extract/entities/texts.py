"""Parsed sentences that several tests share; those in capital letters of a name's scheme: UD unless it says
CLEAR.
"""

COLONEL = (
    "Colonel/NNP/nmod:desc/2 Ernesto/NNP/nsubj/11 Paz/NNP/flat/2 +,/,/punct/5 commander/NN/appos/2 "
    "of/IN/case/9 the/DT/det/9 Third/JJ/amod/9 Brigade/NNP/nmod/5 +,/,/punct/2 said/VBD/ROOT/11 "
    "he/PRP/nsubj/14 had/VBD/aux/14 lost/VBN/ccomp/11 two/CD/nummod/16 soldiers/NNS/obj/14 "
    "+././punct/11"
)
COLONEL_CLEAR = (
    "Colonel/NNP/compound/3 Ernesto/NNP/compound/3 Paz/NNP/nsubj/11 +,/,/punct/3 commander/NN/appos/3 "
    "of/IN/prep/5 the/DT/det/9 Third/NNP/compound/9 Brigade/NNP/pobj/6 +,/,/punct/3 said/VBD/ROOT/11 "
    "he/PRP/nsubj/14 had/VBD/aux/14 lost/VBN/ccomp/11 two/CD/nummod/16 soldiers/NNS/dobj/14 "
    "+././punct/11"
)
FRONT = (
    "The/DT/det/4 Basotho/NNP/compound/4 Liberation/NNP/compound/4 Front/NNP/nsubj/8 (/-LRB-/punct/6 "
    "+BLF/NNP/appos/4 +)/-RRB-/punct/6 claimed/VBD/ROOT/8 the/DT/det/10 raid/NN/obj/8 +././punct/8",
    "The/DT/det/2 group/NN/nsubj/3 said/VBD/ROOT/3 it/PRP/nsubj/6 would/MD/aux/6 fight/VB/ccomp/3 "
    "on/RP/compound:prt/6 +././punct/3",
)
NURSE = (
    "Rebels/NNS/nsubj/2 shot/VBD/ROOT/2 Ana/NNP/obj/2 Lima/NNP/flat/3 +,/,/punct/8 a/DT/det/8 "
    "Portuguese/JJ/amod/8 nurse/NN/appos/3 +,/,/punct/11 near/IN/case/11 Huambo/NNP/obl/2 +././punct/2",
    "The/DT/det/2 nurse/NN/nsubj/3 died/VBD/ROOT/3 +././punct/3",
)
NURSE_CLEAR = (
    "Rebels/NNS/nsubj/2 shot/VBD/ROOT/2 Ana/NNP/compound/4 Lima/NNP/dobj/2 +,/,/punct/4 a/DT/det/8 "
    "Portuguese/JJ/amod/8 nurse/NN/appos/4 +,/,/punct/4 near/IN/prep/2 Huambo/NNP/pobj/10 +././punct/2",
    "The/DT/det/2 nurse/NN/nsubj/3 died/VBD/ROOT/3 +././punct/3",
)
BROTHERS = (
    "Miguel/NNP/nsubj:pass/7 Duarte/NNP/flat/1 and/CC/cc/4 Rui/NNP/conj/1 Duarte/NNP/flat/4 "
    "were/VBD/aux:pass/7 killed/VBN/ROOT/7 +././punct/7"
)
CAPITALS = (
    "Washington/NNP/nsubj/2 accused/VBD/ROOT/2 Hanoi/NNP/obj/2 of/IN/mark/5 lying/VBG/advcl/2 "
    "after/IN/mark/8 troops/NNS/nsubj/8 left/VBD/advcl/5 Hanoi/NNP/obj/8 +././punct/2"
)
NICKNAME = (
    "Hani/NNP/nsubj/8 Saleh/NNP/flat/1 +,/,/punct/4 nicknamed/VBN/acl/1 Abu/NNP/xcomp/4 "
    "Layth/NNP/flat/5 +,/,/punct/1 fled/VBD/ROOT/8 +././punct/8"
)
HOSTAGES = (
    "Four/CD/nummod/2 hostages/NNS/nsubj:pass/11 +,/,/punct/4 Ian/NNP/appos/2 Bell/NNP/flat/4 "
    "and/CC/cc/7 Tom/NNP/conj/4 Reed/NNP/flat/7 +,/,/punct/2 were/VBD/aux:pass/11 freed/VBN/ROOT/11 "
    "+././punct/11"
)
DEAD_MAN = (
    "Police/NNS/nsubj/2 named/VBD/ROOT/2 the/DT/det/5 dead/JJ/amod/5 man/NN/obj/2 as/IN/case/7 "
    "Yusuf/NNP/obl/2 Kaya/NNP/flat/7 +././punct/2"
)
WAS = "The/DT/det/3 dead/JJ/amod/3 man/NN/nsubj/5 was/VBD/cop/5 Sergei/NNP/ROOT/5 Orlov/NNP/flat/5 +././punct/5"
WAS_CLEAR = (
    "The/DT/det/3 dead/JJ/amod/3 man/NN/nsubj/4 was/VBD/ROOT/4 Sergei/NNP/compound/6 Orlov/NNP/attr/4 +././punct/4"
)
CHAD = (
    "Shells/NNS/nsubj/2 fell/VBD/ROOT/2 in/IN/case/5 eastern/JJ/amod/5 Chad/NNP/obl/2 and/CC/cc/8 "
    "35/CD/nummod/8 km/NNS/conj/2 from/IN/case/10 Abeche/NNP/obl/2 +././punct/2"
)
JETS = (
    "Three/CD/nummod/3 Israeli/JJ/amod/3 jets/NNS/nsubj/4 bombed/VBD/ROOT/4 a/DT/det/6 bridge/NN/obj/4 "
    "south/RB/advmod/4 of/IN/case/9 Tyre/NNP/obl/7 +././punct/4"
)
SPOKESMAN = (
    "Taliban/NNP/compound/2 spokesman/NN/nmod:desc/3 Karim/NNP/nsubj/5 Nuri/NNP/flat/3 "
    "denied/VBD/ROOT/5 it/PRP/obj/5 +././punct/5"
)
SPOKESMAN_CLEAR = (
    "Taliban/NNP/compound/4 spokesman/NN/compound/4 Karim/NNP/compound/4 Nuri/NNP/nsubj/5 "
    "denied/VBD/ROOT/5 it/PRP/dobj/5 +././punct/5"
)
DOZENS = (
    "Dozens/NNS/nsubj:pass/5 of/IN/case/3 villagers/NNS/nmod/1 were/VBD/aux:pass/5 shot/VBN/ROOT/5 "
    "and/CC/cc/11 one/CD/nsubj/11 of/IN/case/10 the/DT/det/10 attackers/NNS/nmod/7 died/VBD/conj/5 "
    "+././punct/5"
)
AGENCY = (
    "The/DT/det/3 news/NN/compound/3 agency/NN/nsubj/5 Tanjug/NNP/appos/3 said/VBD/ROOT/5 "
    "Serbia/NNP/nsubj/11 and/CC/cc/9 its/PRP$/nmod:poss/9 army/NN/conj/6 had/VBD/aux/11 "
    "lied/VBN/ccomp/5 +././punct/5"
)
AGE = (
    "Gunmen/NNS/nsubj/2 killed/VBD/ROOT/2 the/DT/det/8 34/CD/nummod/6 +-/HYPH/punct/4 "
    "+year/NN/obl:unmarked/8 +-/HYPH/punct/6 +old/JJ/obj/2 +././punct/2"
)
SHOUTED = (
    "PRESIDENT/NNP/nmod:desc/2 JOAQUIN/NNP/nsubj/4 SALAS/NNP/flat/2 SAID/VBD/ROOT/4 HE/PRP/nsubj/7 "
    "HAD/VBD/aux/7 FLED/VBN/ccomp/4 +././punct/4"
)
PEASANTS = (
    "Gunmen/NNS/nsubj/2 killed/VBD/ROOT/2 three/CD/nummod/4 peasants/NNS/obj/2 +././punct/2",
    "The/DT/det/2 victims/NNS/nsubj:pass/4 were/VBD/aux:pass/4 identified/VBN/ROOT/4 as/IN/case/6 "
    "Jose/NNP/obl/4 Rivera/NNP/flat/6 ,/,/punct/9 Pedro/NNP/conj/6 Cortez/NNP/flat/9 and/CC/cc/12 "
    "Luis/NNP/conj/6 Ordonez/NNP/flat/12 +././punct/4",
)
GROUP = (
    "The/DT/det/4 Red/JJ/amod/4 Furrow/NNP/compound/4 group/NN/nsubj/5 fled/VBD/ROOT/5 +././punct/5",
    "The/DT/det/2 militants/NNS/nsubj/3 returned/VBD/ROOT/3 +././punct/3",
)
UNITS = (
    "Soldiers/NNS/nsubj/11 of/IN/case/5 the/DT/det/5 3rd/JJ/amod/5 Battalion/NNP/nmod/1 +,/,/punct/9 21st/JJ/amod/9 "
    "Artillery/NNP/compound/9 Regiment/NNP/appos/5 +,/,/punct/5 fled/VBD/ROOT/11 +././punct/11"
)
ALLIES = (
    "Damascus/NNP/nsubj/6 and/CC/cc/3 Tehran/NNP/conj/1 are/VBP/cop/6 sworn/JJ/amod/6 enemies/NNS/ROOT/6 +././punct/6"
)
