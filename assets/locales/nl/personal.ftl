# Nummers van personen in toelichting en bewijs.

refusal-personal-data = Bij { $norms } staat een nummer van een persoon ({ $kinds }). Haal het weg, of schrijf bij die norm op waarom het moet blijven.
refusal-personal-data-reason = In deze tekst staat een nummer van een persoon ({ $kinds }). Haal het weg; het is hier niet nodig.
problem-personal-data = Bij { $norm } staat een nummer van een persoon ({ $kinds }).
problem-personal-data-hint = Haal het nummer weg. Moet het bij een norm blijven, schrijf dan waarom: personal_data_reason: "…".

personal-left-out = { $norm }: { $kinds }.
personal-left-out-kept = { $norm }: { $kinds }. In de beoordeling bewaard, met deze reden: { $reason }
personal-heading = Weggelaten nummers van personen
personal-lead = Op deze plaatsen stond een nummer van een persoon. In dit rapport en in de bijlagen is het weggelaten.

personal-found = { $count ->
    [one] Hier staat { $kinds }.
   *[other] Hier staan { $count } nummers van personen ({ $kinds }).
}
personal-a-bsn = een BSN
personal-an-iban = een IBAN
personal-why = Ook anderen lezen deze beoordeling; een nummer van een klant hoort er niet in: verwijs naar het dossier.
personal-held-back = { $count ->
    [one] Nog niet opgeslagen: haal het weg, of zeg waarom het moet blijven.
   *[other] Nog niet opgeslagen: haal ze weg, of zeg waarom ze moeten blijven.
}
personal-leave-out = { $count ->
    [one] Nummer weglaten
   *[other] Nummers weglaten
}
personal-reason-name = Reden om het nummer bij { $norm } te bewaren
personal-reason-hint = Waarom moet het nummer blijven?
personal-keep = Bewaren met deze reden
personal-kept = Bewaard, met deze reden: { $reason }
personal-kept-note = { $count ->
    [one] In rapporten en tabellen wordt het nummer weggelaten.
   *[other] In rapporten en tabellen worden de nummers weggelaten.
}
personal-was-left-out = { $count ->
    [one] Het nummer bij { $norm } ({ $kinds }) is weggelaten; de rest van de tekst is bewaard.
   *[other] De nummers bij { $norm } ({ $kinds }) zijn weggelaten; de rest van de tekst is bewaard.
}
overview-lacking-personal = Bij { $norms } staat een nummer van een persoon zonder reden om het te bewaren.
event-personal-data-reason = { $norm }, reden om een nummer van een persoon te bewaren ({ $perspective })
personal-name-left-out = { $count ->
    [one] Het bestand is bij { $norm } gevoegd. In zijn naam stond een nummer van een persoon; dat is weggelaten.
   *[other] { $count } bestanden zijn bij { $norm } gevoegd. In een naam stond een nummer van een persoon; dat is weggelaten.
}
