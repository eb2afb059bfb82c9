# Files that are attached to a finding.
size-bytes = { $number ->
    [one] 1{"\u00A0"}byte
   *[other] { $number }{"\u00A0"}bytes
}
size-kilobytes = { $number }{"\u00A0"}kB
size-megabytes = { $number }{"\u00A0"}MB
attached-file = { $name } ({ $size })
attached-file-hashed = { $name } ({ $size }, sha256 { $sha256 }…)
attach-limits = At most { $file } for each file and { $together } together; { $stored } now. Trede does not look into the files: mind numbers of persons yourself.
attach-too-large = { $file } is larger than { $most }. Nothing was attached. Make a smaller file, or refer to it in the evidence.
attach-too-much = This is too large together: there are { $stored } in the assessment, { $size } would be added, and { $most } is the limit. Nothing was attached. Files that you took off count as well, because you can undo that.
attach-not-plain = { $file } is not a plain file but a link or a device. Choose the file itself.
attach-cancelled = The attaching was called off. Nothing was attached.
attach-not-here = { $name } is a file that is not in this assessment: only its name came with an exchange file. Ask the maker of that for the file.
attach-changed = { $name } is damaged: its contents no longer fit its hash. The file is not opened. Attach it again, or put back a backup of the assessment.
attach-closed = The assessment was closed in the meantime. Nothing was attached.
refusal-too-many-attached = One norm takes at most { $most } files. Nothing was attached.
event-attached = { $norm }, files ({ $perspective })

# The panel of a norm.
attached-title = Files
attach-button = Attach a file
command-attach = Attach a file
attach-hint = Or drag files onto this window.
attach-reading = { $read } of { $all } read …
attach-cancel = Stop
attached-not-here = file not in this assessment
attached-open = Open
attached-open-name = Open { $name }
attached-save = Save
attached-save-name = Save { $name } as
attached-remove = Take off
attached-remove-name = Take { $name } off { $norm }
attach-done = { $count ->
    [one] Attached to { $norm }: 1 file.
   *[other] Attached to { $norm }: { $count } files.
}
attach-known = This file was attached to { $norm } already.
attach-busy = Files are being attached already. Wait until that is done, or stop it.
attach-other-open = The assessment was closed in the meantime; { $count ->
    [one] the file was
   *[other] the files were
} not attached.
attached-saved = Saved: { $file }
attached-opened = { $name } was opened as a copy that you cannot change.
attached-no-document = { $name } is not opened: Trede opens documents, pictures and recordings only. Save it and look at it yourself.
attach-empty = Attached to { $norm }, but { $name } is empty (0 bytes). Is that the right file?
dialog-attach = Attach a file
dialog-attach-to = Attach a file to { $norm }
dialog-save-attached = Save an attached file as
dropped-title = What do you want to do with { $file }?
dropped-attach = Attach to { $norm }
dropped-open = Open in Trede
dropped-cancel = Do nothing
dropped-needs-norm = Choose a norm first; then you can attach the file.

# The report and the command line.
report-attached = File: { $file }
report-attached-heading = Attached files
report-attached-lead = These files are in the assessment and not in this report. The hash (SHA-256) identifies each file: one changed letter gives another number.
report-attached-line = { $size }, at { $norms }. SHA-256:
cli-attach = Attaches a file to the finding on a norm
cli-attached = Shows the attached files, or writes one
arg-norm = The norm, such as IV.3.2
arg-path = The file to attach
arg-extract = The first eight or more digits of the hash (SHA-256) of the file to write
value-norm = NORM
value-path = PATH
value-extract = SHA256
cli-attached-to = Attached to { $norm }: { $file }
cli-attached-before = This file was attached to { $norm } already: { $file }
cli-attached-none = No files are attached.
cli-attached-line = { $norm }  { $file }  { $sha256 }
cli-attached-line-missing = { $norm }  { $file }  { $sha256 }  file not in this assessment
cli-attached-which = { $count ->
    [0] No attached file fits ‘{ $start }’
   *[other] More than one attached file fits ‘{ $start }’
}. Give at least eight digits of a hash from: trede attached { $file }
