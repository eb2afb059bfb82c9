# What stays inside the house.

internal-rationale = Toelichting is intern
internal-rationale-name = Toelichting bij { $norm } is intern
internal-about = Intern: deze tekst gaat nooit mee in een rapport, tabel of uitwisselbestand.
internal-evidence = Intern bewijs
internal-evidence-name = Intern bewijs bij { $norm }
internal-evidence-hint = Verwijzingen die binnenshuis blijven, één per regel
internal-evidence-short = Intern: { $evidence }
internal-evidence-box = Bewijs ‘{ $evidence }’ bij { $norm } is intern
internal-file = Bestand is intern
internal-file-name = { $name } bij { $norm } is intern
internal-marked = { $text } [intern]
command-internal = Toelichting intern, of niet meer
command-internal-evidence = Naar het interne bewijs

event-internal-rationale = { $norm }, toelichting intern ({ $perspective })
event-internal-evidence = { $norm }, intern bewijs ({ $perspective })
event-internal-files = { $norm }, interne bestanden ({ $perspective })
event-withheld = { $norm }, niet meegekregen ({ $perspective })
step-internal = { $norm }: wat intern is
step-internal-evidence = { $norm }: intern bewijs

withheld = Intern gehouden en hier weggelaten: { $what }.
withheld-rationale = toelichting
withheld-evidence = bewijs
withheld-attached = bestanden

# The command line.
cli-internal = Houdt een toelichting, bewijs of een bestand binnenshuis
arg-rationale = De toelichting is intern
arg-evidence = Een verwijzing die intern is, zoals zij bij de bevinding staat
arg-attached = De eerste acht of meer cijfers van het controlegetal (SHA-256) van een bijgevoegd bestand dat intern is
arg-undo = Niet meer intern
value-evidence = TEKST
value-attached = SHA256
cli-internal-what = Zeg wat intern is: --rationale, --evidence of --attached
cli-internal-evidence-missing = Bij { $norm } staat geen bewijs ‘{ $evidence }’. Geef de hele tekst, zoals hij daar staat.
cli-internal-rationale = Intern bij { $norm }: de toelichting
cli-internal-evidence = Intern bij { $norm }: bewijs ‘{ $evidence }’
cli-internal-file = Intern bij { $norm }: bestand { $file }
cli-internal-nothing = Bij { $norm } is niets intern.
