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
