# Finding.
find-title = Zoeken
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
step-attached = bestand bij { $norm }
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
undone-step = Ongedaan gemaakt: { $step }. Terughalen kan met { $keys }.
redone-step = Opnieuw gedaan: { $step }. Terugnemen kan met { $keys }.
undo-step = Ongedaan maken: { $step }
redo-step = Opnieuw doen: { $step }
history-title = Stappen
history-about = Kies een stap om daarheen terug of vooruit te gaan. Het logboek bewaart ook wat u terugneemt. Vooruit kan tot u iets nieuws vastlegt.
history-empty = Er is nog niets om ongedaan te maken. Wat u hierna vastlegt, komt hier te staan. Definitief maken sluit de stappen van daarvoor af.
history-final = Deze beoordeling is definitief. De stappen van daarvoor kunt u niet meer terugnemen. Heropen haar in het overzicht om verder te werken.
history-begin = Begin
history-confirm = { $count ->
    [one] Dit neemt de eerste stap terug: alles wat daarmee is vastgelegd. Terug kan, tot u iets nieuws vastlegt; daarna staat het alleen nog in het logboek.
   *[other] Dit neemt { $count } stappen terug. Weer vooruit kan, tot u iets nieuws vastlegt; daarna staan zij alleen nog in het logboek.
}
history-confirm-yes = Ja, terugnemen
history-here = { $step } – u bent hier
history-saving = wordt bewaard …
history-when = { $when } · { $who }
history-back = Terug naar { $step }, { $when }
history-forward = Vooruit naar { $step }, { $when }
history-now = Hier bent u: { $step }, { $when }
history-log = Naar het logboek
history-confirm-title = Stappen terugnemen?
command-history = Stappen terug en vooruit

# Messages.
technical-message = Technische melding:
messages-title = Meldingen
messages-about = Wat Trede sinds de start heeft gemeld, het nieuwste boven; hoogstens { $most }.
messages-none = Er is nog niets gemeld. Wat onder in het venster verschijnt, leest u hier terug.
messages-done = { $when } · gedaan
messages-problem = { $when } · probleem
messages-unfold = Technische gegevens tonen
messages-fold = Technische gegevens verbergen
problems-unfold = Alle problemen tonen
problems-fold = Alle problemen verbergen
all-problems = Alle problemen:
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
closing-waits = Bij { $norm } ontbreekt de toelichting nog. Zonder toelichting wordt uw oordeel niet bewaard. Vul het aan. Als u nog een keer sluit, vervalt het.
closing-waits-number = In de tekst bij { $norm } staat een nummer van een persoon. Haal het weg of zeg waarom het moet blijven. Als u nog een keer sluit, wordt het nummer weggelaten.
tabs-report-under-way = Het rapport van deze beoordeling wordt nog gemaakt. Sluit de beoordeling als het klaar is.
command-next-tab = Volgende open beoordeling
command-previous-tab = Vorige open beoordeling

# The tour.
command-tour = Rondleiding
tour-step = Rondleiding, stap { $step } van { $all }
tour-parts-title = De onderdelen
tour-parts = Hier staan de onderdelen met hun score. Staat er 2–4, dan zijn die scores nog mogelijk. Klik op een onderdeel om het te beoordelen.
tour-cell-title = Een norm
tour-cell = Dit is de gekozen norm. Druk op J voor ja of N voor nee, of klik. Nog een klik, of Backspace, maakt de norm weer open. Met de pijltjes gaat u van norm naar norm.
tour-why-title = Waarom deze score
tour-why = Hier leest u hoe de score tot stand komt en wat er nodig is voor een hogere. Daaronder schrijft u een toelichting en noemt u het bewijs.
tour-next = Volgende stap
tour-skip = Rondleiding overslaan
tour-done = Aan de slag

# Empty places.
overview-nothing-judged = U hebt hier nog niets beoordeeld. Begin bij de eerste norm; de scores komen vanzelf.
overview-begin = Naar de eerste norm

# The file is gone.
file-replaced = { $file } is intussen vervangen door een ander bestand.
dialog-copy = Kopie bewaren als
trouble-missing = ⚠ Het bestand van deze beoordeling is weg: { $file } is verplaatst of verwijderd. Alles staat nog in dit venster. Bewaar een kopie; u gaat daarin verder.
trouble-replaced = ⚠ Op de plaats van deze beoordeling ligt een ander bestand: { $file }. Alles staat nog in dit venster. Bewaar een kopie ergens anders; u gaat daarin verder.
trouble-copy = Kopie bewaren …
trouble-moved = Alles is bewaard. U gaat verder in { $file }.
log-earlier = de klok stond hier eerder dan bij de gebeurtenis ervoor; de nummers geven de volgorde
