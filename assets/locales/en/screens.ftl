# The audit log in words.
event-subject = lender
event-kvk = Trade register number (KvK)
event-period = period
event-assessor = assessor ({ $perspective })
event-policy = choice on deficiencies ({ $perspective })
event-verdict = { $norm }, verdict ({ $perspective })
event-rationale = { $norm }, rationale ({ $perspective })
event-evidence = { $norm }, evidence ({ $perspective })
event-settlement = part { $part }, settled ({ $perspective })
event-settled = { $level }: { $rationale }
event-final = final ({ $perspective })
event-yes = yes
event-no = no
event-nothing = (nothing)

# The log on screen.
log-more = Show all of it
log-less = Show less
log-title = Audit log
log-verified = { $count ->
    [one] 1 event; the chain of checksums is correct from the first to the last.
   *[other] { $count } events; the chain of checksums is correct from the first to the last.
}
log-head = State of the audit log (sha256): { $sha256 }
log-broken = The audit log is not correct. { $reason }

# Forms.
form-back = ← Back
form-cancel = Cancel
form-typed-path = { $what }: type a path
form-typed-path-hint = Type where the file is
form-typed-path-hint-save = Type where the file goes
form-typed-path-hint-folder = Type the folder
form-take-path = Use this
form-take-path-name = { $what }: use the typed path
form-exists = { $file } already exists and is not overwritten. Choose another place.

# Asking for files.
dialog-open = Open assessment
dialog-new = Save new assessment as
dialog-example = Folder for the example
dialog-import = Import exchange file
dialog-export = Write findings
dialog-report = Save report as
dialog-verify = Verify report
dialog-trust = Certificate of a signer
dialog-compare-log = Assessment behind this report
dialog-any = Open assessment or report
confirm-no = No, do nothing
confirm-replace-title = Replace the file?
confirm-replace = { $file } already exists. If you replace it, its old content is gone.
confirm-replace-yes = Yes, replace
take-needs-assessment = Open an assessment first; then this exchange file can be imported.
take-unknown = Trede cannot open { $file }. Choose an assessment (.trede), a report (.pdf) or an exchange file (.ron, .json).
show-failed = { $file } cannot be opened with another program. The file itself is there: open it from your file manager. Technical message: { $detail }.
stop-work = Stop
work-stopped = Stopped. Nothing was written.
job-lost = The work was broken off unexpectedly. Nothing has been changed; try again.
settings-set-aside = The settings could not be read and have been kept as { $file }. Trede starts with the default settings.
settings-not-kept = The settings could not be saved. { $reason }

settings-title = Settings
settings-appearance = Colours
settings-appearance-system = Follow the system
settings-appearance-light = Light
settings-appearance-dark = Dark
settings-language = Language
settings-language-nl = Nederlands
settings-language-en = English
settings-size = Larger and smaller: Ctrl + and Ctrl -. Ctrl 0 goes back to normal.

# The first screen.
start-title = Trede
start-about = Assess how a mortgage lender treats customers in arrears, norm by norm, and record it in a signed report.
start-new = New assessment
start-new-about = Choose a norm framework and a lender.
start-open = Open
start-open-about = A file that ends in .trede.
start-example = Try the example
start-example-about = A completed assessment of an invented bank.
start-example-elsewhere = Another folder
start-verify = Verify report
start-verify-about = Is a report intact, and who signed it?
start-drop = You can also drag an assessment, a report or an exchange file onto this window.
start-recent = Recently opened
start-recent-none = Nothing yet. Begin with ‘New assessment’, or look around first with ‘Try the example’.
start-missing = not found
start-forget = Remove from list
start-forget-name = Remove { $file } from the list
start-open-name = Open { $file }
start-frameworks = Built-in norm frameworks
start-framework = version { $version }, sha256 { $sha256 }

# A new assessment.
new-title = New assessment
new-about = The framework is fixed from then on. The rest goes on the cover, and you can still change it later.
new-framework = Norm framework
new-perspective = Perspective
new-place = File
new-elsewhere = Choose another place
new-nameless = assessment
new-create = Create assessment

# The cover.
cover-title = Cover
cover-subject = Lender
hint-cover-subject = Name of the lender
cover-kvk = Trade register number (KvK; may be left empty)
hint-cover-kvk = 8 digits
cover-period = Period
hint-cover-period = for example 2026
cover-name = Name of the assessor
hint-cover-name = First name and surname
cover-name-needed = Enter the name of the assessor.
who-title = Who works on this assessment?
who-about = All that you change stands in the log under this name. You choose the assessor in the report on the cover.
who-other = Someone else
who-take = Work under the name you typed
who-line = You work as
who-line-name = You work as { $who }. Change
who-nobody = Your name is not known
who-choose = Choose a name
who-nobody-name = Your name is not known. Choose the name you work under
who-unknown = name not known
who-named = { $name }, { $role }
who-name = Your name
hint-who-name = First name and surname
who-name-needed = Fill in your name.
cover-role = Role
hint-cover-role = for example supervisor
cover-assessor = Assessor, perspective { $perspective }
cover-source-says = What the source says
cover-choice = What has been chosen here
cover-save = Save

