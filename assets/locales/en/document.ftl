chart-lead = { $count ->
    [one] The score of 1 part on a scale of 1 to 5.
   *[other] The scores of { $count } parts on a scale of 1 to 5.
}
chart-part = { $part }: { $score }
chart-part-interval = { $part }: not determined yet, { $score }
chart-part-gap = { $part }: no score ({ $score })
chart-theme = { $theme }, { $score }: { $parts }.
chart-extremes = The highest score is a { $high } ({ $highest }), the lowest a { $low } ({ $lowest }).
chart-same = Every part with a score has a { $level }.
chart-no-score = no score
