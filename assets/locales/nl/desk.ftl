# Finding.
find-title = Norm zoeken
find-hint = Nummer of woorden, bijvoorbeeld V.5.3 of proactief
find-all = Alles { $count }
find-norms = Normen { $count }
find-rationales = Toelichtingen { $count }
find-evidence = Bewijs { $count }
find-notes = Notities { $count }
find-first = De eerste { $shown } van { $count }. Typ meer om minder te vinden.
find-in-norm = norm
find-in-rationale = toelichting
find-in-evidence = bewijs
find-in-settlement = reden van de vaststelling
find-in-note = wat de bron openlaat
find-other-side = { $place } ({ $perspective })
nothing-found = Niets gevonden. Probeer minder woorden of een deel van een woord; hoofdletters en accenten maken niet uit.

# Steps that can be undone.
step-verdict = { $norm } { $verdict }
step-rationale = toelichting bij { $norm }
step-rationale-gone = toelichting bij { $norm } weggehaald
step-evidence = bewijs bij { $norm }
step-other-norm = { $norm } gewijzigd
step-norms = { $more ->
    [one] { $first } en 1 andere norm
   *[other] { $first } en { $more } andere normen
}
step-cover = voorblad
step-assessor = beoordelaar
step-policy = keuze over gebreken
step-settled = onderdeel { $part } vastgesteld op een { $level }
step-settled-back = vaststelling van onderdeel { $part } teruggenomen
step-other = wijziging
step-other-side = { $step } ({ $perspective })
undo-step = Ongedaan maken: { $step }
redo-step = Opnieuw doen: { $step }
history-title = Stappen
history-about = Kies een stap om daarheen terug of vooruit te gaan. Er gaat niets verloren: het logboek bewaart ook wat u terugneemt.
history-empty = Er is nog niets om ongedaan te maken. Wat u hierna vastlegt komt hier te staan. Definitief maken sluit de stappen van daarvoor af.
history-begin = Begin
history-here = { $step } – u bent hier
history-saving = wordt bewaard …
history-when = { $when } · { $who }
history-back = Terug naar { $step }, { $when }
history-forward = Vooruit naar { $step }, { $when }
history-now = Hier bent u: { $step }, { $when }
history-log = Naar het logboek
command-history = Stappen terug en vooruit

# Messages.
technical-message = Technische melding:
messages-title = Meldingen
messages-about = Wat Trede sinds de start heeft gemeld, het nieuwste boven; hoogstens { $most }.
messages-none = Er is nog niets gemeld. Wat onder in het venster verschijnt leest u hier terug.
messages-done = { $when } · gedaan
messages-problem = { $when } · probleem
messages-unfold = Technische gegevens tonen
messages-fold = Technische gegevens verbergen
messages-copy = Gegevens kopiëren
command-messages = Meldingen teruglezen

# Contrast and size.
settings-contrast = Contrast
settings-contrast-normal = Gewoon
settings-contrast-strong = Hoog: zwart, wit en duidelijke lijnen
settings-zoom = Grootte
settings-zoom-now = Nu { $percent } %.
command-contrast = Hoog contrast aan of uit

# Several assessments in one window.
window-title = { $subject } – { $file } – Trede
tabs-name = { $subject }, { $file }
tabs-name-unsaved = { $subject }, { $file }: niet bewaard
tabs-close = { $subject } ({ $file }) sluiten
tabs-now = U werkt nu aan { $subject } ({ $file }).
tabs-full = Er zijn al { $most } beoordelingen open. Sluit er eerst een met Ctrl W.
tabs-gone = De beoordeling waarvoor dit bestand werd gevraagd is intussen gesloten. Er is niets mee gedaan.
tabs-report-under-way = Het rapport van deze beoordeling wordt nog gemaakt. Sluit haar als het klaar is.
command-next-tab = Volgende open beoordeling
command-previous-tab = Vorige open beoordeling
