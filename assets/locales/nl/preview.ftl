# De bladzijden van een rapport, in het venster

preview-first = Eerst bekijken
preview-look = Bladzijden bekijken
preview-title = Zo komt het rapport eruit te zien
preview-making = Het rapport wordt gemaakt …
preview-reading = Het rapport wordt gelezen en gecontroleerd …
preview-draft = Nog niet ondertekend en niet bewaard. In het echte rapport staat het tijdstip van ondertekenen.
preview-draft-nameless = Nog niet ondertekend en niet bewaard. In het echte rapport staan ook de naam van de ondertekenaar en het tijdstip van ondertekenen.
preview-intact = Gaaf: dit zijn de bladzijden zoals ze zijn ondertekend.
preview-exact = Let op: dit rapport is niet gaaf, omdat het niet of door een ander is ondertekend. De bladzijden volgen wel uit de beoordeling die erin zit.
preview-doubtful = Let op: dit rapport is niet gaaf. Wat u hier ziet kan gewijzigd zijn. Wat over de bladzijden heen is gelegd, staat er niet op.
preview-number = Bladzijde
preview-number-name = Nummer van de bladzijde
preview-of = van { $all }
preview-percent = { $percent } %
preview-fit-width = Hele breedte
preview-fit-page = Hele bladzijde
preview-page = Bladzijde { $page } van { $all }
preview-page-coming = Deze bladzijde wordt getekend …
preview-page-failed = Deze bladzijde kan niet worden getekend. Open het bestand met een ander programma.
preview-not-a-report = Dit bestand is geen rapport van Trede, of te beschadigd om er een te zijn. Trede toont alleen bladzijden van eigen rapporten; open het met een ander programma.
preview-no-pages = In dit bestand staan geen bladzijden die Trede kan tonen. Vraag het rapport opnieuw aan bij wie het heeft ondertekend.
preview-unusual = Dit rapport is niet gaaf, en bladzijde { $page } is gebouwd zoals geen rapport van Trede. Daarom worden de bladzijden niet getoond.
preview-lost = Het tekenen van de bladzijden is onverwacht gestopt. Open het bestand met een ander programma.

command-preview = Rapport bekijken zoals het nu wordt
command-page-next = Volgende bladzijde
command-page-previous = Vorige bladzijde
command-page-first = Eerste bladzijde
command-page-last = Laatste bladzijde
command-page-up = Bladzijde omhoog schuiven
command-page-down = Bladzijde omlaag schuiven
command-page-number = Naar bladzijde … (of typ het nummer)
command-page-larger = Bladzijde groter
command-page-smaller = Bladzijde kleiner
command-page-fit = Hele breedte of hele bladzijde
command-page-leave = Bladzijden verlaten
