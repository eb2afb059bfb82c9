# The assessment as tables: a spreadsheet (xlsx) and a text file (csv).

table-title = { $subject }, { $period } ({ $perspective })
table-sheet-summary = Summary
table-sheet-findings = Findings
table-sheet-attention = Attention

table-part = No.
table-name = Theme or part
table-theme-weight = Weight in total
table-weight-in-theme = Weight in theme
table-lowest = Lowest score
table-highest = Highest score
table-settled = Settled
table-status = Status
table-remark = Remark
table-leaves-mean = The part does not count in the mean of its theme.
table-no-theme-score = No score: no part of this theme can be scored.
table-no-theme-score-contradiction = { $count ->
    [one] No score: resolve the contradiction in part { $parts } first.
   *[other] No score: resolve the contradictions in parts { $parts } first.
}
table-total-how = Sum of weight × score of the themes.
table-rounded = Rounded to one decimal, halves up
table-subject = Lender
table-policy = Choice on deficiencies
table-log-hash = Hash of the log
table-log-count = Events in the log
table-made = Made on

table-part-title = Part
table-part-weight = Weight of the part in the total
table-aspect = Aspect
table-norm = Norm
table-rung = Rung
table-text = Description
table-verdict = Finding
table-verdict-code = Code
table-rationale = Rationale
table-evidence = Evidence

table-kind = Kind
table-norms = Norms
table-what = What there is
table-kind-alert = signal apart from the score
table-kind-contradiction = contradiction
table-kind-warning = warning
table-kind-lapsed = lapsed settlement
table-kind-missing = rationale missing
table-kind-open = open norm
table-kind-undetermined = cannot be established
table-kind-nothing = none
table-nothing = Nothing asks for attention.
table-missing-rationale = Without a rationale the assessment cannot be made final.
table-decisive = Decisive for the score. { $text }

table-note-shown = [Trede: { $count ->
    [one] 1 hidden character is shown as a sign
   *[other] { $count } hidden characters are shown as signs
}.]
table-note-shortened = [Trede: shortened. The text has { $count } characters, more than a cell can hold; the exchange file has all of it.]
table-told-shown = { $cell }: { $count ->
    [one] 1 hidden character is shown as a sign
   *[other] { $count } hidden characters are shown as signs
}.
table-told-shortened = { $cell }: the text of { $count } characters does not fit in a cell and is shortened. The exchange file has all of it.

arg-export-format = The form of the file: ron or json (exchange), csv or xlsx (tables)
value-export-format = FORM
cli-export-needs-out = A table goes to a file. Give a name with --out, such as --out assessment.{ $format }.

cli-schema = Shows the JSON Schema of an exchange file, of score --json or of a failed command
arg-schema = Which: exchange (exchange file), score or failure (failed command)
value-schema = SCHEMA
