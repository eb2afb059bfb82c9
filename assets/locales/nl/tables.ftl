# De beoordeling als tabellen: een werkblad (xlsx) en een tekstbestand (csv).

table-title = { $subject }, { $period } ({ $perspective })
table-sheet-summary = Samenvatting
table-sheet-findings = Bevindingen
table-sheet-attention = Aandacht

table-part = Nr.
table-name = Thema of onderdeel
table-theme-weight = Gewicht in totaal
table-weight-in-theme = Gewicht in thema
table-lowest = Laagste score
table-highest = Hoogste score
table-settled = Vastgesteld
table-status = Status
table-remark = Opmerking
table-leaves-mean = Het onderdeel telt niet mee in het gemiddelde van het thema.
table-no-theme-score = Geen score: geen enkel onderdeel van dit thema kan worden gescoord.
table-no-theme-score-contradiction = { $count ->
    [one] Geen score: los eerst de tegenspraak in onderdeel { $parts } op.
   *[other] Geen score: los eerst de tegenspraak in de onderdelen { $parts } op.
}
table-total-how = Som van gewicht × score van de thema’s.
table-rounded = Afgerond op één decimaal, halven naar boven
table-subject = Aanbieder
table-policy = Keuze bij gebreken
table-log-hash = Controlegetal logboek
table-log-count = Gebeurtenissen in het logboek
table-made = Gemaakt op

table-part-title = Onderdeel
table-part-weight = Gewicht van het onderdeel in het totaal
table-aspect = Aspect
table-norm = Norm
table-rung = Trede
table-text = Omschrijving
table-verdict = Bevinding
table-verdict-code = Code
table-rationale = Toelichting
table-evidence = Bewijs

table-kind = Soort
table-norms = Normen
table-what = Wat er is
table-kind-alert = signaal los van de score
table-kind-contradiction = tegenspraak
table-kind-warning = waarschuwing
table-kind-lapsed = vervallen vaststelling
table-kind-missing = toelichting ontbreekt
table-kind-open = open norm
table-kind-undetermined = niet vast te stellen
table-kind-nothing = geen
table-nothing = Er is niets dat aandacht vraagt.
table-missing-rationale = Zonder toelichting kan de beoordeling niet definitief worden.
table-decisive = Bepalend voor de score. { $text }

table-note-shown = [Trede: { $count ->
    [one] 1 verborgen teken is zichtbaar gemaakt
   *[other] { $count } verborgen tekens zijn zichtbaar gemaakt
}.]
table-note-shortened = [Trede: ingekort. De tekst heeft { $count } tekens, meer dan een cel kan bevatten; het uitwisselbestand heeft hem helemaal.]
table-told-shown = { $cell }: { $count ->
    [one] 1 verborgen teken is zichtbaar gemaakt
   *[other] { $count } verborgen tekens zijn zichtbaar gemaakt
}.
table-told-shortened = { $cell }: de tekst van { $count } tekens past niet in een cel en is ingekort. Het uitwisselbestand heeft hem helemaal.

arg-export-format = De vorm van het bestand: ron of json (uitwisseling), csv of xlsx (tabellen)
value-export-format = VORM
cli-export-needs-out = Een tabel gaat naar een bestand. Geef met --out een naam, zoals --out beoordeling.{ $format }.

cli-schema = Toont het JSON-schema van een uitwisselbestand, van score --json of van een mislukte opdracht
arg-schema = Welk: exchange (uitwisselbestand), score of failure (mislukte opdracht)
value-schema = SCHEMA
