# Bewegen in de rubriek en kijken naar verschillen.

filter-none = Dit onderdeel heeft zulke normen niet. U ziet alleen de rij van de gekozen norm.
why-idle = { $count ->
    [one] { $norms } staat ook open, maar verandert op zichzelf de uitkomst niet.
   *[other] { $norms } staan ook open, maar veranderen op zichzelf de uitkomst niet.
}
filter-menu-name = Te zien: { $shown }
column-show = Kolom { $rung } in beeld
filter-alert = Signaal { $count }
mark-alert = ⚠ signaal
command-next-contradiction = Volgende tegenspraak
command-next-rationale = Volgende ontbrekende toelichting
command-filter-alert = Alleen rijen met een signaal
adopted = Overgenomen wat volgt: { $step }.
adopted-nothing = Er is in dit onderdeel niets over te nemen.
went-on = Verder met onderdeel { $part }: { $title }.
no-open-norm = Er staan geen normen meer open.
no-contradiction = Er is geen tegenspraak.
no-rationale-due = Er ontbreekt geen toelichting.

difference-title = Verschil met de treden ernaast
difference-with = Trede { $rung }: { $norm }
difference-none = Dezelfde woorden als hier.
difference-only-here = Alleen in { $own }: { $words }
quoted = ‘{ $text }’

command-trial = Wat als: bevindingen uitproberen, of daarmee stoppen
trial-title = Wat als? Hiervan wordt niets vastgelegd.
rubric-final = Deze beoordeling is definitief: u kunt lezen, niet wijzigen.
rubric-read-only = Alleen bekijken: in dit bestand kan nu niets worden gewijzigd.
rubric-final-reopen = Heropenen kan in het overzicht
trial-nothing = Er is nog niets geprobeerd; het totaal is { $before }.
trial-moves = Totaal { $before } → { $after }; { $count ->
    [one] { $count } norm anders
   *[other] { $count } normen anders
}.
trial-no-total = nog niet te bepalen
trial-stop = Stoppen met proberen
trial-ended = Het proberen is gestopt. Er is niets vastgelegd.
trial-not-that = Dit kan niet tijdens het proberen. Stop daar eerst mee.
trial-no-texts = Tijdens het proberen wordt niets opgeschreven.
trial-begin = Wat als?
trial-begin-hint = Bevindingen uitproberen en zien wat het totaal doet, zonder iets vast te leggen (toets W)
trial-total = totaal (proef)
trial-status = volgt uit wat u probeert
saved-waits = nog niet opgeslagen
