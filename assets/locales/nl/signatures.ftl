field-assessor = beoordelaar
field-second-reader = tweede lezer

signature-reason-assessor = Beoordelaar
signature-reason-second-reader = Tweede lezer

reason-not-a-report = Dit is geen rapport van Trede.
reason-unsigned = Er staat geen handtekening onder.
reason-reading = De bladzijden zijn niet te lezen. { $detail }
reason-attachment = De bijlage ‘{ $name }’ ontbreekt, staat er dubbel in of hoort er niet in.
reason-framework = Het normenkader in het rapport is niet in orde ({ $count ->
    [one] 1 probleem
   *[other] { $count } problemen
}).
reason-assessment = De beoordeling in het rapport is niet in orde ({ $count ->
    [one] 1 probleem
   *[other] { $count } problemen
}).
reason-layout = Het rapport heeft indeling { $found }; deze versie van Trede kent { $known }. Controleer het met de versie waarmee het is gemaakt of een nieuwere.
reason-parameters = De gegevens om het rapport na te maken zijn niet te lezen.
reason-page = Op bladzijde { $page } staat ‘{ $found }’; uit de beoordeling volgt ‘{ $expected }’.
reason-no-text = (niets)
reason-drawing = De tekst klopt, maar er is iets anders getekend dan Trede tekent.
reason-other-program = Dit rapport noemt { $program } als maker. Deze versie van Trede tekent het anders en kan niet uitsluiten dat er iets bij of overheen is getekend. Controleer het met de versie waarmee het is gemaakt.
reason-not-final = Het rapport heet definitief, maar de beoordeling erin is niet volledig of mist toelichtingen.
reason-other-signer = De handtekening is niet van de ondertekenaar die op de bladzijde staat ({ $found } in plaats van { $named }).
reason-other-time = De handtekening noemt een ander tijdstip dan de bladzijde ({ $found } in plaats van { $named }).

reading-damaged = Het bestand is geen PDF of is beschadigd.
reading-encrypted = Het bestand is versleuteld.
reading-too-large = Het bestand is groter dan een rapport kan zijn.
reading-foreign-page = Bladzijde { $page } is niet door Trede gemaakt.

fault-too-large = Het bestand is te groot voor een rapport (ten hoogste { $most } MB).
fault-not-pdf = Dit is geen PDF-bestand.
fault-syntax = Het bestand is gewijzigd, beschadigd of niet door Trede gemaakt (vanaf byte { $offset }).
fault-bytes-after-end = Er is iets achter het rapport geplakt (vanaf byte { $offset }).
fault-trailer = Het einde van het bestand is anders dan Trede het schrijft ({ $key }).
fault-shape = De opbouw van het bestand is anders dan Trede haar maakt ({ $key }).
fault-field-missing = Het handtekeningveld van de { $field } ontbreekt.
fault-field-shape = Het handtekeningveld van de { $field } is gewijzigd ({ $key }).
fault-active-content = Er zit iets in het bestand dat zelf handelt ({ $key }); dat hoort niet in een rapport.
fault-foreign-annotation = Er is een aantekening in het bestand gezet die er niet hoort.
fault-signature-in-report = Er staat een handtekening op een plek waar die niet hoort.
fault-no-signature = Er is na het maken iets toegevoegd zonder handtekening (wijziging { $revision }).
fault-signature-entry = De handtekening is onvolledig ({ $key }).
fault-byte-range = De handtekening dekt niet het hele bestand.
fault-contents = De plek van de handtekening is gewijzigd (byte { $offset }).
fault-update-differs = Bij het ondertekenen is meer gewijzigd dan de handtekening (wijziging { $revision }, byte { $offset }).
fault-cms-unreadable = De handtekening is niet te lezen.
fault-cms-shape = De handtekening is anders opgebouwd dan die van Trede.
fault-certificate-unreadable = Het certificaat van de ondertekenaar is niet te lezen.
fault-digest = Het rapport is gewijzigd nadat het is ondertekend.
fault-signature = De handtekening klopt niet.
fault-certificate-signature = Het certificaat van de ondertekenaar klopt niet.
fault-certificate-period = Het certificaat was niet geldig op het tijdstip van ondertekenen.
fault-name-differs = De naam bij de handtekening is niet die in het certificaat.

