cli-framework-diff = Vergelijkt twee versies van een normenkader: wat verschilt en of dat een score kan veranderen. Eindigt met 0 zonder verschillen, met 1 als er verschillen zijn
cli-migrate = Zet een beoordeling over naar een andere versie van haar normenkader, in een nieuw bestand; het oude blijft zoals het is

arg-before = Het eerste normenkader: id of bestand
arg-after = Het tweede normenkader: id of bestand
arg-to = De versie waarheen: id of bestand van een normenkader
arg-dry-run = Schrijft niets; toont beide scores en wat opnieuw wordt gevraagd
arg-accept-sha256 = Gebruikt een normenkader dat zich voordoet als een ingebouwd met andere inhoud: de eerste acht of meer tekens van zijn SHA-256
value-before = NORMENKADER
value-after = NORMENKADER
value-to = NORMENKADER
value-accept-sha256 = SHA256

claim-warning = { $file } noemt zich { $id } { $version }, maar heeft een andere inhoud dan het ingebouwde normenkader met die naam en versie. SHA-256 ingebouwd: { $known }; van dit bestand: { $found }.
claim-question = { $file } noemt zich { $id } { $version }, maar heeft een andere inhoud dan het ingebouwde normenkader met die naam en versie.
    SHA-256 ingebouwd: { $known }
    SHA-256 van dit bestand: { $found }
claim-refused = { $warning } Wilt u dit bestand gebruiken, herhaal dan de opdracht met --accept-sha256 { $prefix }.
claim-wrong = --accept-sha256 { $given } past niet bij { $file }: de SHA-256 van dat bestand is { $found }. Geef er de eerste acht of meer tekens van.

caution-other-framework = Let op: dit zijn twee verschillende normenkaders ({ $from } en { $to }), geen twee versies van één kader.
caution-same-version = Let op: beide noemen zich versie { $after }, maar hun inhoud verschilt. Geef de gewijzigde een nieuw nummer.
caution-lower-version = Let op: het tweede heeft een lagere versie ({ $after }) dan het eerste ({ $before }).

effect-score = Dezelfde antwoorden kunnen een andere score geven
effect-judgement = Er staat iets anders: een antwoord moet opnieuw worden beoordeeld
effect-signal = Verandert een signaal of waarschuwing, niet de score
effect-none = Verandert niets aan score of oordeel

subject-framework = Het normenkader
subject-theme = Thema { $id }
subject-part = Onderdeel { $id }
subject-group = Groep { $id }
subject-aspect = Rij { $id }
subject-norm = Norm { $id }
subject-policy = Keuze { $id }
subject-level = Trede { $id }
subject-footnote = Voetnoot { $id }
subject-alert = Signaal { $id }
subject-note = Notitie { $id }

field-text = tekst
field-qualifiers = nadruk
field-footnote = voetnoot
field-rung = trede
field-row = rij
field-part = onderdeel
field-theme = thema
field-twin = gelijkluidend met
field-test-unit = waar u kijkt
field-rule = hoe de score volgt
field-pair = tegenspraak in de rij
field-negation = elkaars tegendeel
field-group = groep
field-weight = gewicht
field-value = waarde
field-triggers = gaat af bij
field-touches = gaat over
field-note = notitie
field-source-says = wat de bron zegt
field-choice = wat gekozen is
field-title = naam
field-report-title = titel van een rapport
field-source = bron
field-scale-source = bron van de schaal
field-place = plaats in de bron
field-summary = samenvatting
field-introduction = inleiding
field-silent = waarover de bron zwijgt
field-languages = talen
field-order = volgorde

difference-new = { $subject } is nieuw: { $text }
difference-removed = { $subject } is vervallen: { $text }
difference-value = { $subject }, { $field }: { $before } → { $after }
difference-text = { $subject }, { $field } ({ $language }):
difference-qualifiers = { $subject }, { $field } ({ $language }): weg: { $before }; erbij: { $after }

