# Findings of an earlier assessment of the same lender, to be confirmed.
event-proposal = { $norm }, voorstel ({ $perspective })
cause-proposed = voorgesteld uit { $file } (periode { $period }; logboek: { $count ->
    [one] 1 gebeurtenis
   *[other] { $count } gebeurtenissen
}, sha256 { $sha256 })
step-proposed = { $count ->
    [one] 1 voorstel uit een eerdere beoordeling
   *[other] { $count } voorstellen uit een eerdere beoordeling
}
step-dismissed = voorstel bij { $norm } vervallen
refusal-nothing-proposed = Bij { $norm } staat geen voorstel uit een eerdere beoordeling.
proposed-done = { $count ->
    [0] In { $file } staat niets dat hier kan worden voorgesteld.
    [one] 1 bevinding uit { $file } staat klaar om te bevestigen.
   *[other] { $count } bevindingen uit { $file } staan klaar om te bevestigen.
}
proposed-judged = { $count ->
    [one] 1 norm heeft hier al een oordeel.
   *[other] { $count } normen hebben hier al een oordeel.
}
proposed-otherwise = { $count ->
    [one] 1 norm luidt nu anders of bestaat hier niet.
   *[other] { $count } normen luiden nu anders of bestaan hier niet.
}

# The window.
command-propose = Overnemen uit een eerdere beoordeling
command-confirm = Voorstel bevestigen
command-dismiss = Voorstel laten vervallen
command-next-proposal = Volgende te bevestigen
dropped-propose = Overnemen als voorstel
earlier-title = Overnemen uit een eerdere beoordeling
earlier-about = Uit een eerdere beoordeling van { $subject } neemt Trede over wat is gevonden bij normen die hier nog open zijn en nog precies zo luiden: oordeel, toelichting, bewijs en bestanden. Het komt erbij te staan als voorstel en telt niet mee. U bevestigt het per norm of laat het vervallen.
earlier-choose = Beoordeling kiezen
earlier-working = De eerdere beoordeling wordt gelezen …
dialog-earlier = Eerdere beoordeling
earlier-busy = Er wordt al een eerdere beoordeling gelezen. Wacht tot dat klaar is.
mark-proposal = ← Eerder: { $verdict }
proposal-title = Uit een eerdere beoordeling
proposal-verdict = Eerder: { $verdict }. Dit is een voorstel en telt nog niet mee.
proposal-confirm = Bevestigen
proposal-confirm-name = Bevestig voorstel bij { $norm }
proposal-dismiss = Vervallen
proposal-dismiss-name = Laat voorstel bij { $norm } vervallen
proposal-evidence = Bewijs: { $evidence }
proposal-files = Bestanden: { $files }
proposals-next = Nog { $count } te bevestigen: naar de volgende

# The command line.
cli-propose = Stelt bevindingen uit een eerdere beoordeling van dezelfde aanbieder voor, om te bevestigen
arg-from = De eerdere beoordeling (.trede); zij wordt alleen gelezen
value-from = BESTAND
