cli = Assesses how a mortgage lender treats customers in arrears, and makes a signed report.
cli-commands = Commands
cli-command-name = COMMAND
cli-arguments = Arguments
cli-options = Options
cli-options-name = OPTIONS
cli-help-template = {"{"}about-with-newline{"}"}
    Usage: {"{"}usage{"}"}

    {"{"}all-args{"}"}{"{"}after-help{"}"}
cli-framework = Norm frameworks: list, check and content
cli-framework-list = Lists the built-in norm frameworks, and those in a folder
cli-framework-check = Names every problem in a framework or a file with literal texts, with line and column
cli-framework-new = Creates a skeleton of a norm framework with explanations, to fill in yourself
cli-framework-show = Shows themes, parts, aspects, norms and choices
cli-new = Creates an assessment
cli-import = Imports an exchange file into an assessment
cli-export = Writes the findings of one perspective: as an exchange file or as tables
cli-score = Shows scores with their derivation, from an assessment or an exchange file
cli-finalize = Creates a complete assessment final
cli-reopen = Opens a final assessment again, with a reason
cli-log = Shows the audit log, or checks it

arg-file = The assessment (.trede)
arg-files = The files
arg-exchange = The exchange file (RON or JSON)
arg-framework-file = The file to create
arg-framework-id = The id of the framework; without it the name of the file
arg-id = An id or a file
arg-dir = A folder with norm frameworks
arg-framework = Id or file of the norm framework
arg-subject = The name of the lender
arg-kvk = The trade register number (KvK), eight digits
arg-period = The period that is assessed
arg-assessor = The name of the assessor
arg-role = The role of the assessor
cli-or-force = { $message } To replace it, add --force.
arg-force = Replaces a file that is already there
arg-reason = The reason; stands in the log
arg-perspective = Whose findings: supervisor, self (self-assessment) or reviewer (second reader)
arg-format = The form of the file: ron or json
arg-out = Where to
arg-require-complete = Ends with 1 if the assessment is not complete
arg-letter = Gives each part in full sentences, to put into a letter
arg-verify = Only checks whether the audit log is correct
arg-against = A report or exchange file that the state of the audit log must match
arg-lang = The language of the messages: nl or en
arg-json = Answers with one JSON document
arg-help = Shows this help
arg-version = Shows the version

value-lang = LANGUAGE
value-file = FILE
value-files = FILE
value-exchange = EXCHANGE
value-id = ID
value-dir = FOLDER
value-framework-file = FILE
value-framework-id = ID
value-framework = FRAMEWORK
value-subject = NAME
value-kvk = NUMBER
value-period = PERIOD
value-assessor = NAME
value-role = ROLE
value-reason = TEXT
value-perspective = PERSPECTIVE
value-format = FORMAT
value-out = PATH
value-against = FILE
value-report = REPORT
value-name = NAME
value-identity = NAME
value-passphrase-env = VARIABLE
value-at = TIME
value-trust = CERTIFICATE
value-certificate = CERTIFICATE
value-note = TEXT
value-fingerprint = FINGERPRINT

cli-cannot = That is not possible:
cli-unknown-argument = ‘{ $argument }’ is not a known option. See trede --help.
cli-unknown-command = ‘{ $command }’ is not a known command. See trede --help.
cli-missing-argument = Something is missing: { $argument }. See trede --help.
cli-missing-command = A command is missing. See trede --help.
cli-missing-value = A value is missing for { $argument }.
cli-invalid-value = ‘{ $value }’ is not possible for { $argument }. Possible: { $valid }.
cli-argument-twice = { $argument } cannot be combined like this or used twice.
cli-wrong-use = This is wrong use of the command { $argument }. See trede --help.
cli-unknown-framework = There is no norm framework or file ‘{ $framework }’. Built in: { $known }.
cli-other-perspective = { $file } holds the findings of perspective { $found }, not of { $asked }. Leave out --perspective or choose the right file.
cli-same-file = { $file } is the file that is being read. Choose another name with --out.
cli-made = Created: { $file }
cli-written = Written: { $file }
cli-imported = Imported for perspective { $perspective }: { $answers ->
    [one] 1 finding
   *[other] { $answers } findings
}, { $settlements ->
    [one] 1 settled score
   *[other] { $settlements } settled scores
}.
cli-final = The assessment of perspective { $perspective } is now final.
cli-reopened = The assessment ({ $perspective }) is open again. The reason stands in the log.
cli-log-intact = The audit log is correct: { $count ->
    [one] 1 event
   *[other] { $count } events
}, checksum { $sha256 }.
cli-no-log-head = { $file } holds no state of an audit log to compare with.
cli-alert = Alert, separate from the score: { $title } ({ $norms }).
cli-total-complete = Total, fully assessed: { $total }
cli-total-incomplete = Total, not complete yet: { $total }

score-none = no score