# The overview.
overview-title = Overview
overview-about = { $subject }, period { $period }, perspective { $perspective }.
overview-cover = Change cover
overview-part = Part
overview-score = Score
overview-norms = Norms
overview-rationales = Without rationale
overview-warnings = Alerts and warnings
overview-of = { $done } of { $all }
overview-none = –
overview-total = Total
overview-unrounded = Unrounded: { $score }
overview-alert = Alert: { $title }
overview-open = Open or cannot be established
overview-open-none = No norm is open.
overview-look-again = To look at again
overview-look-again-none = No contradiction, no warning and no missing rationale.
overview-to-norm = Go to norm { $norm }
overview-final = Finish
overview-ready = Everything has been filled in. Making it final freezes the assessment of this perspective; it can be reopened, with a reason.
overview-lacking = This is still missing:
overview-lacking-open = { $count ->
    [one] 1 norm is open.
   *[other] { $count } norms are open.
}
overview-lacking-settled = { $count ->
    [one] Part { $parts } has no score yet: settle it.
   *[other] Parts { $parts } have no score yet: settle them.
}
overview-lacking-contradiction = Contradiction in { $parts }: resolve it first.
overview-lacking-rationales = { $count ->
    [one] The rationale is missing for 1 norm.
   *[other] The rationale is missing for { $count } norms.
}
overview-finalize = Make final
overview-final-here = This assessment is final: you can read it, not change it. Reopening is done at ‘Finish’ on this page.
overview-is-final = ✓ This assessment is final and frozen.
overview-reason = Reason for reopening
overview-reason-hint = Why does something still need to be changed?
overview-reopen = Reopen
overview-exchange = Exchange
overview-exchange-about = An exchange file holds the findings of one perspective as plain text, for exchange between lender and supervisor. Spreadsheet and table are for counting and sorting; they cannot be read in.
overview-import = Import
overview-typed-import = Import from a file whose place you type:
overview-typed-export = Write to a place that you type; the form follows from .ron, .json, .xlsx or .csv:
overview-export-ron = Write as RON
overview-export-json = Write as JSON
overview-export-xlsx = Write as a spreadsheet (XLSX)
overview-export-csv = Write as a table (CSV)

# One's own signature.
identity-first = A report carries your signature, so that anyone can see that nothing in it has been changed. You have no signature on this computer yet; you create it once.
identity-another = A second signature, for example for a colleague on the same computer.
identity-make = Create your signature
identity-name = Name
identity-name-help = This is how your name appears in the report.
identity-passphrase = Passphrase
identity-passphrase-help = At least 8 characters; a short sentence is easiest to remember.
identity-again = Repeat the passphrase
identity-differs = The two passphrases are not the same.
identity-loss = If you lose the passphrase
identity-loss-1 = It cannot be recovered; Trede cannot find it out either.
identity-loss-2 = You then create a new signature and give the new certificate to those who verify your reports.
identity-loss-3 = Reports that you signed earlier remain valid.
identity-make-button = Create signature
identity-made = The signature of { $name } has been created. Keep the passphrase safe.
identity-making = The signature is being created …

# The report.
reporting-title = Report
reporting-about = The report holds the assessment of one perspective, with all norms, rationales and the derivation of every score.
reporting-looking = Looking for signatures …
reporting-perspective = Perspective
reporting-final = The assessment is final.
reporting-concept = { $count ->
    [0] The assessment is not final yet: every page will carry the mark DRAFT.
    [one] The assessment is not final yet and 1 norm is open: every page will carry the mark DRAFT.
   *[other] The assessment is not final yet and { $count } norms are open: every page will carry the mark DRAFT.
}
reporting-to-overview = To the overview: what is still missing, and making it final
reporting-identity = Signature
reporting-signer = { $name } (sha256 { $sha256 }…)
reporting-passphrase = Passphrase of this signature
reporting-another-identity = Create another signature
reporting-place = File
reporting-make = Create and sign report
reporting-step-name = Step { $step } of { $all }
reporting-step-unlock = Unlock the signature
reporting-step-make = Create and sign the pages
reporting-step-write = Write the file
reporting-step-verify = Verify what was written
reporting-ready = The report is ready: signed, and verified after writing.
reporting-ready-not-intact = The report has been written, but the check afterwards found that it is not intact. Do not use it; make it again in another place.
reporting-open = Open report
reporting-verify = Verify
reporting-copy-path = Copy path
reporting-hand-out = Whoever receives your report can confirm { $name } with this fingerprint:
reporting-again = Create another report

# Verification on screen.
verify-title = Verify report
verify-about = Trede checks whether the report is intact and calculates the scores again. Who signed it is a separate question.
verify-choose = Choose report
verify-other = Choose another report
verify-working = The report is being verified …
verify-signer = Who signed it
verify-unknown = Signer not confirmed
verify-broken-about = Comparing a fingerprint does not help here: this file is no longer what was signed. Ask the signer to send the report again.
verify-broken-says = This is what the file holds. It is not intact: do not rely on it.
verify-unknown-about = Anyone can sign a changed report with a key of their own. Compare the fingerprint with the signer’s, by a route other than this report: over the telephone, or from a certificate that you received earlier.
verify-trust = Trust this signer
verify-trust-file = Choose the signer’s certificate
verify-trust-question = Trust { $names } only if you have compared the fingerprint by another route. From then on, reports with this signature are called ‘confirmed’.

    { $prints }
