# The audit log in words.
event-subject = aanbieder
event-kvk = KvK-nummer
event-period = periode
event-assessor = beoordelaar ({ $perspective })
event-policy = keuze over gebreken ({ $perspective })
event-verdict = { $norm }, oordeel ({ $perspective })
event-rationale = { $norm }, toelichting ({ $perspective })
event-evidence = { $norm }, bewijs ({ $perspective })
event-settlement = onderdeel { $part }, vastgesteld ({ $perspective })
event-settled = { $level }: { $rationale }
event-final = definitief ({ $perspective })
event-yes = ja
event-no = nee
event-nothing = (niets)

# The log on screen.
log-more = Alles tonen
log-less = Minder tonen
log-title = Logboek
log-verified = { $count ->
    [one] 1 gebeurtenis; de keten van controlegetallen klopt van de eerste tot de laatste.
   *[other] { $count } gebeurtenissen; de keten van controlegetallen klopt van de eerste tot de laatste.
}
log-head = Stand van het logboek (sha256): { $sha256 }
log-broken = Het logboek klopt niet. { $reason }

# Forms.
form-back = ← Terug
form-cancel = Annuleren
form-typed-path = { $what }: typ een pad
form-typed-path-hint = Typ waar het bestand staat
form-typed-path-hint-save = Typ waar het bestand komt
form-typed-path-hint-folder = Typ de map
form-take-path = Gebruik dit
form-take-path-name = { $what }: neem het getypte pad
form-exists = { $file } bestaat al en wordt niet overschreven. Kies een andere plek.

# Asking for files.
dialog-open = Beoordeling openen
dialog-new = Nieuwe beoordeling bewaren als
dialog-example = Map voor het voorbeeld
dialog-import = Uitwisselbestand inlezen
dialog-export = Bevindingen schrijven
dialog-report = Rapport bewaren als
dialog-verify = Rapport controleren
dialog-trust = Certificaat van een ondertekenaar
dialog-compare-log = Beoordeling bij dit rapport
dialog-any = Beoordeling of rapport openen
confirm-no = Nee, niets doen
confirm-replace-title = Bestand vervangen?
confirm-replace = { $file } bestaat al. Als u het vervangt, is de oude inhoud weg.
confirm-replace-yes = Ja, vervangen
take-needs-assessment = Open eerst een beoordeling; daarna kan dit uitwisselbestand worden ingelezen.
take-unknown = { $file } kan Trede niet openen. Kies een beoordeling (.trede), een rapport (.pdf) of een uitwisselbestand (.ron, .json).
show-failed = { $file } kan niet worden geopend met een ander programma. Het bestand staat er wel: open het zelf vanuit uw bestandsbeheer. Technische melding: { $detail }.
stop-work = Stoppen
work-stopped = Gestopt. Er is niets geschreven.
job-lost = Het werk is onverwacht afgebroken. Er is niets gewijzigd; probeer het opnieuw.
settings-set-aside = De instellingen waren niet te lezen en zijn bewaard als { $file }. Trede begint met de gewone instellingen.
settings-not-kept = De instellingen konden niet worden bewaard. { $reason }

settings-title = Instellingen
settings-appearance = Kleuren
settings-appearance-system = Zoals het systeem
settings-appearance-light = Licht
settings-appearance-dark = Donker
settings-language = Taal
settings-language-nl = Nederlands
settings-language-en = English
settings-size = Groter en kleiner: Ctrl + en Ctrl -. Met Ctrl 0 is alles weer gewoon.

