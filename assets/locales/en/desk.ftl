# Finding.
find-title = Find
find-hint = Number or words, for example V.5.3 or proactive
find-all = All { $count }
find-norms = Norms { $count }
find-rationales = Rationales { $count }
find-evidence = Evidence { $count }
find-notes = Notes { $count }
find-first = The first { $shown } of { $count }. Type more to find fewer.
find-in-norm = norm
find-in-rationale = rationale
find-in-evidence = evidence
find-in-settlement = reason for settling
find-in-note = left open by the source
find-other-side = { $place } ({ $perspective })
nothing-found = Nothing found. Try fewer words or part of a word; capitals and accents make no difference.

# Steps that can be undone.
step-verdict = { $norm } { $verdict }
step-rationale = rationale of { $norm }
step-rationale-gone = rationale of { $norm } removed
step-evidence = evidence for { $norm }
step-attached = file for { $norm }
step-other-norm = { $norm } changed
step-norms = { $more ->
    [one] { $first } and 1 other norm
   *[other] { $first } and { $more } other norms
}
step-cover = cover
step-assessor = assessor
step-policy = choice on deficiencies
step-settled = part { $part } settled at { $level }
step-settled-back = settling of part { $part } taken back
step-other = change
step-other-side = { $step } ({ $perspective })
undone-step = Undone: { $step }. { $keys } brings it back.
redone-step = Done again: { $step }. { $keys } takes it back.
undo-step = Undo: { $step }
redo-step = Redo: { $step }
history-title = Steps
history-about = Choose a step to go back or forward to it. The log also keeps what you take back. You can go forward until you record something new.
history-empty = There is nothing to undo yet. What you record from now on appears here. Making final closes the steps before it.
history-confirm = { $count ->
    [one] This takes back the first step: everything that was recorded with it. You can go forward again until you record something new; after that it stands in the log only.
   *[other] This takes back { $count } steps. You can go forward again until you record something new; after that they stand in the log only.
}
history-confirm-yes = Yes, take back
history-final = This assessment is final. The steps before that cannot be taken back any more. Reopen it in the overview to work on.
history-begin = Beginning
history-here = { $step } – you are here
history-saving = being saved …
history-when = { $when } · { $who }
history-back = Back to { $step }, { $when }
history-forward = Forward to { $step }, { $when }
history-now = You are here: { $step }, { $when }
history-log = To the log
history-confirm-title = Take steps back?
command-history = Steps back and forward

# Messages.
technical-message = Technical message:
messages-title = Messages
messages-about = What Trede has told since it started, the latest first; at most { $most }.
messages-none = Nothing has been told yet. What appears at the foot of the window can be read again here.
messages-done = { $when } · done
messages-problem = { $when } · problem
messages-unfold = Show technical facts
messages-fold = Hide technical facts
problems-unfold = Show all problems
problems-fold = Hide all problems
all-problems = All problems:
messages-copy = Copy the facts
command-messages = Read messages again

# Contrast and size.
settings-contrast = Contrast
settings-contrast-normal = Normal
settings-contrast-strong = High: black, white and clear lines
settings-zoom = Size
settings-zoom-now = Now { $percent }%.
command-contrast = High contrast on or off

# Several assessments in one window.
window-title = { $subject } – { $file } – Trede
tabs-name = { $subject }, { $file }
tabs-name-unsaved = { $subject }, { $file }: not saved
tabs-close = Close { $subject } ({ $file })
tabs-now = You are now working on { $subject } ({ $file }).
tabs-full = { $most } assessments are open already. Close one first with Ctrl W.
tabs-gone = The assessment that asked for this file was closed meanwhile. Nothing was done with it.
closing-waits = At { $norm } the rationale is still missing. Without one your verdict is not stored. Complete it. If you close once more, it is lost.
closing-waits-number = The text at { $norm } holds a number of a person. Remove it or say why it must stay. If you close once more, the number is left out.
tabs-report-under-way = The report of this assessment is still being made. Close it when that is done.
command-next-tab = Next open assessment
command-previous-tab = Previous open assessment

# The tour.
command-tour = Tour
tour-step = Tour, step { $step } of { $all }
tour-parts-title = The parts
tour-parts = These are the parts with their scores. Where it says 2–4, those scores are still possible. Click a part to judge it.
tour-cell-title = A norm
tour-cell = This is the chosen norm. Press Y for yes or N for no, or click. One more click, or Backspace, makes the norm open again. The arrows take you from norm to norm.
tour-why-title = Why this score
tour-why = Here you read how the score comes about and what a higher one takes. Below it you write a rationale and name the evidence.
tour-next = Next step
tour-skip = Skip the tour
tour-done = Get to work

# Empty places.
overview-nothing-judged = You have judged nothing here yet. Begin with the first norm; the scores follow.
overview-begin = To the first norm

# The file is gone.
file-replaced = { $file } was replaced by another file meanwhile.
dialog-copy = Save a copy as
trouble-missing = ⚠ The file of this assessment is gone: { $file } was moved or deleted. Everything is still in this window. Save a copy; you go on in it.
trouble-replaced = ⚠ Another file lies where this assessment was: { $file }. Everything is still in this window. Save a copy elsewhere; you go on in it.
trouble-copy = Save a copy …
trouble-moved = Everything is stored. You go on in { $file }.
log-earlier = the clock stood earlier here than at the event before; the numbers give the order
