cli = Beoordeelt hoe een hypotheekverstrekker omgaat met klanten met betalingsachterstanden, en maakt een ondertekend rapport.
cli-commands = Opdrachten
cli-command-name = OPDRACHT
cli-options = Opties
cli-help-template = {"{"}about-with-newline{"}"}
    Gebruik: {"{"}usage{"}"}

    {"{"}all-args{"}"}
cli-framework = Normenkaders: lijst, controle en inhoud
cli-framework-list = Toont de ingebouwde normenkaders, en die in een map
cli-framework-check = Noemt elk probleem in een normenkader, met regel en kolom
cli-framework-show = Toont thema’s, onderdelen, aspecten, normen en keuzes
cli-new = Maakt een beoordeling
cli-import = Neemt een uitwisselbestand over in een beoordeling
cli-export = Schrijft de bevindingen van één perspectief als uitwisselbestand
cli-score = Toont scores met hun afleiding, van een beoordeling of een uitwisselbestand
cli-finalize = Maakt een volledige beoordeling definitief
cli-log = Toont het logboek, of controleert het

arg-file = De beoordeling (.trede)
arg-files = De bestanden
arg-exchange = Het uitwisselbestand (RON of JSON)
arg-id = Een id of een bestand
arg-dir = Een map met normenkaders
arg-framework = Id of bestand van het normenkader
arg-subject = De naam van de aanbieder
arg-kvk = Het KvK-nummer, acht cijfers
arg-period = De periode waarover wordt geoordeeld
arg-assessor = De naam van de beoordelaar
arg-role = De rol van de beoordelaar
arg-force = Vervangt een bestand dat er al is
arg-perspective = Wiens bevindingen: supervisor (toezichthouder), self (zelfbeoordeling) of reviewer (tweede lezer)
arg-format = De vorm van het uitwisselbestand: ron of json
arg-out = Waarheen
arg-require-complete = Eindigt met 1 als de beoordeling niet volledig is
arg-verify = Controleert alleen of het logboek klopt
arg-against = Een rapport of uitwisselbestand waarmee de stand van het logboek moet overeenkomen
arg-lang = De taal van de meldingen: nl of en
arg-json = Antwoordt met één JSON-document
arg-help = Toont deze uitleg
arg-version = Toont de versie

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
framework-clean = { $file } is in orde: { $parts } onderdelen, { $norms } normen.
framework-problems = { $count ->
    [one] 1 probleem gevonden.
   *[other] { $count } problemen gevonden.
}
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