# The first screen.
start-title = Trede
start-about = Beoordeel norm voor norm hoe een aanbieder van hypotheken omgaat met klanten met een betalingsachterstand, en maak een ondertekend rapport.
start-new = Nieuwe beoordeling
start-new-about = Kies een normenkader en een aanbieder.
start-open = Openen
start-open-about = Een bestand dat op .trede eindigt.
start-example = Voorbeeld proberen
start-example-about = Een ingevulde beoordeling van een verzonnen bank.
start-example-elsewhere = In een andere map
start-verify = Rapport controleren
start-verify-about = Is een rapport gaaf, en wie ondertekende het?
start-drop = U kunt een beoordeling, een rapport of een uitwisselbestand ook op dit venster slepen.
start-recent = Onlangs geopend
start-recent-none = Nog niets. Begin met ‘Nieuwe beoordeling’, of kijk eerst rond met ‘Voorbeeld proberen’.
start-missing = niet gevonden
start-forget = Uit de lijst halen
start-forget-name = { $file } uit de lijst halen
start-open-name = { $file } openen
start-frameworks = Ingebouwde normenkaders
start-framework = versie { $version }, sha256 { $sha256 }

# A new assessment.
new-title = Nieuwe beoordeling
new-about = Het normenkader ligt daarna vast. De rest komt op het voorblad en kunt u later nog wijzigen.
new-framework = Normenkader
new-perspective = Perspectief
new-place = Bestand
new-elsewhere = Andere plek kiezen
new-nameless = beoordeling
new-create = Beoordeling maken

# The cover.
cover-title = Voorblad
cover-subject = Aanbieder
hint-cover-subject = Naam van de aanbieder
cover-kvk = KvK-nummer (mag leeg blijven)
hint-cover-kvk = 8 cijfers
cover-period = Periode
hint-cover-period = bijvoorbeeld 2026
cover-name = Naam van de beoordelaar
hint-cover-name = Voor- en achternaam
cover-name-needed = Vul de naam van de beoordelaar in.
who-title = Wie werkt aan deze beoordeling?
who-about = Onder deze naam komt alles wat u wijzigt in het logboek. De beoordelaar in het rapport kiest u op het voorblad.
who-other = Iemand anders
who-take = Werken onder de ingevulde naam
who-line = U werkt als
who-line-name = U werkt als { $who }. Wijzigen
who-nobody = Uw naam is niet bekend
who-choose = Naam kiezen
who-nobody-name = Uw naam is niet bekend. Kies onder welke naam u werkt
who-unknown = naam niet bekend
who-named = { $name }, { $role }
who-name = Uw naam
hint-who-name = Voor- en achternaam
who-name-needed = Vul uw naam in.
cover-role = Rol
hint-cover-role = bijvoorbeeld toezichthouder
cover-assessor = Beoordelaar, perspectief { $perspective }
cover-source-says = Wat de bron zegt
cover-choice = Wat hier is gekozen
cover-save = Bewaren

# The overview.
overview-title = Overzicht
overview-about = { $subject }, periode { $period }, perspectief { $perspective }.
overview-cover = Voorblad wijzigen
overview-part = Onderdeel
overview-score = Score
overview-norms = Normen
overview-rationales = Zonder toelichting
overview-warnings = Signalen en waarschuwingen
overview-of = { $done } van { $all }
overview-none = –
overview-total = Totaal
overview-unrounded = Niet afgerond: { $score }
overview-alert = Signaal: { $title }
overview-open = Open of niet vast te stellen
overview-open-none = Er staat geen enkele norm open.
overview-look-again = Nog eens naar kijken
overview-look-again-none = Geen tegenspraak, geen waarschuwing en geen ontbrekende toelichting.
overview-to-norm = Ga naar norm { $norm }
overview-final = Afronden
overview-ready = Alles is ingevuld. Definitief maken bevriest de beoordeling van dit perspectief; heropenen kan, met een reden.
overview-lacking = Dit ontbreekt nog:
overview-lacking-open = { $count ->
    [one] 1 norm staat open.
   *[other] { $count } normen staan open.
}
overview-lacking-settled = { $count ->
    [one] Onderdeel { $parts } heeft nog geen score: stel die vast.
   *[other] Onderdelen { $parts } hebben nog geen score: stel die vast.
}
overview-lacking-contradiction = Tegenspraak in { $parts }: los die eerst op.
overview-lacking-rationales = { $count ->
    [one] Bij 1 norm ontbreekt de toelichting.
   *[other] Bij { $count } normen ontbreekt de toelichting.
}
overview-finalize = Definitief maken
overview-final-here = Deze beoordeling is definitief: u kunt lezen, niet wijzigen. Heropenen kan bij ‘Afronden’ op deze bladzijde.
overview-is-final = ✓ Deze beoordeling is definitief en bevroren.
overview-reason = Reden om te heropenen
overview-reason-hint = Waarom moet er nog iets gewijzigd worden?
overview-reopen = Heropenen
overview-exchange = Uitwisselen
overview-exchange-about = Een uitwisselbestand bevat de bevindingen van één perspectief als platte tekst, om tussen aanbieder en toezichthouder uit te wisselen. Werkblad en tabel zijn om mee te tellen en te sorteren; die zijn niet in te lezen.
overview-import = Inlezen
overview-typed-import = Inlezen uit een bestand waarvan u de plaats typt:
overview-typed-export = Schrijven naar een plaats die u typt; de vorm volgt uit .ron, .json, .xlsx of .csv:
overview-export-ron = Schrijven als RON
overview-export-json = Schrijven als JSON
overview-export-xlsx = Schrijven als werkblad (XLSX)
overview-export-csv = Schrijven als tabel (CSV)

