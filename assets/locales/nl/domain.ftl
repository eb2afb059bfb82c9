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

exceeds-one-assessor-settles = de beoordelaar stelt een 1 of een 2 vast
exceeds-one-any-deficiency = één gebrek geeft een 1
exceeds-one-all-deficiencies = pas als alle gebreken aanwezig zijn is het een 1

why-contradiction = { $norms } spreken elkaar tegen; los dit eerst op.
why-no-three-applicable = Geen enkele norm van trede 3 is van toepassing, dus dit onderdeel krijgt geen score.
why-all-three-hold = { $count ->
    [one] De enige norm voor een 3 die van toepassing is, is voldaan.
    [2] Beide normen voor een 3 die van toepassing zijn, zijn voldaan.
   *[other] Alle { $count } normen voor een 3 die van toepassing zijn, zijn voldaan.
}
why-three-fails = Niet voldaan voor een 3: { $norms }. Daarmee blijft de score onder de 3.
why-three-open = Open op trede 3: { $norms }.
why-three-follows = { $count ->
    [one] { $norms } is open, maar kan alleen nog voldaan zijn: de norm erboven op trede 5 is voldaan.
   *[other] { $norms } zijn open, maar kunnen alleen nog voldaan zijn: de normen erboven op trede 5 zijn voldaan.
}
why-deficiency-follows = { $count ->
    [one] { $norms } is open, maar het gebrek kan alleen nog afwezig zijn: trede 3 ernaast is voldaan.
   *[other] { $norms } zijn open, maar de gebreken kunnen alleen nog afwezig zijn: trede 3 ernaast is voldaan.
}
why-no-deficiency = Geen gebrek van trede 1 is aanwezig.
why-every-deficiency = { $count ->
    [one] Het enige gebrek van trede 1 dat van toepassing is, is aanwezig: { $norms }.
    [2] Beide gebreken van trede 1 die van toepassing zijn, zijn aanwezig: { $norms }.
   *[other] Alle { $count } gebreken van trede 1 die van toepassing zijn, zijn aanwezig: { $norms }.
}
why-some-deficiencies = { $count } van { $applicable } gebreken van trede 1 aanwezig: { $norms }. Keuze S-03: { $policy }.
why-deficiency-beside-three = Gebrek aanwezig terwijl trede 3 is voldaan: { $norms }. Dit is een waarschuwing; de score verandert er niet door.
why-deficiency-open = Open op trede 1: { $norms }.
why-all-five-hold = { $count ->
    [one] Ook de enige norm voor een 5 die van toepassing is, is voldaan.
    [2] Ook beide normen voor een 5 die van toepassing zijn, zijn voldaan.
   *[other] Ook alle { $count } normen voor een 5 die van toepassing zijn, zijn voldaan.
}
why-five-lifts = { $count ->
    [one] { $norms } tilt het onderdeel boven een 3.
   *[other] { $norms } tillen het onderdeel boven een 3.
}
why-five-fails = Niet voldaan voor een 5: { $norms }.
why-five-partly = Deels voldaan op trede 5: { $norms }. Dat is een teken van een 4, geen bewijs.
why-five-open = Open op trede 5: { $norms }.
why-twins-do-not-lift = { $count ->
    [one] { $norms } is gelijk aan zijn norm op trede 3 en tilt niet.
   *[other] { $norms } zijn gelijk aan hun norm op trede 3 en tillen niet.
}
why-nothing-lifts = Geen norm van trede 5 die 5 van 3 onderscheidt is van toepassing; het onderdeel eindigt bij een 3.
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

warning-row-5-3 = { $norms }: trede 5 is voldaan en trede 3 niet. Dat kan, maar kijk er nog eens naar.
warning-row-3-1 = { $norms }: trede 3 is voldaan en het gebrek is aanwezig. Dat kan, maar kijk er nog eens naar.
warning-negation-3-1 = { $norms }: deze twee zijn elkaars tegendeel en toch allebei ontkend. Kijk er nog eens naar.

refusal-unknown-norm = Norm { $norm } staat niet in dit normenkader.
refusal-unknown-part = Onderdeel { $part } staat niet in dit normenkader.
refusal-partly-not-allowed = ‘Deels’ kan niet bij { $norm }: alleen bij normen van trede 5 die 5 van 3 onderscheiden.
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
refusal-other-subject = Dit bestand gaat over een andere aanbieder: { $subject }. Er is niets overgenomen.
refusal-nothing-to-undo = Er is niets om ongedaan te maken.
refusal-nothing-to-redo = Er is niets om opnieuw te doen.
refusal-nothing-changes = Er verandert niets.
