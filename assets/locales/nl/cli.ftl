cli = Beoordeelt hoe een hypotheekverstrekker omgaat met klanten met betalingsachterstanden, en maakt een ondertekend rapport.
cli-commands = Opdrachten
cli-command-name = OPDRACHT
cli-arguments = Argumenten
cli-options = Opties
cli-options-name = OPTIES
cli-help-template = {"{"}about-with-newline{"}"}
    Gebruik: {"{"}usage{"}"}

    {"{"}all-args{"}"}{"{"}after-help{"}"}
cli-framework = Normenkaders: lijst, controle en inhoud
cli-framework-list = Toont de ingebouwde normenkaders, en die in een map
cli-framework-check = Noemt elk probleem in een normenkader of een bestand met letterlijke teksten, met regel en kolom
cli-framework-new = Maakt een skelet van een normenkader met uitleg, om zelf in te vullen
cli-framework-show = Toont thema’s, onderdelen, aspecten, normen en keuzes
cli-new = Maakt een beoordeling
cli-import = Neemt een uitwisselbestand over in een beoordeling
cli-export = Schrijft de bevindingen van één perspectief: als uitwisselbestand of als tabellen
cli-score = Toont scores met hun afleiding, van een beoordeling of een uitwisselbestand
cli-finalize = Maakt een volledige beoordeling definitief
cli-reopen = Opent een definitieve beoordeling weer, met een reden
cli-log = Toont het logboek, of controleert het

arg-file = De beoordeling (.trede)
arg-files = De bestanden
arg-exchange = Het uitwisselbestand (RON of JSON)
arg-framework-file = Het bestand dat gemaakt wordt
arg-framework-id = Het kenmerk van het kader; zonder dit de naam van het bestand
arg-id = Een id of een bestand
arg-dir = Een map met normenkaders
arg-framework = Id of bestand van het normenkader
arg-subject = De naam van de aanbieder
arg-kvk = Het KvK-nummer, acht cijfers
arg-period = De periode waarover wordt geoordeeld
arg-assessor = De naam van de beoordelaar
arg-role = De rol van de beoordelaar
cli-or-force = { $message } Vervangen kan met --force.
arg-force = Vervangt een bestand dat er al is
arg-reason = De reden; staat in het logboek
arg-perspective = Wiens bevindingen: supervisor (toezichthouder), self (zelfbeoordeling) of reviewer (tweede lezer)
arg-format = De vorm van het bestand: ron of json
arg-out = Waarheen
arg-require-complete = Eindigt met 1 als de beoordeling niet volledig is
arg-letter = Geeft elk onderdeel in volzinnen, om in een brief te zetten
arg-verify = Controleert alleen of het logboek klopt
arg-against = Een rapport of uitwisselbestand waarmee de stand van het logboek moet overeenkomen
arg-lang = De taal van de meldingen: nl of en
arg-json = Antwoordt met één JSON-document
arg-help = Toont deze uitleg
arg-version = Toont de versie

value-lang = TAAL
value-file = BESTAND
value-files = BESTAND
value-exchange = UITWISSELBESTAND
value-id = ID
value-dir = MAP
value-framework-file = BESTAND
value-framework-id = ID
value-framework = NORMENKADER
value-subject = NAAM
value-kvk = NUMMER
value-period = PERIODE
value-assessor = NAAM
value-role = ROL
value-reason = TEKST
value-perspective = PERSPECTIEF
value-format = VORM
value-out = PAD
value-against = BESTAND
value-report = RAPPORT
value-name = NAAM
value-identity = NAAM
value-passphrase-env = VARIABELE
value-at = TIJDSTIP
value-trust = CERTIFICAAT
value-certificate = CERTIFICAAT
value-note = TEKST
value-fingerprint = VINGERAFDRUK

