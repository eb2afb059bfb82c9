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

letter-score = For the part { $title } ({ $part }), { $subject } gets a { $level } on a scale of 1 to 5.
letter-settled = The findings allow { $levels }; the assessor settled the score and gave the reason.
letter-meaning = According to the framework, a { $level } means: { $meaning }
letter-interval = For the part { $title } ({ $part }), { $subject } has no score yet. Possible is { $levels } on a scale of 1 to 5.
letter-no-score = For the part { $title } ({ $part }), { $subject } has no score yet, because findings contradict each other.
letter-not-applicable = For the part { $title } ({ $part }), { $subject } gets no score, because the norms do not apply.
letter-met = { $count ->
    [one] { $subject } meets the norm on { $norms }.
   *[other] { $subject } meets the norms on { $norms }.
}
letter-no-deficiency = None of the deficiencies that the framework names is present.
letter-failed = Norm { $norm } is not met. What it asks: { $text }
letter-partly = Norm { $norm } is met in part. What it asks: { $text }
letter-deficiency = Deficiency { $norm } is present: { $text }
letter-failed-more = { $count ->
    [one] The norm on { $norms } is
   *[other] The norms on { $norms } are
} { $also ->
    [also] also not met, or not in full.
   *[first] not met, or not in full.
}
letter-deficiency-more = { $also ->
    [also] Also present
   *[first] Present
} { $count ->
    [one] is the deficiency
   *[other] are the deficiencies
} on { $norms }.
letter-more-subjects = { $count } more subjects
letter-lift-any = For a { $level }, at least one of these norms has to be put right: { $norms }.
letter-lift-all = { $count ->
    [one] For a { $level }, { $norms } has to be put right.
   *[other] For a { $level }, { $norms } have to be put right.
}
letter-open = { $count ->
    [one] Norm { $norms } has not been judged yet or cannot be established.
   *[other] The norms { $norms } have not been judged yet or cannot be established.
}
letter-alert = Apart from the score there is a signal: { $title } ({ $norms }).

report-letter = Summary for a letter
report-scorecard = Scorecard
report-scorecard-open = { $count ->
    [one] Open or impossible to establish is 1 norm: { $norms }.
   *[other] Open or impossible to establish are { $count } norms: { $norms }.
}
report-scorecard-rest = Not everything fits on this page. All scores, names and signals stand on the cover and on the pages that follow.
report-all-scores = All scores

unshown = { $count ->
    [one] The report cannot show one character. Its code point stands there, in square brackets.
   *[other] The report cannot show { $count } characters. The code point of each stands there, in square brackets.
}
unshown-heading = Characters that cannot be shown
unshown-character = { $code }: { $places }
unshown-subject = name of the lender
unshown-period = period
unshown-assessor = assessor
unshown-signer = signer
unshown-part = part { $part }
unshown-overlay = source of the literal text
unshown-framework = framework