# One's own signature.
identity-first = Een rapport draagt uw handtekening, zodat iedereen kan zien dat er niets aan is gewijzigd. U hebt nog geen handtekening op deze computer; die maakt u één keer.
identity-another = Een tweede handtekening, bijvoorbeeld voor een collega op dezelfde computer.
identity-make = Maak uw handtekening
identity-name = Naam
identity-name-help = Zo komt uw naam in het rapport te staan.
identity-passphrase = Wachtwoordzin
identity-passphrase-help = Minstens 8 tekens; een korte zin onthoudt u het best.
identity-again = Nog een keer
identity-differs = De twee wachtwoordzinnen zijn niet gelijk.
identity-loss = Als u de wachtwoordzin kwijtraakt
identity-loss-1 = De zin is niet te herstellen; ook Trede kan hem niet achterhalen.
identity-loss-2 = U maakt dan een nieuwe handtekening en geeft het nieuwe certificaat aan wie uw rapporten controleert.
identity-loss-3 = Rapporten die u eerder ondertekende, blijven geldig.
identity-make-button = Handtekening maken
identity-made = De handtekening van { $name } is gemaakt. Bewaar de wachtwoordzin goed.
identity-making = De handtekening wordt gemaakt …

# The report.
reporting-title = Rapport
reporting-about = Het rapport bevat de beoordeling van één perspectief, met alle normen, toelichtingen en de afleiding van iedere score.
reporting-looking = Handtekeningen worden gezocht …
reporting-perspective = Perspectief
reporting-final = De beoordeling is definitief.
reporting-concept = { $count ->
    [0] De beoordeling is nog niet definitief: op iedere bladzijde komt CONCEPT te staan.
    [one] De beoordeling is nog niet definitief en 1 norm staat open: op iedere bladzijde komt CONCEPT te staan.
   *[other] De beoordeling is nog niet definitief en { $count } normen staan open: op iedere bladzijde komt CONCEPT te staan.
}
reporting-to-overview = Naar het overzicht: wat nog ontbreekt, en definitief maken
reporting-identity = Handtekening
reporting-signer = { $name } (sha256 { $sha256 }…)
reporting-passphrase = Wachtwoordzin van deze handtekening
reporting-another-identity = Andere handtekening maken
reporting-place = Bestand
reporting-make = Rapport maken en ondertekenen
reporting-step-name = Stap { $step } van { $all }
reporting-step-unlock = Handtekening ontgrendelen
reporting-step-make = Bladzijden maken en ondertekenen
reporting-step-write = Bestand schrijven
reporting-step-verify = Controleren wat er geschreven is
reporting-ready = Het rapport staat klaar: ondertekend, en na het schrijven gecontroleerd.
reporting-ready-not-intact = Het rapport is geschreven, maar de controle daarna vond het niet gaaf. Gebruik het niet en maak het opnieuw op een andere plek.
reporting-open = Rapport openen
reporting-verify = Controleren
reporting-copy-path = Pad kopiëren
reporting-hand-out = Wie uw rapport krijgt, kan { $name } bevestigen met deze vingerafdruk:
reporting-again = Nog een rapport maken