cli-cannot = Dat gaat niet:
cli-unknown-argument = ‘{ $argument }’ is geen bekende optie. Zie trede --help.
cli-unknown-command = ‘{ $command }’ is geen bekende opdracht. Zie trede --help.
cli-missing-argument = Er ontbreekt iets: { $argument }. Zie trede --help.
cli-missing-command = Er ontbreekt een opdracht. Zie trede --help.
cli-missing-value = Bij { $argument } ontbreekt een waarde.
cli-invalid-value = ‘{ $value }’ kan niet bij { $argument }. Wel: { $valid }.
cli-argument-twice = { $argument } kan hier niet samen of niet twee keer.
cli-wrong-use = De opdracht klopt niet { $argument }. Zie trede --help.
cli-unknown-framework = Er is geen normenkader of bestand ‘{ $framework }’. Ingebouwd: { $known }.
cli-other-perspective = { $file } bevat de bevindingen van perspectief { $found }, niet van { $asked }. Laat --perspective weg of kies het juiste bestand.
cli-same-file = { $file } is het bestand waaruit wordt gelezen. Kies met --out een andere naam.
cli-made = Gemaakt: { $file }
cli-written = Geschreven: { $file }
cli-imported = Overgenomen voor perspectief { $perspective }: { $answers ->
    [one] 1 bevinding
   *[other] { $answers } bevindingen
}, { $settlements ->
    [one] 1 vaststelling
   *[other] { $settlements } vaststellingen
}.
cli-final = De beoordeling van perspectief { $perspective } is nu definitief.
cli-reopened = De beoordeling ({ $perspective }) is weer open. De reden staat in het logboek.
cli-log-intact = Het logboek klopt: { $count ->
    [one] 1 gebeurtenis
   *[other] { $count } gebeurtenissen
}, controlegetal { $sha256 }.
cli-no-log-head = In { $file } staat geen stand van een logboek om mee te vergelijken.
cli-alert = Signaal los van de score: { $title } ({ $norms }).
cli-total-complete = Totaal, volledig beoordeeld: { $total }
cli-total-incomplete = Totaal, nog niet volledig: { $total }

score-none = geen score

framework-on-board = ingebouwd
framework-new = { $file } is gemaakt. Vul het in en controleer het met: trede framework check { $file }
cli-framework-id = ‘{ $id }’ kan geen kenmerk van een normenkader zijn. Geef er een met --id: letters zonder accent, cijfers, punten en streepjes.
framework-clean = { $file } is in orde: { $parts } onderdelen, { $norms } normen.
framework-problems = { $count ->
    [one] 1 probleem gevonden.
   *[other] { $count } problemen gevonden.
}
framework-footnotes = Voetnoten:
framework-alerts = Signalen naast de score:
framework-notes = Waar de bron op meer manieren te lezen is:
framework-twin = gelijk aan { $norm }; wordt één keer gevraagd
framework-policies = Keuzes waar de bron ruimte laat:

cause-created = beoordeling gemaakt
cause-edit = gewijzigd
cause-continued = vervolg van de wijziging
cause-adopted = overgenomen wat volgt
cause-imported = uitwisselbestand overgenomen
cause-undo = ongedaan gemaakt: { $seq }
cause-redo = opnieuw gedaan: { $seq }
cause-finalized = definitief gemaakt
cause-reopened = heropend: { $reason }

change = { $what }: { $before } → { $after }

cli-demo = Doet het hele werk aan een voorbeeld: beoordelen, rapport maken, ondertekenen, controleren
cli-report = Maakt een ondertekend rapport van een beoordeling
cli-sign = Zet de handtekening van de tweede lezer onder een rapport
cli-verify = Controleert een rapport: is het gaaf, klopt het met de beoordeling, wie ondertekende
cli-extract = Haalt de beoordeling uit een rapport
cli-identity = Eigen handtekeningen: maken, tonen, certificaat uitgeven
cli-identity-new = Maakt een handtekening, beschermd met een wachtwoordzin
cli-identity-list = Toont de handtekeningen op deze computer
cli-identity-export = Schrijft het certificaat van een handtekening, om aan anderen te geven
cli-trust = Eigen lijst van vertrouwde ondertekenaars: toevoegen, tonen, verwijderen
cli-trust-add = Voegt een ondertekenaar toe. Vergelijk eerst de vingerafdruk langs een andere weg
cli-trust-list = Toont de lijst, met vanwaar en sinds wanneer
cli-trust-remove = Verwijdert een ondertekenaar

