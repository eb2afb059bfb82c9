chart-lead = { $count ->
    [one] De score van 1 onderdeel op een schaal van 1 tot en met 5.
   *[other] De scores van { $count } onderdelen op een schaal van 1 tot en met 5.
}
chart-part = { $part }: { $score }
chart-part-interval = { $part }: nog niet bepaald, { $score }
chart-part-gap = { $part }: geen score ({ $score })
chart-theme = { $theme }, { $score }: { $parts }.
chart-extremes = De hoogste score is een { $high } ({ $highest }), de laagste een { $low } ({ $lowest }).
chart-same = Elk onderdeel met een score heeft een { $level }.
chart-no-score = geen score

letter-score = Voor het onderdeel { $title } ({ $part }) krijgt { $subject } een { $level } op een schaal van 1 tot en met 5.
letter-settled = De bevindingen laten { $levels } toe; de beoordelaar heeft de score vastgesteld en dat toegelicht.
letter-meaning = Volgens het normenkader betekent een { $level }: { $meaning }
letter-interval = Voor het onderdeel { $title } ({ $part }) heeft { $subject } nog geen score. Mogelijk is een { $levels } op een schaal van 1 tot en met 5.
letter-no-score = Voor het onderdeel { $title } ({ $part }) heeft { $subject } nog geen score, omdat bevindingen elkaar tegenspreken.
letter-not-applicable = Voor het onderdeel { $title } ({ $part }) krijgt { $subject } geen score, omdat de normen niet van toepassing zijn.
letter-met = { $count ->
    [one] { $subject } voldoet aan de norm over { $norms }.
   *[other] { $subject } voldoet aan de normen over { $norms }.
}
letter-no-deficiency = Geen van de gebreken die het normenkader noemt, is aanwezig.
letter-failed = Aan norm { $norm } is niet voldaan. De norm houdt in: { $text }
letter-partly = Aan norm { $norm } is deels voldaan. De norm houdt in: { $text }
letter-deficiency = Het gebrek { $norm } is aanwezig: { $text }
letter-failed-more = { $count ->
    [one] Aan de norm
   *[other] Aan de normen
} over { $norms } is { $also ->
    [also] ook niet of niet geheel voldaan.
   *[first] niet of niet geheel voldaan.
}
letter-deficiency-more = { $also ->
    [also] Ook aanwezig
   *[first] Aanwezig
} { $count ->
    [one] is het gebrek
   *[other] zijn de gebreken
} bij { $norms }.
letter-more-subjects = nog { $count } onderwerpen
letter-lift-any = Voor een { $level } moet ten minste één van deze normen in orde komen: { $norms }.
letter-lift-all = { $count ->
    [one] Voor een { $level } moet { $norms } in orde komen.
   *[other] Voor een { $level } moeten { $norms } in orde komen.
}
letter-open = { $count ->
    [one] Nog niet beoordeeld of niet vast te stellen is norm { $norms }.
   *[other] Nog niet beoordeeld of niet vast te stellen zijn de normen { $norms }.
}
letter-alert = Los van de score is er een signaal: { $title } ({ $norms }).

report-letter = Samenvatting voor een brief
report-scorecard = Scorekaart
report-scorecard-open = { $count ->
    [one] Nog open of niet vast te stellen is 1 norm: { $norms }.
   *[other] Nog open of niet vast te stellen zijn { $count } normen: { $norms }.
}
report-scorecard-rest = Niet alles past op deze bladzijde. Alle scores, namen en signalen staan op de voorpagina en op de bladzijden hierna.
report-all-scores = Alle scores

unshown = { $count ->
    [one] Eén teken kan het rapport niet tonen. Er staat het codepunt, tussen rechte haken.
   *[other] { $count } tekens kan het rapport niet tonen. Er staat telkens het codepunt, tussen rechte haken.
}
unshown-heading = Tekens die niet getoond kunnen worden
unshown-character = { $code }: { $places }
unshown-subject = naam van de aanbieder
unshown-period = periode
unshown-assessor = beoordelaar
unshown-signer = ondertekenaar
unshown-part = onderdeel { $part }
unshown-overlay = bron van de letterlijke tekst
unshown-framework = normenkader
