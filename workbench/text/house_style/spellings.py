"""Words that British and American English spell in two ways, from VarCon.

Drawn from VarCon (Variant Conversion Info, http://wordlist.aspell.net/varcon/), as the spelling checker typos 1.52.0
has it: words up to its level 60 of which it holds one spelling as right on one side and as wrong on the other. Left out
are words with a meaning of their own in either spelling (tire, check, practice …), rare forms and what differs in more
than letters (afterward, math).

VarCon is Copyright 2000–2020 by Kevin Atkinson (kevina@gnu.org) and Benjamin Titze (btitze@protonmail.ch):

    Permission to use, copy, modify, distribute and sell this array, the associated software, and its documentation for
    any purpose is hereby granted without fee, provided that the above copyright notice appears in all copies and that
    both that copyright notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no
    representations about the suitability of this array for any purpose. It is provided "as is" without express or
    implied warranty.

    Since the original word lists come from the Ispell distribution: Copyright 1993, Geoff Kuenning, Granada Hills, CA.
    All rights reserved. Redistribution and use in source and binary forms, with or without modification, are permitted
    provided that the following conditions are met: 1. Redistributions of source code must retain the above copyright
    notice, this list of conditions and the following disclaimer. 2. Redistributions in binary form must reproduce the
    above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other
    materials provided with the distribution. 3. All modifications to the source code must be clearly marked as such.
    Binary redistributions based on modified source code must be clearly marked as modified versions in the
    documentation and/or other materials provided with the distribution. (Clause 4 removed with permission from Geoff
    Kuenning.) 5. The name of Geoff Kuenning may not be used to endorse or promote products derived from this software
    without specific prior written permission.

    This software is provided by Geoff Kuenning and contributors "as is" and any express or implied warranties,
    including, but not limited to, the implied warranties of merchantability and fitness for a particular purpose are
    disclaimed. In no event shall Geoff Kuenning or contributors be liable for any direct, indirect, incidental,
    special, exemplary, or consequential damages (including, but not limited to, procurement of substitute goods or
    services; loss of use, data, or profits; or business interruption) however caused and on any theory of liability,
    whether in contract, strict liability, or tort (including negligence or otherwise) arising in any way out of the
    use of this software, even if advised of the possibility of such damage.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_IZE_ENDINGS = "e ed es er ers ing ings ingly ation ations ational able ability"
_IZE = """
accessori acclimati actuali aggrandi agoni alkali alphabeti americani amorti anaestheti analogi anathemati anatomi
anglici annuali anodi antagoni anthologi apologi apostati apotheosi appeti appri atomi attitudini authori automati
bapti barbari bastardi bowdleri brutali bureaucrati burglari canali cannibali canoni capitali capsuli carameli carboni
catechi categori catheteri cauteri centrali channeli characteri christiani circulari civili cogni collaterali
collectivi coloni colouri commerciali compartmentali computeri conceptuali concerti containeri contextuali
conventionali criminali critici crystalli customi decentrali decimali decoloni decriminali dehumani demagneti
demilitari demobili democrati demoneti demoni demorali denationali denucleari deodori departmentali depersonali
depolari depolitici depressuri deputi desalini desensiti destabili devitali digiti disorgani dramati economi
editoriali elastici emotionali empathi emphasi energi epitomi equali eulogi evangeli exorci extempori externali
factori familiari fantasi faradi federali femini fertili fictionali finali formali fossili fraterni galvani generali
ghettoi glamori globali gormandi harmoni helleni homogeni hospitali humani hybridi hypnoti hypothesi ideali idoli
immobili immortali immuni individuali industriali initiali institutionali intellectuali internali internationali iodi
ioni italici itemi jeopardi legali legitimati legitimi liberali lioni liquidi lobotomi locali macadami magneti marblei
marginali materiali maximi mechani memori memoriali merceri mesmeri metaboli metastasi metathesi metrici militari
miniaturi minimi mobili moderni moisturi moneti monopoli morali motori mythologi narcoti nasali nationali naturali
neutrali nonsympathi normali notari noveli optimi organi ostraci overcapitali overemphasi overgenerali overspeciali
oxidi palatali parenthesi particulari passivi pasteuri patroni pauperi pedestriani penali personali philosophi
photosynthesi plagiari plastici plurali polari politici polymeri populari pressuri prioriti privati professionali
propagandi proselyti publici pulveri radicali randomi rationali reali reauthori recapitali recogni recoloni
recrystalli reemphasi regulari reinitiali reorgani revitali revolutioni rhapsodi rituali roboti romantici routini
rubberi saniti satiri scandali schemati scrutini seculari sensationali sensiti sentimentali seriali sermoni signali
simoni slenderi sociali sodomi solemni soliloqui speciali stabili standardi sterili stigmati styli subsidi summari
symboli sympathi synchroni synopsi synthesi systemati tantali tempori tenderi terrori theori tranquilli transistori
traumati triviali tyranni unappeti unauthori unbapti uncivili underutili unfertili uninitiali unioni uniti universali
unorgani unpasteuri unreali unrecogni urbani utili vandali vapori verbali victimi visuali vitali vocali volatili
vulcani vulgari weatheri westerni winteri womani
"""
"""What stands before -ize and -ise."""

_OTHERS = """
=/a :etiology an:emia,emias,emic,emically,esthesia,esthesias,esthesiologies,esthesiologist
an:esthesiologists,esthesiology,esthetic,esthetics,esthetist,esthetists c:esium,esiums f:ecal,eces fl:utist,utists
gyn:ecologic,ecological,ecologies,ecologist,ecologists,ecology
h:ematite,ematites,ematologic,ematological,ematologies,ematologist,ematologists,ematology
h:emoglobin,emophilia,emophiliac,emophiliacs,emorrhage,emorrhaged,emorrhages,emorrhaging h:emorrhoid,emorrhoids
leuk:emia,emias orthop:edic,edics,edist,edists
p:ediatric,ediatrician,ediatricians,ediatrics,edophile,edophiles,edophilia,edophilias
pal:eolithic,eontologist,eontologists,eontology septic:emias,emic spiroch:ete,etes tox:emia,emias tular:emia,emias
ur:emia,emias,emic
=/e abridg:ment,ments ax: furor:,s liv:able
=/i alumin:um,ums
=/l apparel:ed,ing backpedal:ed,ing bedevil:ed,ing bejewel:ed,ing bevel:ed,er,ers,ing,ings bushel:ed,ing
cal:isthenic,isthenics cancel:er,ers carol:ed,er,ers,ing cavil:ed,er,ers,ing,ings channel:ed,ing chil:i,ies
council:or,ors counsel:ed,ing,or,ors cudgel:ed,ing,ings devil:ed,ing dial:ed,ing,ings disembowel:ed,ing
dishevel:ed,ing dowel:ed,ing drivel:ed,er,ers,ing duel:ed,er,ers,ing,ings,ist,ists enamel:ed,er,ers,ing,ings
equal:ed,ing flannel:ed,ing fuel:ed,ing funnel:ed,ing gambol:ed,ing gravel:ed,ing grovel:ed,er,ers,ing
gruel:ed,ing,ingly impanel:ed,ing imperil:ed,ing initial:ed,ing jewel:ed,er,ers,ing kennel:ed,ing label:ed,ing
level:ed,er,ers,est,ing libel:ed,er,ers,ing,ous marshal:ed,ing marvel:ed,ing,ous,ously medal:ist,ists metal:ed,ing
mislabel:ed,ing model:ed,er,ers,ing,ings panel:ed,ing,ings,ist,ists parcel:ed,ing pedal:ed,er,ers,ing
pencil:ed,ing,ings peril:ed,ing petal:ed pommel:ed,ing pummel:ed,ing quarrel:ed,er,ers,ing ravel:ed,ing,ings
redial:ed,ing refuel:ed,ing relabel:ed,ing remodel:ed,ing revel:ed,er,ers,ing,ings rival:ed,ing rowel:ed,ing
shovel:ed,ing shrivel:ed,ing signal:ed,er,ers,ing snivel:ed,er,ers,ing,ings snorkel:ed,ing spiral:ed,ing
squirrel:ed,ing stencil:ed,ing subtotal:ed,ing swivel:ed,ing teetotal:er,ers tinsel:ed,ing total:ed,ing
towel:ed,ing,ings trammel:ed,ing travel:ed,er,ers,ing,ings trial:ed,ing trowel:ed,ing tunnel:ed,er,ers,ing,ings
unequal:ed unlabel:ed unravel:ed,ing unrival:ed untrammel:ed victual:ed,ing weasel:ed,ing wool:en,ens
yodel:ed,er,ers,ing
=/le jewel:ry
=/o :edema,edemas,esophagi,esophagus,estrogen,estrogens,estrous,estrus,estruses diarrh:ea,eas gonorrh:ea,eal,eas
m:ustache,ustached,ustaches pyorrh:ea,eas r:uble,ubles seborrh:ea,eas
=/p worship:ed,er,ers,ing
=/t carburet:or,ors
=/te epaulet:,s
=/u arbo:r,res,rs ardo:r,rs armo:r,red,rer,rers,ries,ring,rs,ry ba:lk,lked,lking,lks
behavio:r,ral,rally,rism,risms,rist,rists,rs belabo:r,red,ring,rs cando:r,rs catalog:er,ers clamo:r,red,ring,rs
clango:r,red,ring,rs colo:r,rant,rants,rblind,rblindness,red,rer,rers,rfast,rfastness,rful,rfully,ring,rings
colo:rist,rists,rless,rlessly,rlessness,rs,rway,rways demeano:r,rs discolo:r,red,ring,rs disfavo:r,red,ring,rs
dishono:r,rable,rably,red,ring,rs dolo:r,rs enamo:r,red,ring,rs endeavo:r,red,ring,rs
favo:r,rable,rably,red,ring,rings,rite,rites,ritism,ritisms,rs fervo:r,rs flavo:r,red,rful,ring,rings,rless,rs,rsome
harbo:r,red,ring,rs hono:r,rable,rably,red,ree,rees,rer,rers,ring,rs humo:r,red,ring,rless,rlessness,rs
labo:r,red,rer,rers,ring,rings,rs,rsaving misbehavio:r,rs misdemeano:r,rs
mo:ld,lded,lder,ldered,ldering,lders,ldier,ldiest,lding,ldings,lds,ldy,lt,lted,lting,lts multicolo:red
neighbo:r,red,rhood,rhoods,ring,rings,rliness,rly,rs odo:r,red,rless,rs parlo:r,rs ranco:r,rs recolo:r,red,ring,rs
remo:ld,lded,lding,lds rigo:r,rs rumo:r,red,ring,rmonger,rmongers,rs savio:r,rs
savo:r,red,rier,ries,riest,riness,ring,rs,ry splendo:r,rs succo:r,red,ring,rs tricolo:r,rs tumo:r,rs unarmo:red
uncolo:red unfavo:rable,rably unflavo:red unsavo:rier,ries,riest,ry valo:r,rs
vapo:r,red,rier,riest,ring,rings,rs,rware,ry varicolo:red vigo:r,rs watercolo:r,red,ring,rs
=a/e gr:y,ys,yed,yer,yest,ying,yish,yness
=a/y p:jama,jamas
=c/qu li:orice
=c/s practi:ed,ing unpracti:ed
=ck/qu che:erboard,erboards,ered,ering
=ck/que che:book,books
=e/ cent:red,ring,rings louv:red lust:red,ring mit:red,ring och:red,ring reconnoit:red,ring scept:red,ring
sepulch:red,ring
=er/ lacklust:rer,rest meag:rer,rest och:rer,rest
=er/re amphitheat:,s calib:,s cent:,board,boards,fold,folds,piece,pieces,s centilit:s centimet:,s decilit:s decimet:,s
epicent:,s fib:,board,boards,fill,fills,glass,glasses,s gigamet:,s goit:,s hectomet:,s kilolit:s kilomet:,s
lacklust:,s lit:,s louv:,s lust:,less,s meag:,ly,ness millilit:s millimet:,s mit:,s och:,s reconnoit:,s saltpet:,s
scept:,s sepulch:,s spect:,s theat:,goer,goers,s
=esthetiz/aesthetis an:ation,ations,e,ed,es,ing
=euve/oeuv man:rabilities,rability,rable,red,ring,rings outman:red,ring
=euver/oeuvre man:,s outman:,s
=f/ph sul:ate,ates,ide,ides,uric,urous
=f/ugh downdra:t dra:tier,tiest,tily,tiness,tsmanship,tsmanships,tswoman,tswomen,ty updra:t,ts
=i/e art:fact,facts
=ie/ey phon:s
=ir/ero a:foil,foils,plane,planes
=iz/lis tranquil:e,ed,er,ers,es,ing,ings
=k/c s:eptic,eptical,eptically,epticism,epticisms,eptics
=l/ appal:,s distil:,s enrol:,ment,ments,s enthral:,ment,ments,s fulfil:,ment,ments,s instal:ment,ments skil:ful,fully
wil:fully
=o/ beho:ve,ved,ves,ving,vings
=r/u colo:rest
=riz/uris colo:ation,ations,e,ed,es,ing
=s/c defen:e,ed,eless,elessly,elessness,es,ing offen:e,es preten:e,es
=w/ugh plo:,ed,ing,man,men,s,share,shares snowplo:,s
=z/s analy:able,e,ed,er,ers,ing breathaly:e,ed,er,ers,es,ing cataly:e,ed,ing co:ied,ier,ies,iest,ily,iness,y,ying
dialy:e,ed,ing hydroly:e,ed,ing paraly:e,ed,ing,inglies,ingly psychoanaly:e,ed,ing reanaly:e,ed,ing repri:ed
totali:ator,ators virtuali:ation
>/a spir:ea,eas
>/e acknowledg:ment,ments blam:able dentin:,s glycerin:,s lik:abilities,ability nitroglycerin:,s sal:able
>/l barrel:ed,ing cancel:ed,ing chisel:ed,er,ers,ing
>/le fontanel:,s
>/t clarinet:ist,ists
>/te omelet:,s
>/u catalog:ed,ing smo:lder,ldered,ldering,lders
>/ue catalog:,s
>e/ accout:red,ring sab:red,ring somb:rer,rest
>er/re accout:,ment,ments,s sab:,s somb:,ly,ness
>k/c mollus:,s
>l/ wil:ful
>z/s analy:es cataly:es dialy:es hydroly:es paraly:es psychoanaly:es reanaly:es
</a encyclop:edia,edias,edic
</e judg:ment,ments misjudg:ment,ments prejudg:ment,ments stor:y
</me program:,s
</o c:enobite,enobites,enobitic
</u colo:ration,rations discolo:ration,rations
<c/s practi:e,es
<ck/qu che:ed,ing
<ck/que che:,s
<cu/ke :rb,rbs
<e/ absinth:s
<ed/t dream: learn: spoil: unlearn:
<er/re met:,s micromet:,s
<f/ph sul:ur,ured,uring,urs
<i/e :nquire,nquired,nquires,nquiries,nquiring,nquiry
<i/y t:re,res
<ie/ey stor:s
<l/ instil:,s
<led/t spil:
<s/c licen:e,es
"""
"""After `=AMERICAN/BRITISH`: beginnings and endings of words with these letters between them. `>`: only the American
spelling is judged, the British one is right on both sides; `<`: only the British one."""


class Spelling(NamedTuple):
    """A word as the three dialects write it. `accepted`: the dialects in which the spelling asked for is right."""

    accepted: frozenset[str]
    british: str
    oxford: str
    american: str


_BRITISH, _OXFORD_TOO = frozenset({"british"}), frozenset({"british", "oxford"})
_AMERICAN, _AMERICAN_TOO = frozenset({"american"}), frozenset({"oxford", "american"})
_IZE_WORD = re.compile(rf"(\w+)([sz])({'|'.join(_IZE_ENDINGS.split())})")


def spelling_of(word: str) -> Spelling | None:
    """What is known of a word, given in small letters: None where it is right everywhere, or not known."""
    known = _other_words().get(word)
    if known or ("iz" not in word and "is" not in word):
        return known
    if not (match := _IZE_WORD.fullmatch(word)) or match[1] not in _ize_stems():
        return None
    ize, ise = f"{match[1]}z{match[3]}", f"{match[1]}s{match[3]}"
    return Spelling(_AMERICAN_TOO if match[2] == "z" else _BRITISH, ise, ize, ize)


@cache
def _ize_stems() -> frozenset[str]:
    return frozenset(_IZE.split())


@cache
def _other_words() -> dict[str, Spelling]:
    words: dict[str, Spelling] = {}
    side, american, british = "=", "", ""
    for token in _OTHERS.split():
        if token[0] in "=<>":
            side, (american, british) = token[0], token[1:].split("/")
            continue
        stem, endings = token.split(":")
        for ending in endings.split(","):
            here, there = f"{stem}{american}{ending}", f"{stem}{british}{ending}"
            if side in "=>":
                words[here] = Spelling(_AMERICAN, there, there, here)
            if side in "=<":
                words[there] = Spelling(_OXFORD_TOO, there, there, here)
    return words
