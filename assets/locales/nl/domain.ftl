list-and = en
list-or = of
list-more = nog { $count }

perspective-self = zelfbeoordeling
perspective-supervisor = toezichthouder
perspective-reviewer = tweede lezer

verdict-requirement-holds = voldaan
verdict-requirement-fails = niet voldaan
verdict-requirement-partly = deels voldaan
verdict-requirement-not-applicable = n.v.t.
verdict-requirement-undetermined = niet vast te stellen
verdict-requirement-open = open
verdict-deficiency-holds = gebrek aanwezig
verdict-deficiency-fails = gebrek afwezig
verdict-deficiency-partly = deels
verdict-deficiency-not-applicable = n.v.t.
verdict-deficiency-undetermined = niet vast te stellen
verdict-deficiency-open = open

status-settled = vastgesteld
status-determined = volgt uit de bevindingen
status-interval = nog niet bepaald
status-contradiction = tegenspraak
status-not-applicable = niet van toepassing

unit-lender = aanbieder
unit-file = dossier
unit-both = aanbieder en dossier

exceeds-one-assessor-settles = de beoordelaar stelt vast of het een 1 is of hoger
exceeds-one-any-deficiency = één gebrek geeft een 1
exceeds-one-all-deficiencies = pas als alle gebreken aanwezig zijn is het een 1

rule-assessor = Niet trapsgewijs: de beoordelaar stelt de score vast, van 1 tot en met 5.
rule-gate = { $count ->
    [one] Een { $level } vraagt trede { $rungs }.
   *[other] Een { $level } vraagt de treden { $rungs }.
}
part-weight = Weegt binnen het thema: { $weight }.

why-contradiction = { $norms } spreken elkaar tegen; los dit eerst op.
why-none-applicable = Geen enkele norm van trede { $rung } is van toepassing, dus dit onderdeel krijgt geen score.
why-assessor-settles = Dit onderdeel wordt niet trapsgewijs gescoord: de normen geven richting en de beoordelaar stelt de score vast, met een reden.
why-base-holds = { $count ->
    [one] De enige norm voor een { $rung } die van toepassing is, is voldaan.
    [2] Beide normen voor een { $rung } die van toepassing zijn, zijn voldaan.
   *[other] Alle { $count } normen voor een { $rung } die van toepassing zijn, zijn voldaan.
}
why-base-fails = Niet voldaan voor een { $rung }: { $norms }. Daarmee blijft de score onder de { $rung }.
why-base-fails-alone = Niet voldaan voor een { $rung }: { $norms }.
why-open = Open op trede { $rung }: { $norms }.
why-follows = { $count ->
    [one] { $norms } is open, maar kan alleen nog voldaan zijn: de norm erboven is voldaan.
   *[other] { $norms } zijn open, maar kunnen alleen nog voldaan zijn: de normen erboven zijn voldaan.
}
why-deficiency-follows = { $count ->
    [one] { $norms } is open, maar het gebrek kan alleen nog afwezig zijn: trede { $rung } ernaast is voldaan.
   *[other] { $norms } zijn open, maar de gebreken kunnen alleen nog afwezig zijn: trede { $rung } ernaast is voldaan.
}
why-no-deficiency = Geen gebrek van trede 1 is aanwezig.
why-every-deficiency = { $count ->
    [one] Het enige gebrek van trede 1 dat van toepassing is, is aanwezig: { $norms }.
    [2] Beide gebreken van trede 1 die van toepassing zijn, zijn aanwezig: { $norms }.
   *[other] Alle { $count } gebreken van trede 1 die van toepassing zijn, zijn aanwezig: { $norms }.
}
why-some-deficiencies = { $count } van { $applicable } gebreken van trede 1 aanwezig: { $norms }.{ $policy ->
    [assessor_settles] {" "}Gekozen lezing: de beoordelaar stelt vast of het een 1 is of een { $between }.
    [any_deficiency] {" "}Gekozen lezing: één gebrek geeft een 1.
    [all_deficiencies] {" "}Gekozen lezing: pas als alle gebreken aanwezig zijn is het een 1.
   *[none] { "" }
}
why-deficiency-beside = Gebrek aanwezig terwijl trede { $rung } is voldaan: { $norms }. Dit is een waarschuwing; de score verandert er niet door.
why-upper-holds = { $count ->
    [one] Ook de enige norm voor een { $rung } die van toepassing is, is voldaan.
    [2] Ook beide normen voor een { $rung } die van toepassing zijn, zijn voldaan.
   *[other] Ook alle { $count } normen voor een { $rung } die van toepassing zijn, zijn voldaan.
}
why-lifts = { $count ->
    [one] { $norms } tilt het onderdeel boven een { $level }.
   *[other] { $norms } tillen het onderdeel boven een { $level }.
}
why-upper-holds-in-part = Voldaan op trede { $rung }: { $norms }. Dat telt pas als ook de andere normen van die trede zijn voldaan.
why-upper-fails = Niet voldaan voor een { $rung }: { $norms }.
why-partly = Deels voldaan op trede { $rung }: { $norms }.{ $between ->
    [0] { "" }
   *[other] {" "}Dat is een teken van een { $levels }, geen bewijs.
}
why-twins-do-not-lift = { $count ->
    [one] { $norms } is gelijk aan zijn norm op een lagere trede en tilt niet.
   *[other] { $norms } zijn gelijk aan hun norm op een lagere trede en tillen niet.
}
why-nothing-lifts = Geen norm van trede { $rung } die meer vraagt dan de trede eronder is van toepassing.
why-rung-is-empty = Op trede { $rung } is geen norm van toepassing; een { $level } is daarom niet haalbaar.
why-ends = Hoger dan een { $level } kan dit onderdeel niet komen: daarboven is geen norm van toepassing.
why-left-out = Niet van toepassing en dus niet meegeteld: { $norms }.
why-settled = De beoordelaar heeft een { $level } vastgesteld.
why-lapsed = De vastgestelde { $level } past niet meer bij de bevindingen en telt nu niet.

