report-brand = Trede
report-page = { $page } van { $pages }
report-concept = CONCEPT
report-concept-why = CONCEPT. Deze beoordeling is nog niet definitief; de scores kunnen nog veranderen.
report-none = niet opgegeven
report-standing = Aard
report-not-afm = geen uitgave van de AFM; normen in de woorden van het normenkader

report-framework = Normenkader
report-framework-hash = Vingerafdruk kader
report-version = versie
report-kvk = KvK-nummer
report-period = Periode
report-perspective = Perspectief
report-assessor = Beoordelaar
report-date = Datum
report-is-final = definitief
report-is-concept = concept
report-log = Logboek
report-log-count = { $count ->
    [one] 1 gebeurtenis, controlegetal
   *[other] { $count } gebeurtenissen, controlegetal
}

report-total-complete = Totaalscore, volledig beoordeeld
report-total-incomplete = Totaalscore, nog niet volledig beoordeeld
report-total-how = { $total } = { $sum }, halven naar boven afgerond.
report-total-none = Er is geen totaalscore: een thema heeft geen score. Er wordt niet stilzwijgend anders gewogen.
report-alert = Signaal los van de score. { $title } ({ $norms }).
report-alert-mark = signaal
report-score-spoken = Score: { $status }

report-column-part = Nr.
report-column-title = Onderdeel
report-column-status = Status
report-column-score = Score
report-column-norm = Norm
report-column-text = Omschrijving
report-column-finding = Bevinding
report-column-rationale = Toelichting
report-column-policy = Onderwerp
report-column-source-says = Wat de bron zegt
report-column-choice = Keuze in dit rapport
report-column-meaning = Betekenis

report-why = Waarom deze score
report-admissible = Mogelijke scores: { $levels }.
report-admissible-none = Er is geen mogelijke score.
report-decisive = Bepalend zijn: { $norms }.
report-settlement = Vastgesteld op { $level } door de beoordelaar.
report-settlement-lapsed = Eerder vastgesteld op { $level }; dat past niet meer bij de bevindingen en telt nu niet.
report-rung-deficiencies = Trede { $rung } (gebreken)
report-rung-requirements = Trede { $rung } (eisen voor een { $rung })
report-evidence = Bewijs: { $evidence }
report-twin = Gelijk aan { $norm }; één keer beoordeeld.
report-footnotes = Voetnoten
report-notes = Keuzes die het kader openlaat

report-open = Open normen
report-open-none = Alle normen zijn beoordeeld en geen enkele is ‘niet vast te stellen’.
report-open-part = Onderdeel { $part }: { $norms } ({ $count } open of niet vast te stellen).
report-policies = Keuzes waarmee is gerekend
report-policies-lead = De bron laat op deze punten ruimte. Hier staat wat zij zegt en wat in dit rapport geldt.
report-policy-in-force = In dit rapport: { $policy }.
report-general-notes = Onduidelijkheden in het kader als geheel
report-scale = De schaal
report-scale-lead = Plaats in de bron: { $place }. { $source }
report-silent = Waarover de bron zwijgt

report-signature = Ondertekening
report-signer = Ondertekenaar
report-unsigned = dit rapport is zonder handtekening gemaakt
report-fingerprint = Vingerafdruk certificaat
report-made = Gemaakt op
report-program = Gemaakt met
report-field-assessor = beoordelaar
report-field-second-reader = Tweede lezer
report-field-empty = nog te ondertekenen
report-field-assessor-description = Handtekening van de beoordelaar
report-field-second-reader-description = Handtekening van de tweede lezer
report-unsigned-kind = Dit rapport is niet ondertekend. Aan het bestand is niet te zien wie het heeft gemaakt, en ook niet of het sindsdien is gewijzigd.
report-signature-kind = Dit is geen gekwalificeerde elektronische handtekening. Zij bewijst dat het rapport sinds het ondertekenen niet is gewijzigd; wie de ondertekenaar is, blijkt pas als u zijn certificaat van hemzelf hebt gekregen.
report-signature-warning = Een PDF-lezer kan melden dat de ondertekenaar onbekend is. Dat komt doordat het certificaat door de ondertekenaar zelf is gemaakt en niet op de lijst van die lezer staat; het rapport is daarmee niet minder gaaf.
report-signature-check = Controleer dit rapport met Trede: kies ‘Rapport controleren’, of geef de opdracht trede verify met dit bestand. Vergelijk de vingerafdruk hierboven met die van de ondertekenaar, langs een andere weg dan dit bestand.
report-signature-inside = De beoordeling reist als bijlage in dit bestand mee. Trede rekent haar bij het controleren opnieuw door en vergelijkt de uitkomst met wat op de bladzijden staat.
report-file-assessment = De beoordeling als uitwisselbestand
report-file-framework = Het normenkader waarmee is beoordeeld
report-file-parameters = Gegevens waarmee dit rapport opnieuw te maken is