sign-not-a-report = Dit is geen rapport van Trede dat kan worden ondertekend.
sign-not-intact = Het rapport is gewijzigd sinds de eerste handtekening en wordt daarom niet ondertekend. Het bestand is niet gewijzigd.
sign-refused = Dit rapport is niet gaaf en wordt daarom niet ondertekend. Het bestand is niet gewijzigd.
sign-already = De { $field } heeft dit rapport al ondertekend.
sign-same-signer = { $name } heeft dit rapport al ondertekend. De tweede lezer is iemand anders, met een eigen sleutel.
sign-assessor-first = Eerst ondertekent de beoordelaar; dit rapport is zonder handtekening gemaakt. Maak het opnieuw, met handtekening.
sign-time = Met dit tijdstip kan niet worden ondertekend. Controleer de klok.
sign-failed = Het ondertekenen is niet gelukt; er is niets geschreven. Probeer het opnieuw, en meld het als het blijft gebeuren.
report-too-long = Het rapport wordt te lang: de teksten hebben samen { $lines } regels. Kort toelichtingen in of haal lege regels weg.
report-failed = Het rapport kan niet worden gemaakt. { $detail }
report-not-drawn = Het rapport kan niet worden gemaakt. Technische melding: { $detail }.

name-empty = Vul een naam in.
name-too-long = De naam is te lang: ten hoogste { $most } tekens.
name-forbidden = In de naam staat een onzichtbaar teken. Typ de naam opnieuw.
passphrase-too-short = De wachtwoordzin is te kort: ten minste { $least } tekens.
identity-wrong-passphrase = De wachtwoordzin is niet juist. Er is niets ondertekend.
identity-no-randomness = Deze computer geeft geen willekeurige getallen; er is niets gemaakt.
identity-unreadable = De handtekening kan niet worden gelezen of is beschadigd. Maak een nieuwe, of zet een reservekopie terug.
identity-exists = Er is al een handtekening op naam van { $name }; die blijft zoals zij is. Kies een andere naam.
identity-missing = Er is geen handtekening bij { $file }. Maak er een met trede identity new.
identity-other-name = { $file } is de handtekening van { $name }. Zet de naam van het bestand terug.
certificate-unreadable = { $file } is geen certificaat (PEM of DER).

trust-added = { $name } staat nu op de lijst van vertrouwde ondertekenaars.
    Vingerafdruk certificaat: { $sha256 }
    Hebt u deze vingerafdruk langs een andere weg vergeleken? Zo niet, haal de ondertekenaar er weer af met trede trust remove.
trust-removed = { $name } staat niet meer op de lijst van vertrouwde ondertekenaars ({ $sha256 }).
trust-none = De lijst van vertrouwde ondertekenaars is leeg.
trust-since = { $kind ->
    [noted] Op uw lijst sinds { $date }, van { $source }: { $note }
   *[other] Op uw lijst sinds { $date }, van { $source }
}
trust-damaged = De lijst van vertrouwde ondertekenaars ({ $file }) is gewijzigd of beschadigd en wordt niet gebruikt. Zet het bestand opzij of een reservekopie terug. Technische melding: { $detail }.
trust-known = { $name } staat al op de lijst van vertrouwde ondertekenaars.
trust-full = De lijst van vertrouwde ondertekenaars is vol. Verwijder eerst een ondertekenaar.
trust-note = De aantekening is te lang (ten hoogste 200 tekens) of heeft meer dan één regel.
trust-prefix = Geef ten minste de eerste acht cijfers van de vingerafdruk (0-9, a-f). U ziet haar met trede trust list.
trust-unknown = Geen vingerafdruk op de lijst begint met { $prefix }. U ziet ze met trede trust list.
trust-ambiguous = Meer vingerafdrukken beginnen met { $prefix }. Geef meer cijfers.