# Verification on screen.
verify-title = Rapport controleren
verify-about = Trede kijkt of het rapport gaaf is en rekent de scores opnieuw uit. Wie ondertekende, is een aparte vraag.
verify-choose = Rapport kiezen
verify-other = Ander rapport kiezen
verify-working = Het rapport wordt gecontroleerd …
verify-signer = Wie ondertekende
verify-unknown = Ondertekenaar niet bevestigd
verify-broken-about = Een vingerafdruk vergelijken helpt hier niet: dit bestand is niet meer wat er is ondertekend. Vraag de ondertekenaar het rapport opnieuw te sturen.
verify-broken-says = Dit staat in het bestand. Het is niet gaaf: ga er niet van uit.
verify-unknown-about = Iedereen kan een gewijzigd rapport met een eigen sleutel ondertekenen. Vergelijk de vingerafdruk met die van de ondertekenaar, langs een andere weg dan dit rapport: telefonisch, of met een certificaat dat u eerder kreeg.
verify-trust = Deze ondertekenaar vertrouwen
verify-trust-file = Certificaat van de ondertekenaar kiezen
verify-trust-question = Vertrouw { $names } alleen als u de vingerafdruk langs een andere weg hebt vergeleken. Rapporten met deze handtekening heten voortaan ‘bevestigd’.

    { $prints }
verify-trust-print = { $name }: { $sha256 }
verify-trust-yes = Ik heb vergeleken: vertrouwen
verify-trust-title = Voortaan vertrouwen?
verify-trusted = { $name } is nu een vertrouwde ondertekenaar.
verify-name = Naam
verify-at = Tijdstip
verify-claimed = { $at }, volgens de ondertekenaar zelf
verify-print = Vingerafdruk
verify-covers = Dekt
verify-covers-all = het hele bestand ({ $bytes } bytes)
verify-covers-first = de eerste { $bytes } bytes; wat daarna komt is alleen de handtekening van de tweede lezer
verify-covers-unsure = niet vast te stellen: het bestand is niet gaaf
verify-standing = Bevestigd
verify-standing-none = nee, niet op uw lijst van vertrouwde ondertekenaars
verify-standing-unsure = niet te zeggen: de handtekening klopt niet
verify-standing-unread = niet vast te stellen: de lijst van vertrouwde ondertekenaars is niet te lezen
verify-pages = Bladzijden
verify-pages-same = zeggen precies wat uit de beoordeling in het rapport volgt
verify-pages-differ = zeggen iets anders dan uit de beoordeling in het rapport volgt
verify-pages-drawn = de tekst klopt met de beoordeling in het rapport; of er niets anders te zien is staat niet vast
verify-pages-unread = zijn niet te lezen
verify-log = Hoort het bij een beoordeling?
verify-log-about = Een rapport noemt de stand van het logboek waaruit het is gemaakt. Kies het .trede-bestand om te zien of die klopt.
verify-log-choose = Beoordeling kiezen
trusted-title = Vertrouwde ondertekenaars
trusted-about = Wie op deze lijst staat, heet ‘bevestigd’. Zet er alleen iemand op van wie u de vingerafdruk langs een andere weg hebt vergeleken.
trusted-own = ja, uw eigen handtekening
verify-own = Dit is uw eigen handtekening.
trusted-note = Aantekening
trusted-note-help = Voor wie u nu toevoegt, bijvoorbeeld hoe u hebt vergeleken. Mag leeg blijven.
trusted-remove = { $name } verwijderen
trusted-remove-title = Van de lijst halen?
trusted-remove-question = Rapporten van { $name } heten dan niet meer ‘bevestigd’.
trusted-remove-yes = Verwijderen
verify-says = Wat het rapport zegt, opnieuw berekend
verify-subject = Aanbieder
verify-kvk = KvK-nummer
verify-period = Periode
verify-perspective = Perspectief
verify-assessor = Beoordelaar
verify-nobody = niet ingevuld
verify-framework = Normenkader
verify-total = Totaal
verify-part = Onderdeel { $part }