diff-norms = Normen: { $same } gelijk, { $changed } gewijzigd, { $new } nieuw, { $removed } vervallen.
diff-nothing = Geen verschillen.
diff-names-only = De inhoud is gelijk, maar kenmerk of versie verschilt: { $before } en { $after }.
diff-writing-only = Geen verschillen in de inhoud; alleen de schrijfwijze van het bestand verschilt (SHA-256 { $before } en { $after }).
diff-effect = { $effect } ({ $count }):
diff-advice = Een nieuwe versie met deze verschillen krijgt nummer { $version } of hoger.
diff-advice-kept = Het nummer { $version } past bij deze verschillen.

migration-was = Was in versie { $version }: { $verdict }.
migration-same-framework = Deze beoordeling gebruikt dit normenkader al (versie { $version }, SHA-256 { $sha256 }). Er is niets gedaan.
migration-other-framework = Deze beoordeling is gemaakt met normenkader { $from }; { $to } is een ander normenkader, geen andere versie ervan. Kies een versie van { $from }.
migration-left-norm = { $norm }, vervallen norm ({ $perspective })
migration-left-part = { $part }, vervallen onderdeel ({ $perspective })
migration-left = vervallen
migration-heading = { $subject }, { $period }: van versie { $before } naar versie { $after } van { $framework }
migration-side = Perspectief { $perspective }: { $kept } { $kept ->
    [one] antwoord
   *[other] antwoorden
} behouden, { $reopened } opnieuw te beoordelen, { $left } vervallen, { $unasked } { $unasked ->
    [one] nieuwe norm
   *[other] nieuwe normen
}.
migration-was-final = Deze beoordeling is definitief en blijft dat. De kopie is niet definitief.
migration-version = versie { $version }
migration-gone = vervallen
migration-added = nieuw
migration-total = Totaal
migration-reopened = Opnieuw te beoordelen; het oude antwoord staat in de toelichting:
migration-reopened-norm = { $norm }: was { $verdict }
migration-unasked = Nieuwe normen, nog zonder antwoord: { $norms }
migration-left-heading = Vervallen; blijft te lezen in het logboek van het nieuwe bestand:
migration-settlement-counts = Onderdeel { $part }: vastgesteld op { $level }; telt nog.
migration-settlement-look-again = Onderdeel { $part }: vastgesteld op { $level }; telt nog, maar het onderdeel is veranderd. Kijk er nog eens naar.
migration-settlement-lapsed = Onderdeel { $part }: vastgesteld op { $level }; past niet meer bij de bevindingen en telt nu niet. Zij blijft bewaard.
migration-elsewhere = Ook anders beschreven, zonder dat er een norm door opengaat:
migration-nobody = Er zijn nog geen bevindingen.
migration-dry-run = Er is niets geschreven.
migration-made = Overgezet naar { $file }. { $old } is niet gewijzigd.

cause-migrated = overgezet uit een eerdere beoordeling: logboek van { $count ->
    [one] 1 gebeurtenis
   *[other] { $count } gebeurtenissen
}, controlegetal { $head }; normenkader { $framework } versie { $version }, SHA-256 { $sha256 }

newer-about = Er is een nieuwere versie van dit normenkader: { $version }.
newer-look = Een kopie overzetten …
newer-title = Van versie { $before } naar { $version }
newer-explanation = De kopie wordt een nieuw bestand naast dit. Deze beoordeling blijft zoals ze is, met het eigen normenkader.
newer-write = Kopie maken en openen
newer-judge = { $count ->
    [one] Beoordeel nog { $norms }.
   *[other] Beoordeel nog deze normen: { $norms }.
}

dialog-framework = Normenkader uit een bestand
new-own-framework = Normenkader uit een bestand …
claim-yes = Toch dit bestand gebruiken
claim-title = Dit normenkader gebruiken?