headline-contradiction = Tegenspraak: eerst oplossen
headline-not-applicable = Niet van toepassing: geen score
headline-settled = Vastgesteld op een { $level }
headline-determined = Dit is een { $level }
headline-to-settle = U stelt vast: { $levels }
headline-interval = { $count ->
    [one] Nog 1 norm bepaalt of dit een { $levels } is
   *[other] Nog { $count } normen bepalen of dit een { $levels } is
}

way-up-any = Naar een { $level }: { $norms }.
way-up-all = Naar een { $level }: { $norms }.

warning-above = { $norms }: trede { $higher } is voldaan en trede { $lower } niet. Dat kan, maar kijk er nog eens naar.
warning-above-deficiency = { $norms }: trede { $higher } is voldaan en het gebrek is aanwezig. Dat kan, maar kijk er nog eens naar.
warning-negation = { $norms }: deze normen zijn elkaars tegendeel en toch allebei ontkend. Kijk er nog eens naar.

refusal-unknown-norm = Norm { $norm } staat niet in dit normenkader.
refusal-unknown-part = Onderdeel { $part } staat niet in dit normenkader.
refusal-partly-not-allowed = ‘Deels’ kan niet bij { $norm }: alleen bij normen boven de laagste trede die meer vragen dan de trede eronder.
refusal-rationale-needed = { $norm }: bij ‘{ $verdict }’ hoort meteen een toelichting. Schrijf eerst waarom.
refusal-reason-needed = Geef een reden; zonder reden wordt dit niet vastgelegd.
refusal-not-admissible = Onderdeel { $part } kan niet op { $level } worden vastgesteld; de bevindingen laten toe: { $levels }.
refusal-nothing-to-settle = Onderdeel { $part } kan nu niet worden vastgesteld ({ $status }).
refusal-final = De beoordeling van perspectief { $perspective } is definitief. Heropen haar met een reden om nog iets te wijzigen.
refusal-not-final = De beoordeling van perspectief { $perspective } is niet definitief.
refusal-not-complete = Nog niet volledig: { $count ->
    [one] 1 norm staat
   *[other] { $count } normen staan
} nog open ({ $norms }).
refusal-not-settled = Nog niet volledig: { $count ->
    [one] onderdeel { $parts } heeft
   *[other] de onderdelen { $parts } hebben
} nog geen score. Stel die vast, of los de tegenspraak op.
refusal-rationales-missing = De toelichting ontbreekt bij { $norms }. Vul die eerst aan.
refusal-cover-subject = Vul de naam van de aanbieder in.
refusal-cover-kvk = Een KvK-nummer heeft acht cijfers.
refusal-cover-period = Vul de periode in.
refusal-assessor-unnamed = Vul de naam van de beoordelaar in.
refusal-text-too-long = Deze tekst is te lang; er kunnen hoogstens { $most } tekens in. Kort hem in of verwijs naar een document.
refusal-other-subject = Dit bestand gaat over { $subject }, een andere aanbieder. Er is niets overgenomen.
refusal-nothing-to-undo = Er is niets om ongedaan te maken.
refusal-nothing-to-redo = Er is niets om opnieuw te doen.
refusal-nothing-changes = Er verandert niets.
percent = { $number }{"\u00A0"}%