verify-trust-print = { $name }: { $sha256 }
verify-trust-yes = I have compared it: trust
verify-trust-title = Trust from now on?
verify-trusted = { $name } is now a trusted signer.
verify-name = Name
verify-at = Time
verify-claimed = { $at }, according to the signer
verify-print = Fingerprint
verify-covers = Covers
verify-covers-all = the whole file ({ $bytes } bytes)
verify-covers-first = the first { $bytes } bytes; what follows is the second reader’s signature only
verify-covers-unsure = cannot be told: the file is not intact
verify-standing = Confirmed
verify-standing-none = no, not on your list of trusted signers
verify-standing-unsure = cannot be said: the signature does not hold
verify-standing-unread = cannot be said: the list of trusted signers cannot be read
verify-pages = Pages
verify-pages-same = say exactly what follows from the assessment in the report
verify-pages-differ = say something else than follows from the assessment in the report
verify-pages-drawn = the text agrees with the assessment in the report; whether nothing else can be seen is not certain
verify-pages-unread = cannot be read
verify-log = Does it belong to an assessment?
verify-log-about = A report names the state of the log it was made from. Choose the .trede file to see whether that is right.
verify-log-choose = Choose an assessment
trusted-title = Trusted signers
trusted-about = Whoever is on this list is called ‘confirmed’. Only put someone on it whose fingerprint you have compared by another way.
trusted-own = yes, your own signature
verify-own = This is your own signature.
trusted-note = Note
trusted-note-help = For the signer you add now, for instance how you compared. May stay empty.
trusted-remove = Remove { $name }
trusted-remove-title = Take off the list?
trusted-remove-question = Reports by { $name } will then no longer be called ‘confirmed’.
trusted-remove-yes = Remove
verify-says = What the report says, calculated again
verify-subject = Lender
verify-kvk = KvK number
verify-period = Period
verify-perspective = Perspective
verify-assessor = Assessor
verify-nobody = not filled in
verify-framework = Norm framework
verify-total = Total
verify-part = Part { $part }

# Help.
help-title = Help
help-about = Every part gets a score from 1 to 5. It follows step by step from your findings on three rungs: 1 (deficiencies), 3 (sufficient) and 5 (good).
help-rule = How a score comes about
help-rule-1 = If all norms of rung 3 are met, the part is at least a 3.
help-rule-2 = If a norm of rung 5 that distinguishes a 5 from a 3 is met as well, it is a 4; if all norms of rung 5 are met, it is a 5.
help-rule-3 = If a norm of rung 3 is not met, the part stays below a 3: without deficiencies of rung 1 it is a 2, with all deficiencies a 1.
help-rule-4 = If there are deficiencies, but not all of them, the choice on the cover (S-03) says whether it is a 1 or a 2, or that you settle this yourself.
help-rule-5 = Norms that are not applicable do not count. If something is still open, you see which scores are still possible.
help-rule-6 = This is the rule of the framework on arrears. Another framework may have other rungs, or leave a score to you: each part then says so.
help-example = An example
help-example-1 = Suppose that in part V all six norms on rung 3 are met: V.3.1 to V.3.6. Then the score is at least a 3.
help-example-2 = On rung 5, the customer has been informed proactively about every step (V.5.6): met. That norm is only on rung 5, so it becomes a 4.
help-example-3 = The norm for immediate contact on rung 5 (V.5.1) is not met. So it is not a 5.
help-example-4 = If one norm of rung 3 were not met, V.3.6 for example, the part would drop to a 2 (without deficiencies), however good the rest of rung 5 is.
help-example-5 = The total of the example bank: safeguarding and policy (3 + 5 + 3) : 3 = 3.667 and treatment of customers (3 + 2 + 1 + 4) : 4 = 2.500. 30% of the first and 70% of the second make 2.850: rounded a 2.9.
help-know = Good to know
help-know-1 = You answer identical norms on rungs 3 and 5 once; they do not lift the part.
help-know-2 = You resolve a contradiction (rung 3 met and the deficiency present) first; in a few rows it is a warning.
help-know-3 = N/a, partly and cannot be established require a rationale immediately. Not met on rung 3 and a deficiency require one before you make the assessment final.
help-know-4 = Everything is saved immediately. You can undo until you make the assessment final; the audit log keeps both.
help-know-5 = The total is 30% safeguarding and policy and 70% treatment of customers, with one decimal; the unrounded value is shown with it.
help-keys = Keys

overview-charts-some = Drawn are the first { $shown } of { $all } parts; the table has all of them.
why-copy-letter = Copy summary
why-copy-letter-hint = This part in full sentences, to paste into a letter
letter-copied = The summary of part { $part } is on the clipboard.
