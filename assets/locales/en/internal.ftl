# What stays inside the house.

internal-rationale = Rationale is internal
internal-rationale-name = Rationale for { $norm } is internal
internal-about = Internal: this text never goes into a report, a table or an exchange file.
internal-evidence = Internal evidence
internal-evidence-name = Internal evidence for { $norm }
internal-evidence-hint = References that stay in house, one a line
internal-evidence-short = Internal: { $evidence }
internal-evidence-box = Evidence ‘{ $evidence }’ for { $norm } is internal
internal-file = File is internal
internal-file-name = { $name } for { $norm } is internal
internal-marked = { $text } [internal]
command-internal = Rationale internal, or no longer
command-internal-evidence = To the internal evidence

event-internal-rationale = { $norm }, rationale internal ({ $perspective })
event-internal-evidence = { $norm }, internal evidence ({ $perspective })
event-internal-files = { $norm }, internal files ({ $perspective })
event-withheld = { $norm }, withheld from us ({ $perspective })
step-internal = { $norm }: what is internal
step-internal-evidence = { $norm }: internal evidence

withheld = Kept internal and left out here: { $what }.
withheld-rationale = rationale
withheld-evidence = evidence
withheld-attached = files

# The command line.
cli-internal = Keeps a rationale, evidence or a file in house
arg-rationale = The rationale is internal
arg-evidence = A reference that is internal, as it stands at the finding
arg-attached = The first eight or more digits of the checksum (SHA-256) of an attached file that is internal
arg-undo = No longer internal
value-evidence = TEXT
value-attached = SHA256
cli-internal-what = Say what is internal: --rationale, --evidence or --attached
cli-internal-evidence-missing = There is no evidence ‘{ $evidence }’ at { $norm }. Give the whole text, as it stands there.
cli-internal-rationale = Internal at { $norm }: the rationale
cli-internal-evidence = Internal at { $norm }: evidence ‘{ $evidence }’
cli-internal-file = Internal at { $norm }: file { $file }
cli-internal-nothing = Nothing is internal at { $norm }.
