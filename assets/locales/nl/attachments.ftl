# Files that are attached to a finding.
size-bytes = { $number ->
    [one] 1{"\u00A0"}byte
   *[other] { $number }{"\u00A0"}bytes
}
size-kilobytes = { $number }{"\u00A0"}kB
size-megabytes = { $number }{"\u00A0"}MB
attached-file = { $name } ({ $size })
attached-file-hashed = { $name } ({ $size }, sha256 { $sha256 }…)
attach-limits = Hoogstens { $file } per bestand en { $together } samen; nu { $stored }. Trede kijkt niet in de bestanden: let zelf op nummers van personen.
attach-too-large = { $file } is groter dan { $most }. Er is niets bijgevoegd. Maak een kleiner bestand of verwijs ernaar bij het bewijs.
attach-too-much = Samen is dit te groot: er staat { $stored } in de beoordeling, er zou { $size } bij komen, en { $most } is de grens. Er is niets bijgevoegd. Bestanden die u hebt weggehaald tellen mee, omdat u dat ongedaan kunt maken.
attach-not-plain = { $file } is geen gewoon bestand maar een verwijzing of een apparaat. Kies het bestand zelf.
attach-cancelled = Het bijvoegen is afgebroken. Er is niets bijgevoegd.
attach-not-here = { $name } is een bestand dat niet in dit dossier staat: alleen de naam kwam mee met een uitwisselbestand. Vraag het bestand aan de maker daarvan.
attach-changed = { $name } is beschadigd: de inhoud past niet meer bij het controlegetal. Het bestand wordt niet geopend. Voeg het opnieuw bij of zet een reservekopie van de beoordeling terug.
attach-closed = De beoordeling is intussen gesloten. Er is niets bijgevoegd.
refusal-too-many-attached = Bij één norm passen hoogstens { $most } bestanden. Er is niets bijgevoegd.
event-attached = { $norm }, bestanden ({ $perspective })

# The panel of a norm.
attached-title = Bestanden
attach-button = Bestand toevoegen
command-attach = Bestand toevoegen
attach-hint = Of sleep bestanden naar dit venster.
attach-reading = { $read } van { $all } gelezen …
attach-cancel = Afbreken
attached-not-here = bestand niet in dit dossier
attached-open = Openen
attached-open-name = { $name } openen
attached-save = Opslaan
attached-save-name = { $name } opslaan als
attached-remove = Weghalen
attached-remove-name = { $name } weghalen bij { $norm }
attach-done = { $count ->
    [one] Bijgevoegd bij { $norm }: 1 bestand.
   *[other] Bijgevoegd bij { $norm }: { $count } bestanden.
}
attach-known = Dit bestand stond al bij { $norm }.
attach-busy = Er worden al bestanden bijgevoegd. Wacht tot dat klaar is of breek het af.
attach-other-open = De beoordeling is intussen gesloten; { $count ->
    [one] het bestand is
   *[other] de bestanden zijn
} niet bijgevoegd.
attached-saved = Opgeslagen: { $file }
attached-opened = { $name } is geopend als kopie die u niet kunt wijzigen.
attached-no-document = { $name } wordt niet geopend: Trede opent alleen documenten, afbeeldingen en opnamen. Sla het op en bekijk het zelf.
attach-empty = Bijgevoegd bij { $norm }, maar { $name } is leeg (0 bytes). Is dat het goede bestand?
dialog-attach = Bestand toevoegen
dialog-attach-to = Bestand toevoegen bij { $norm }
dialog-save-attached = Bijgevoegd bestand opslaan als
dropped-title = Wat wilt u met { $file } doen?
dropped-attach = Bijvoegen bij { $norm }
dropped-open = Openen in Trede
dropped-cancel = Niets doen
dropped-needs-norm = Kies eerst een norm; daarna kunt u het bestand bijvoegen.

# The report and the command line.
report-attached = Bestand: { $file }
report-attached-heading = Bijgevoegde bestanden
report-attached-lead = Deze bestanden staan in de beoordeling en niet in dit rapport. Het controlegetal (SHA-256) wijst elk bestand aan: één gewijzigde letter geeft een ander getal.
report-attached-line = { $size }, bij { $norms }. SHA-256:
cli-attach = Voegt een bestand bij aan de bevinding over een norm
cli-attached = Toont de bijgevoegde bestanden, of schrijft er een
arg-norm = De norm, zoals IV.3.2
arg-path = Het bestand dat wordt bijgevoegd
arg-extract = De eerste acht of meer cijfers van het controlegetal (SHA-256) van het bestand dat geschreven wordt
value-norm = NORM
value-path = PAD
value-extract = SHA256
cli-attached-to = Bijgevoegd bij { $norm }: { $file }
cli-attached-before = Dit bestand stond al bij { $norm }: { $file }
cli-attached-none = Er zijn geen bestanden bijgevoegd.
cli-attached-line = { $norm }  { $file }  { $sha256 }
cli-attached-line-missing = { $norm }  { $file }  { $sha256 }  bestand niet in dit dossier
cli-attached-which = Bij ‘{ $start }’ past { $count ->
    [0] geen bijgevoegd bestand
   *[other] meer dan één bijgevoegd bestand
}. Geef ten minste acht cijfers van een controlegetal uit: trede attached { $file }