framework-on-board = built in
framework-new = { $file } has been created. Fill it in and check it with: trede framework check { $file }
cli-framework-id = ‘{ $id }’ cannot be the id of a norm framework. Give one with --id: letters without accents, digits, dots and hyphens.
framework-clean = { $file } is in order: { $parts } parts, { $norms } norms.
framework-problems = { $count ->
    [one] 1 problem found.
   *[other] { $count } problems found.
}
framework-footnotes = Footnotes:
framework-alerts = Alerts beside the score:
framework-notes = Where the source can be read in more than one way:
framework-twin = the same as { $norm }; asked once
framework-policies = Choices where the source leaves room:

cause-created = assessment created
cause-edit = changed
cause-continued = continuation of the change
cause-adopted = implied verdicts filled in
cause-imported = exchange file imported
cause-undo = undone: { $seq }
cause-redo = redone: { $seq }
cause-finalized = made final
cause-reopened = reopened: { $reason }

change = { $what }: { $before } → { $after }

cli-demo = Does all the work on an example: assess, create the report, sign, verify
cli-report = Creates a signed report of an assessment
cli-sign = Adds the second reader’s signature to a report
cli-verify = Verifies a report: is it intact, does it match the assessment, who signed it
cli-extract = Takes the assessment out of a report
cli-identity = Your own signatures: create, list, export the certificate
cli-identity-new = Creates a signature, protected with a passphrase
cli-identity-list = Lists the signatures on this computer
cli-identity-export = Writes the certificate of a signature, to give to others
cli-trust = Your own list of trusted signers: add, show, remove
cli-trust-add = Adds a signer. Compare the fingerprint by another way first
cli-trust-list = Shows the list, with where from and since when
cli-trust-remove = Removes a signer

arg-report = The report (PDF)
arg-name = The name of the signer
arg-passphrase-env = The environment variable that holds the passphrase
arg-identity = Who signs
arg-unsigned = Without a signature
arg-at = The time to use instead of now, such as 2026-11-22T14:00:00+01:00
arg-trust = The certificate (PEM) of who should have signed; may be repeated. Goes before your own list
arg-certificate = The file with the certificate (PEM or DER)
arg-note = A note, for instance how the fingerprint was compared
arg-fingerprint = The first digits of the fingerprint, at least eight

cli-report-progress = The report is being created …
cli-report-signed = Signed report written: { $file }
cli-report-unsigned = Report without a signature written: { $file }
cli-signed = Signed by the second reader: { $file }
cli-wrong-time = ‘{ $at }’ is not a time. Write it like this: 2026-11-22T14:00:00+01:00.
cli-identity-made = Signature created in the name of { $name }.
    Stored in { $file }
    Certificate fingerprint: { $sha256 }
    Keep the passphrase safe: it cannot be recovered. Without it you can no longer sign; earlier reports remain valid.
cli-no-identities = There are no signatures yet. Create one with trede identity new NAME.
cli-identity-none = There is no signature yet. Create one with trede identity new NAME, or choose --unsigned.
cli-identity-which = There is more than one signature. Choose one with --identity NAME; trede identity list shows them.
cli-passphrase = Passphrase:
cli-passphrase-again = Repeat the passphrase:
cli-passphrase-differs = The two passphrases are not the same. Nothing was created.
cli-passphrase-variable = The environment variable { $variable } is empty or does not exist. Put the passphrase in it.
cli-passphrase-needed = The passphrase is needed: type it on a terminal, or give --passphrase-env with the name of an environment variable.
cli-demo-taken = The folder { $folder } is not empty. Choose an empty or new folder with --out.

verify-intact = Intact: the report has not changed since it was signed and states what follows from the assessment.
verify-not-intact = Not intact. Do not trust this report:
verify-signature = Signed by { $name }, { $field }, on { $at } (the time is the signer’s own).
verify-fingerprint = Certificate fingerprint: { $sha256 }
verify-not-confirmed = Signer not confirmed. Anyone can sign a changed report with a key of their own; compare the fingerprint, give --trust with the signer’s certificate, or put it on your list with trede trust add.
verify-confirmed = Signer confirmed.
verify-stranger = The signer is not one of the trusted signers given with --trust.
verify-confirmed-list = Signer confirmed: on your list of trusted signers ({ $count }).
verify-stranger-list = Signer not confirmed: not everyone who signed is on your list of trusted signers ({ $count }). Anyone can sign a changed report with a key of their own; compare the fingerprint by another way.
verify-claimed-signers = As signer the file names: { $names }. That was not checked: Trede checks its own reports only.
verify-recomputed = Calculated again: { $subject }, { $period }, perspective { $perspective }: total { $total }.
verify-concept = It is a draft: the assessment was not final.
verify-framework-foreign = Note: the norm framework in this report is not the built-in one.
verify-drawing-not-compared = The report was made with another version of Trede; the text has been compared, the drawing has not.
verify-log-matches = The audit log of the .trede file matches this report.
verify-log-differs = The .trede file does not belong to this report, or has changed since. { $reason }
verify-no-log-head = The report holds no state of the audit log.
