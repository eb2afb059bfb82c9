# Findings of an earlier assessment of the same lender, to be confirmed.
event-proposal = { $norm }, proposal ({ $perspective })
cause-proposed = proposed from { $file } (period { $period }; log: { $count ->
    [one] 1 event
   *[other] { $count } events
}, sha256 { $sha256 })
step-proposed = { $count ->
    [one] 1 proposal from an earlier assessment
   *[other] { $count } proposals from an earlier assessment
}
step-dismissed = proposal for { $norm } dismissed
refusal-nothing-proposed = Nothing from an earlier assessment is proposed for { $norm }.
proposed-done = { $count ->
    [0] There is nothing in { $file } that can be proposed here.
    [one] 1 finding from { $file } waits to be confirmed.
   *[other] { $count } findings from { $file } wait to be confirmed.
}
proposed-judged = { $count ->
    [one] 1 norm has a verdict here already.
   *[other] { $count } norms have a verdict here already.
}
proposed-otherwise = { $count ->
    [one] 1 norm reads otherwise now or does not exist here.
   *[other] { $count } norms read otherwise now or do not exist here.
}

# The window.
command-propose = Take over from an earlier assessment
command-confirm = Confirm the proposal
command-dismiss = Dismiss the proposal
command-next-proposal = Next to confirm
dropped-propose = Take over as proposals
earlier-title = Take over from an earlier assessment
earlier-about = From an earlier assessment of { $subject } Trede takes over what was found on norms that are still open here and read exactly the same: verdict, rationale, evidence and files. It is put beside them as a proposal and does not count. You confirm it norm by norm, or dismiss it.
earlier-choose = Choose an assessment
earlier-working = The earlier assessment is being read …
dialog-earlier = Earlier assessment
earlier-busy = An earlier assessment is being read already. Wait until that is done.
mark-proposal = ← Earlier: { $verdict }
proposal-title = From an earlier assessment
proposal-verdict = Earlier: { $verdict }. This is a proposal and does not count yet.
proposal-confirm = Confirm
proposal-confirm-name = Confirm the proposal for { $norm }
proposal-dismiss = Dismiss
proposal-dismiss-name = Dismiss the proposal for { $norm }
proposal-evidence = Evidence: { $evidence }
proposal-files = Files: { $files }
proposals-next = { $count } left to confirm: to the next

# The command line.
cli-propose = Proposes findings from an earlier assessment of the same lender, to be confirmed
arg-from = The earlier assessment (.trede); it is only read
value-from = FILE
