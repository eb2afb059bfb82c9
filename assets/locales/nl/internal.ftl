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
