# Moving in the rubric and looking at differences.

filter-none = This part has no such norms. You see only the row of the selected norm.
why-idle = { $count ->
    [one] { $norms } is open too, but does not change the outcome by itself.
   *[other] { $norms } are open too, but do not change the outcome by themselves.
}
filter-menu-name = In view: { $shown }
column-show = Bring column { $rung } into view
filter-alert = Alert { $count }
mark-alert = ⚠ alert
command-next-contradiction = Next contradiction
command-next-rationale = Next missing rationale
command-filter-alert = Only rows with an alert
adopted = Adopted what follows: { $step }.
adopted-nothing = There is nothing to adopt in this part.
went-on = On to part { $part }: { $title }.
no-open-norm = No norms are open any more.
no-contradiction = There is no contradiction.
no-rationale-due = No rationale is missing.

difference-title = Difference with the rungs beside it
difference-with = Rung { $rung }: { $norm }
difference-none = The same words as here.
difference-only-here = Only in { $own }: { $words }
quoted = ‘{ $text }’

command-trial = What if: try findings out, or stop doing so
trial-title = What if? Nothing of this is recorded.
rubric-final = This assessment is final: you can read it, not change it.
rubric-read-only = Looking only: nothing can be changed in this file now.
rubric-final-reopen = Reopening is done in the overview
trial-nothing = Nothing tried yet; the total is { $before }.
trial-moves = Total { $before } → { $after }; { $count ->
    [one] { $count } norm different
   *[other] { $count } norms different
}.
trial-no-total = cannot be determined yet
trial-stop = Stop trying
trial-ended = Trying has stopped. Nothing was recorded.
trial-not-that = This cannot be done while trying. Stop that first.
trial-no-texts = Nothing is written down while trying.
trial-begin = What if?
trial-begin-hint = Try findings out and see what the total does, without recording anything (key W)
trial-total = total (tried)
trial-status = follows from what you try
saved-waits = not saved yet