# Help.
help-title = Uitleg
help-about = Ieder onderdeel krijgt een score van 1 tot en met 5. Die volgt trapsgewijs uit uw bevindingen op drie treden: 1 (gebreken), 3 (voldoende) en 5 (goed).
help-rule = Hoe een score ontstaat
help-rule-1 = Zijn alle normen van trede 3 voldaan, dan is het onderdeel minstens een 3.
help-rule-2 = Is daarboven een norm van trede 5 voldaan die 5 van 3 onderscheidt, dan is het een 4; zijn alle normen van trede 5 voldaan, dan is het een 5.
help-rule-3 = Is een norm van trede 3 niet voldaan, dan blijft het onder de 3: zonder gebreken van trede 1 is het een 2, met alle gebreken een 1.
help-rule-4 = Zijn er wel gebreken, maar niet alle, dan zegt de keuze op het voorblad (S-03) of het een 1 of een 2 is, of dat u dat zelf vaststelt.
help-rule-5 = Normen die niet van toepassing zijn tellen niet mee. Staat er nog iets open, dan ziet u welke scores nog mogelijk zijn.
help-rule-6 = Zo rekent het normenkader voor betalingsachterstanden. Een ander normenkader kan andere treden hebben, of de score aan u overlaten: dat staat dan bij het onderdeel.
help-example = Een voorbeeld
help-example-1 = Stel dat in onderdeel V alle zes normen op trede 3 zijn voldaan: V.3.1 tot en met V.3.6. Dan is de score minstens een 3.
help-example-2 = Op trede 5 is de klant proactief over iedere stap geïnformeerd (V.5.6): voldaan. Die norm staat alleen op trede 5, dus het wordt een 4.
help-example-3 = De norm voor direct contact op trede 5 (V.5.1) is niet voldaan. Daarom is het geen 5.
help-example-4 = Zou één norm van trede 3 niet voldaan zijn, bijvoorbeeld V.3.6, dan zakt het onderdeel naar een 2 (zonder gebreken), hoe goed trede 5 verder ook is.
help-example-5 = Het totaal van de voorbeeldbank: borging en beleid (3 + 5 + 3) : 3 = 3,667 en behandeling van klanten (3 + 2 + 1 + 4) : 4 = 2,500. 30 % van het eerste en 70 % van het tweede is samen 2,850: afgerond een 2,9.
help-know = Goed om te weten
help-know-1 = Gelijke normen op trede 3 en 5 beantwoordt u één keer; ze tillen het onderdeel niet op.
help-know-2 = Een tegenspraak (trede 3 voldaan en het gebrek aanwezig) lost u eerst op; bij enkele rijen is het een waarschuwing.
help-know-3 = N.v.t., deels en niet vast te stellen vragen meteen een toelichting. Niet voldaan op trede 3 en een gebrek vragen die voordat u definitief maakt.
help-know-4 = Alles wordt meteen bewaard. Ongedaan maken kan tot u definitief maakt; het logboek bewaart beide.
help-know-5 = Het totaal is 30 % borging en beleid en 70 % behandeling van klanten, met één decimaal; het onafgeronde getal staat erbij.
help-keys = Toetsen

overview-charts-some = Getekend zijn de eerste { $shown } van { $all } onderdelen; de tabel heeft ze alle.
why-copy-letter = Kopieer samenvatting
why-copy-letter-hint = Dit onderdeel in volzinnen, om in een brief te plakken
letter-copied = De samenvatting van onderdeel { $part } staat op het klembord.
