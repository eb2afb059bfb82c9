# Problems in files from outside. For each code two messages: what is wrong, and ("-hint") what to do about it.
# The facts in braces come from the file; the program sets them where it finds the problem.

problem-too-large = { $what ->
    [file] Het bestand is te groot: er wordt hoogstens { $most } MB gelezen.
    [values] Het bestand bevat te veel waarden: er worden er hoogstens { $most } gelezen.
   *[other] De lijst ‘{ $what }’ is te lang: hoogstens { $most } is toegestaan.
}
problem-too-large-hint = { $what ->
    [file] Controleer of dit het juiste bestand is.
    [values] Controleer of dit het juiste bestand is.
   *[other] Haal weg wat te veel is.
}
problem-not-text = Op deze plaats staat iets dat geen tekst is (geen geldig UTF-8).
problem-not-text-hint = Controleer of dit het juiste bestand is. Zo ja: sla het in een tekstprogramma opnieuw op met de codering UTF-8.
problem-syntax = { $case ->
    [judged] De opbouw van het bestand klopt niet vanaf deze plaats. Technische melding: { $detail }.
   *[unknown] Op deze plaats staat iets dat het programma niet als waarde herkent.
}
problem-syntax-hint = { $clue ->
    [empty] Het bestand is leeg.
    [other-file] Dit is een bestand van een tekstverwerker. Sla het op als platte tekst (.txt of .ron).
    [quotes] Op deze regel staan gekrulde aanhalingstekens. Gebruik om een tekst heen rechte aanhalingstekens (").
    [space] Hier staat een bijzondere spatie. Vervang haar door een gewone.
    [comment] In JSON kan geen opmerking met // staan. Haal haar weg, of schrijf het bestand als RON.
    [bare] Kijk hier en vlak ervoor: vaak ontbreekt een komma, een haakje of een aanhalingsteken. Tekst, breuken en procenten horen tussen rechte aanhalingstekens ("3/10"); een aanhalingsteken in een tekst wordt \".
   *[none] Kijk hier en vlak ervoor: vaak ontbreekt een komma, een haakje of een aanhalingsteken.
}
problem-extension = Een regel met ‘#![…]’ kan de betekenis van het bestand veranderen en wordt daarom geweigerd.
problem-extension-hint = Haal deze regel weg en schrijf de waarden voluit.
problem-not-a-number = Hier staat geen bruikbaar getal: het is oneindig of onbepaald.
problem-not-a-number-hint = Schrijf een gewoon geheel getal, zoals 3.
problem-control-character = In deze tekst staat een onzichtbaar teken ({ $character }) dat de tekst kan verbergen of anders kan laten lijken.
problem-control-character-hint = Typ de tekst op deze plaats opnieuw, zonder te plakken.
problem-text-too-long = Deze tekst is te lang: hoogstens { $most } tekens worden gelezen.
problem-text-too-long-hint = Kort de tekst in of verwijs naar een document.
problem-too-deep = Op deze plaats zitten te veel haakjes in elkaar.
problem-too-deep-hint = Controleer of dit het juiste bestand is; een gewoon bestand heeft dit niet.
problem-duplicate-key = ‘{ $key }’ staat er twee keer: ook al op regel { $line }.
problem-duplicate-key-hint = Haal een van de twee weg. Het programma kiest niet voor u.
problem-unknown-field = ‘{ $field }’ hoort hier niet: het programma kent dit veld op deze plaats niet.
problem-unknown-field-hint = Kijk of de naam goed gespeld is, of haal het veld weg.
problem-missing-field = Hier ontbreekt iets dat verplicht is: ‘{ $field }’.
problem-missing-field-hint = Vul dit aan.
problem-wrong-type = { $expected ->
    [verdict] Hier hoort een oordeel tussen aanhalingstekens te staan, of een oordeel met toelichting tussen haakjes.
    [structure] Hier hoort een groep velden tussen haakjes te staan.
    [text] Hier hoort tekst tussen aanhalingstekens te staan.
    [number] Hier hoort een geheel getal te staan.
    [list] Hier hoort een lijst tussen vierkante haken te staan.
   *[truth] Hier hoort ‘true’ (ja) of ‘false’ (nee) te staan, zonder aanhalingstekens.
}
problem-wrong-type-hint = Pas de waarde aan.
problem-unknown-value = ‘{ $found }’ kan hier niet.
problem-unknown-value-hint = Wat hier wel kan: { $known }
problem-empty-text = Hier staat niets, terwijl er iets moet staan.
problem-empty-text-hint = Vul in wat hier hoort te staan, of haal het hele veld weg als het niet verplicht is.
problem-newer-format = Dit bestand heeft indeling { $found }; deze versie van het programma leest indeling { $known }.
problem-newer-format-hint = Open het bestand met een nieuwere versie van het programma, of vraag de maker om indeling { $known }.
problem-missing-language = Deze tekst ontbreekt in een taal van het normenkader: ‘{ $language }’.
problem-missing-language-hint = Voeg de tekst toe in deze taal, of haal de taal weg uit ‘languages’ bovenaan.
problem-malformed-id = ‘{ $id }’ kan geen kenmerk (id) zijn.
problem-malformed-id-hint = Gebruik hoogstens 100 tekens: alleen letters zonder accent, cijfers, punten en streepjes.
problem-duplicate-id = ‘{ $id }’ is al eerder gebruikt{ $line ->
    [none] .
   *[other] {": "}ook al op regel { $line }.
}
problem-duplicate-id-hint = { $line ->
    [none] Haal een van de twee weg, of verbeter het getal.
   *[other] Geef een van de twee een ander kenmerk, of haal er een weg.
}
problem-unknown-reference = Hier wordt verwezen naar ‘{ $id }’, maar dat bestaat niet of is van een andere soort.
problem-unknown-reference-hint = { $what ->
    [footnote] Voeg de voetnoot toe aan ‘footnotes’, of haal de verwijzing weg.
    [group] Voeg de groep toe aan ‘groups’ van dit onderdeel, of kijk of het kenmerk goed gespeld is.
    [norm] Kijk of het nummer goed gespeld is. Hier hoort het nummer van een norm.
   *[id] Kijk of het kenmerk goed gespeld is. Hier hoort het kenmerk van een norm, een onderdeel of een notitie.
}
problem-weight = { $case ->
    [zero] Een gewicht moet groter zijn dan 0.
   *[unreadable] ‘{ $found }’ is geen gewicht dat precies te lezen is.
}
problem-weight-hint = Schrijf een gewicht als breuk met een deler van hoogstens 1000, zoals "3/10".
problem-weights = { $case ->
    [mixed] In deze lijst hebben sommige gewichten een breuk en andere niet.
    [policy] De keuze ‘part_weights’ is ‘{ $value }’, maar dat past niet bij de gewichten van de onderdelen.
   *[sum] De gewichten in deze lijst zijn samen { $sum } en niet 1.
}
problem-weights-hint = { $case ->
    [mixed] Geef alle gewichten een breuk, of laat ze allemaal weg: dan wegen ze even zwaar.
    [policy] Kies "declared" als onderdelen een eigen gewicht hebben, en anders "equal".
   *[sum] Pas de gewichten aan, zodat ze samen precies 1 zijn.
}
problem-gate = { $case ->
    [assessor] Een onderdeel dat de beoordelaar scoort, kan geen ‘gates’ hebben.
    [none] Dit onderdeel wordt trapsgewijs gescoord, maar heeft geen enkele norm op trede 2, 3, 4 of 5.
    [no-gate] Op trede { $rung } staan normen, maar geen score vraagt ze.
    [not-written] Een score vraagt hier trede { $rung }, maar op die trede staan geen normen.
   *[own-rung] Een { $rung } moet trede { $rung } zelf vragen, en geen hogere.
}
problem-gate-hint = { $case ->
    [assessor] Haal ‘gates’ weg, of haal ‘rule: "assessor"’ weg.
    [none] Voeg normen toe, of schrijf ‘rule: "assessor"’: dan stelt de beoordelaar de score vast.
    [no-gate] Voeg (level: { $rung }, needs: [{ $rung }]) toe aan ‘gates’, of haal ‘gates’ weg: dan vraagt elke trede alles eronder.
    [not-written] Haal trede { $rung } weg uit ‘needs’, of voeg normen op die trede toe.
   *[own-rung] Schrijf bijvoorbeeld (level: 4, needs: [3, 4]).
}
problem-pair = { $case ->
    [twice] Het paar van trede { $higher } en trede { $lower } staat er twee keer.
    [order] Trede { $higher } is niet hoger dan trede { $lower }.
   *[not-written] In deze rij zijn trede { $higher } en trede { $lower } niet allebei geschreven.
}
problem-pair-hint = { $case ->
    [twice] Haal een van de twee weg. ‘five_three’ en ‘three_one’ zijn ook zulke paren.
    [order] Schrijf bij ‘higher’ de hoogste van de twee.
   *[not-written] Haal dit paar weg, of voeg de norm toe die ontbreekt.
}
problem-twin = Norm { $norm } noemt { $twin } als gelijkluidend, maar dat klopt niet.
problem-twin-hint = Het kan alleen bij een norm die precies dezelfde tekst heeft als één norm op een lagere trede in dezelfde rij; die lagere heeft er zelf geen en wordt door geen andere genoemd. Maak de teksten gelijk of haal ‘twin’ weg.
problem-unused-footnote = Naar voetnoot { $number } verwijst geen enkele tekst.
problem-unused-footnote-hint = Zet [^{ $number }] in de tekst waar de voetnoot bij hoort, of haal de voetnoot weg.
problem-open-mark = Een nadruk met * is wel begonnen maar niet gesloten, of andersom.
problem-open-mark-hint = Zet voor én na de woorden met nadruk een sterretje.
problem-policy = { $case ->
    [missing] De keuze ‘{ $policy }’ ontbreekt. Het programma heeft haar nodig om te kunnen scoren.
   *[unknown] Het programma kent geen keuze met de naam ‘{ $policy }’.
}
problem-policy-hint = { $case ->
    [missing] Voeg deze keuze toe aan de lijst ‘policies’.
   *[unknown] Wat wel kan: { $known }.
}
problem-other-framework = Dit bestand hoort bij een ander normenkader of een andere versie: ‘{ $found }’. Geopend is ‘{ $known }’.
problem-other-framework-hint = Kies het normenkader waar dit bestand bij hoort, of vraag de maker om een bestand voor ‘{ $known }’.
problem-unknown-norm = Norm ‘{ $norm }’ staat niet in het normenkader.
problem-unknown-norm-hint = Kijk of het nummer goed gespeld is, bijvoorbeeld "IV.3.2".
problem-unknown-part = Onderdeel ‘{ $part }’ staat niet in het normenkader.
problem-unknown-part-hint = Kijk of het nummer goed gespeld is, bijvoorbeeld "IV".
problem-level-range = { $found } is geen score.
problem-level-range-hint = Een score is een heel getal van 1 tot en met 5.
problem-unequal-twins = { $norm } en { $twin } hebben dezelfde tekst, maar hier een verschillend oordeel.
problem-unequal-twins-hint = Geef beide hetzelfde oordeel, of noem er maar één: de andere neemt het dan over.
problem-partly-not-allowed = ‘Deels’ (partly) kan niet bij norm { $norm }.
problem-partly-not-allowed-hint = Het kan alleen bij een norm boven de laagste trede die meer vraagt dan de trede eronder. Kies voldaan (holds) of niet voldaan (fails).
problem-rationale-needed = { $verdict ->
    [settlement] Bij onderdeel { $what } is een trede vastgesteld zonder toelichting.
    [not_applicable] Bij { $what } staat ‘niet van toepassing’ zonder toelichting.
    [undetermined] Bij { $what } staat ‘niet vast te stellen’ zonder toelichting.
   *[partly] Bij { $what } staat ‘deels’ zonder toelichting.
}
problem-rationale-needed-hint = Schrijf bij ‘rationale’ waarom.
problem-file-name = ‘{ $name }’ kan geen naam van een bijgevoegd bestand zijn.
problem-file-name-hint = Schrijf alleen de naam, zonder map en zonder onzichtbare tekens, van hoogstens { $most } tekens.
problem-kvk = ‘{ $found }’ is geen KvK-nummer.
problem-kvk-hint = Een KvK-nummer heeft acht cijfers. Weet u het niet, haal het veld dan weg.
problem-later = ‘{ $field }’ kan deze versie van het programma nog niet verwerken.
problem-later-hint = Haal dit deel uit het bestand en lees het opnieuw in, of gebruik een nieuwere versie van het programma.
