cli-backup = Maakt nu een reservekopie en toont welke er zijn
cli-restore = Zet een reservekopie terug
cli-salvage = Redt wat leesbaar is van een beschadigde beoordeling, in een nieuw bestand
arg-list = Toont alleen welke reservekopieën er zijn
arg-backup = De reservekopie; zonder dit de laatste die bruikbaar is
value-backup = RESERVEKOPIE
arg-set-aside = Zet een bestand dat nog bruikbaar is opzij, onder een andere naam
arg-damaged = De beschadigde beoordeling
value-damaged = BESTAND

backup-made = Reservekopie gemaakt: { $file }
backup-none = Er zijn geen reservekopieën van { $file }.
backup-line = { $count ->
    [one] tot en met { $at }, 1 gebeurtenis
   *[other] tot en met { $at }, { $count } gebeurtenissen
}
backup-failed = Er kon geen reservekopie worden gemaakt. Uw beoordeling zelf is wel bewaard. { $why } Trede probeert het later opnieuw.

damaged-ways = Zet een reservekopie terug met: trede restore { $file }
    Of red wat leesbaar is: trede salvage { $file } --out NIEUW.trede

restore-word = vervangen
restored = { $file } is teruggezet, met { $count ->
    [one] 1 gebeurtenis
   *[other] { $count } gebeurtenissen
}, uit { $from }.
restored-aside = Het bestand dat er stond, heet nu { $aside }.
restore-none = Er is geen bruikbare reservekopie van { $file }.
restore-several = Bij { $file } liggen reservekopieën van meer dan één beoordeling, en het bestand zelf is niet leesbaar. Kies zelf welke u bedoelt.
restore-same = { $file } is bruikbaar en bevat alles wat in de reservekopie staat. Er is niets teruggezet.
restore-ahead = { $file } is bruikbaar en heeft { $more ->
    [one] 1 gebeurtenis
   *[other] { $more } gebeurtenissen
} meer dan de reservekopie. Er is niets teruggezet.
restore-parted = { $file } is bruikbaar en bevat iets anders dan de reservekopie: { $more } eigen gebeurtenissen, tegenover { $backup } in de kopie. Er is niets teruggezet.
restore-other = { $file } is bruikbaar en is een andere beoordeling dan de reservekopie. Er is niets teruggezet.
restore-force = Met --set-aside krijgt het bestand een andere naam en komt de reservekopie op zijn plaats.

salvaged = { $file } is gemaakt, met { $count ->
    [one] 1 gebeurtenis
   *[other] { $count } gebeurtenissen
} waarvan de controlegetallen kloppen. Het beschadigde bestand is niet gewijzigd.
salvaged-from-backups = Uit reservekopieën: { $count ->
    [one] gebeurtenis { $numbers }.
   *[other] { $count } gebeurtenissen ({ $numbers }).
}
salvaged-framework-backup = Het normenkader komt uit een reservekopie; het is hetzelfde kader.
salvaged-framework-on-board = Het normenkader is het ingebouwde; het is hetzelfde kader.
salvaged-lost = Verloren: { $count ->
    [one] gebeurtenis { $numbers }.
   *[other] { $count } gebeurtenissen ({ $numbers }).
} Wat daarvan nog leesbaar is, sluit niet aan en is niet overgenomen. Loop na wat u daarna hebt vastgelegd.
salvaged-end-unseen = Of er na gebeurtenis { $count } nog meer was, is niet te zien: het einde van het logboek is onleesbaar. Loop na wat u daarna hebt vastgelegd.
salvaged-files-lost = Verloren { $count ->
    [one] bijgevoegd bestand
   *[other] bijgevoegde bestanden
}: { $names }. De naam staat nog bij de bevinding; voeg het bestand opnieuw bij.
salvaged-whole = Er ontbreekt niets waarvan bekend is dat het er was.
salvage-nothing = In { $file } is niets leesbaars gevonden dat bij een beoordeling hoort, en er is geen bruikbare reservekopie. Zoek een eerder exemplaar, bijvoorbeeld in uw mail of op een reserveschijf.

unopened-title = Deze beoordeling kan niet worden geopend
unopened-working = Even geduld …
unopened-look-about = U kunt deze beoordeling wel bekijken. Wijzigen kan dan niet.
unopened-look = Alleen bekijken
unopened-backups-title = Een reservekopie terugzetten
unopened-backups-about = Het bestand dat er nu staat, krijgt een andere naam en blijft bewaard.
unopened-restore = Terugzetten
unopened-restore-name = Terugzetten: { $backup }
unopened-salvage-title = Redden wat leesbaar is
unopened-salvage-alone = Trede leest het logboek zo ver als het klopt en zegt wat er ontbreekt. Het komt in een nieuw bestand naast dit.
unopened-salvage-about = Trede leest het logboek zo ver als het klopt, vult aan uit reservekopieën waar die aansluiten, en zegt wat er ontbreekt. Het komt in een nieuw bestand naast dit.
unopened-salvage = Redden in een nieuw bestand
unopened-lost = Dat is niet gelukt. Er is niets gewijzigd. Probeer het opnieuw.
salvage-word = gered

known-older = Dit bestand is ouder dan wat u hier het laatst had: toen { $had } gebeurtenissen, nu { $count }. Er is waarschijnlijk een eerder exemplaar teruggezet. Wat daarna kwam, staat hier niet in; kijk of u het nog ergens hebt voordat u verdergaat.
known-otherwise = Dit bestand is anders verdergegaan dan wat u hier het laatst had: gebeurtenis { $had } is niet meer dezelfde. Er is waarschijnlijk een ander exemplaar teruggezet. Vergelijk beide voordat u verdergaat.
known-another = Op deze plaats lag eerder een andere beoordeling. Controleer of dit het bestand is dat u bedoelt.
known-copy = Van deze beoordeling is er nog een exemplaar: { $file }. Toen u dat het laatst had, stonden er { $had } gebeurtenissen in, waarvan er hier enkele ontbreken. Trede voegt ze niet samen; open het exemplaar waarmee u verder wilt.