arg-report = Het rapport (PDF)
arg-name = De naam van de ondertekenaar
arg-passphrase-env = De omgevingsvariabele waarin de wachtwoordzin staat
arg-identity = Wie ondertekent
arg-unsigned = Zonder handtekening
arg-at = Het tijdstip in plaats van nu, zoals 2026-11-22T14:00:00+01:00
arg-trust = Het certificaat (PEM) van wie had moeten ondertekenen; mag vaker. Gaat voor de eigen lijst
arg-certificate = Het bestand met het certificaat (PEM of DER)
arg-note = Een aantekening, bijvoorbeeld hoe de vingerafdruk is vergeleken
arg-fingerprint = De eerste cijfers van de vingerafdruk, ten minste acht

cli-report-progress = Het rapport wordt gemaakt …
cli-report-signed = Ondertekend rapport geschreven: { $file }
cli-report-unsigned = Rapport zonder handtekening geschreven: { $file }
cli-signed = Ondertekend door de tweede lezer: { $file }
cli-wrong-time = ‘{ $at }’ is geen tijdstip. Schrijf het zo: 2026-11-22T14:00:00+01:00.
cli-identity-made = Handtekening gemaakt op naam van { $name }.
    Bewaard in { $file }
    Vingerafdruk certificaat: { $sha256 }
    Bewaar de wachtwoordzin goed: hij is niet te herstellen. Zonder wachtwoordzin kunt u niet meer ondertekenen; eerdere rapporten blijven geldig.
cli-no-identities = Er zijn nog geen handtekeningen. Maak er een met trede identity new NAAM.
cli-identity-none = Er is nog geen handtekening. Maak er een met trede identity new NAAM, of kies --unsigned.
cli-identity-which = Er zijn meer handtekeningen. Kies er een met --identity NAAM; trede identity list toont ze.
cli-passphrase = Wachtwoordzin:
cli-passphrase-again = Nog een keer:
cli-passphrase-differs = De twee wachtwoordzinnen zijn niet gelijk. Er is niets gemaakt.
cli-passphrase-variable = De omgevingsvariabele { $variable } is leeg of bestaat niet. Zet daar de wachtwoordzin in.
cli-passphrase-needed = De wachtwoordzin is nodig: typ hem op een terminal, of geef --passphrase-env met de naam van een omgevingsvariabele.
cli-demo-taken = De map { $folder } is niet leeg. Kies een lege of nieuwe map met --out.

verify-intact = Gaaf: het rapport is ongewijzigd sinds het ondertekenen en zegt wat uit de beoordeling volgt.
verify-not-intact = Niet gaaf. Vertrouw dit rapport niet:
verify-signature = Ondertekend door { $name }, { $field }, op { $at } (het tijdstip is dat van de ondertekenaar zelf).
verify-fingerprint = Vingerafdruk certificaat: { $sha256 }
verify-not-confirmed = Ondertekenaar niet bevestigd. Iedereen kan een gewijzigd rapport met een eigen sleutel ondertekenen; vergelijk de vingerafdruk, geef --trust met het certificaat van de ondertekenaar, of zet dat op uw lijst met trede trust add.
verify-confirmed = Ondertekenaar bevestigd.
verify-stranger = De ondertekenaar is niet een van de vertrouwde ondertekenaars die met --trust zijn gegeven.
verify-confirmed-list = Ondertekenaar bevestigd: staat op uw lijst van vertrouwde ondertekenaars ({ $count }).
verify-stranger-list = Ondertekenaar niet bevestigd: niet iedereen die ondertekende staat op uw lijst van vertrouwde ondertekenaars ({ $count }). Iedereen kan een gewijzigd rapport met een eigen sleutel ondertekenen; vergelijk de vingerafdruk langs een andere weg.
verify-claimed-signers = Als ondertekenaar noemt het bestand: { $names }. Dat is niet gecontroleerd: Trede controleert alleen eigen rapporten.
verify-recomputed = Opnieuw berekend: { $subject }, { $period }, perspectief { $perspective }: totaal { $total }.
verify-concept = Het is een concept: de beoordeling was niet definitief.
verify-framework-foreign = Let op: het normenkader in dit rapport is niet het ingebouwde.
verify-drawing-not-compared = Het rapport is met een andere versie van Trede gemaakt; de tekst is vergeleken, het tekenwerk niet.
verify-log-matches = Het logboek van het .trede-bestand komt overeen met dit rapport.
verify-log-differs = Het .trede-bestand hoort niet bij dit rapport, of is sindsdien gewijzigd. { $reason }
verify-no-log-head = In het rapport staat geen stand van het logboek.
