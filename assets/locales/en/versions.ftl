cli-framework-diff = Compares two versions of a norm framework: what differs and whether that can change a score. Ends with 0 without differences, with 1 if there are differences
cli-migrate = Takes an assessment over to another version of its norm framework, in a new file; the old one stays as it is

arg-before = The first norm framework: id or file
arg-after = The second norm framework: id or file
arg-to = The version to go to: id or file of a norm framework
arg-dry-run = Writes nothing; shows both scores and what is asked again
arg-accept-sha256 = Uses a norm framework that claims to be a built-in one with other contents: the first eight or more characters of its SHA-256
value-before = FRAMEWORK
value-after = FRAMEWORK
value-to = FRAMEWORK
value-accept-sha256 = SHA256

claim-warning = { $file } calls itself { $id } { $version }, but its contents differ from the built-in norm framework with that name and version. SHA-256 built in: { $known }; of this file: { $found }.
claim-question = { $file } calls itself { $id } { $version }, but its contents differ from the built-in norm framework with that name and version.
    SHA-256 built in: { $known }
    SHA-256 of this file: { $found }
claim-refused = { $warning } If you want to use this file, repeat the command with --accept-sha256 { $prefix }.
claim-wrong = --accept-sha256 { $given } does not match { $file }: the SHA-256 of that file is { $found }. Give its first eight or more characters.

caution-other-framework = Note: these are two different norm frameworks ({ $from } and { $to }), not two versions of one.
caution-same-version = Note: both call themselves version { $after }, but their contents differ. Give the changed one a new number.
caution-lower-version = Note: the second has a lower version ({ $after }) than the first ({ $before }).

effect-score = The same answers can give another score
effect-judgement = It reads differently: an answer has to be judged again
effect-signal = Changes an alert or a warning, not the score
effect-none = Changes neither score nor judgement

subject-framework = The norm framework
subject-theme = Theme { $id }
subject-part = Part { $id }
subject-group = Group { $id }
subject-aspect = Row { $id }
subject-norm = Norm { $id }
subject-policy = Choice { $id }
subject-level = Level { $id }
subject-footnote = Footnote { $id }
subject-alert = Alert { $id }
subject-note = Note { $id }

field-text = text
field-qualifiers = marked words
field-footnote = footnote
field-rung = rung
field-row = row
field-part = part
field-theme = theme
field-twin = worded the same as
field-test-unit = where you look
field-rule = how the score follows
field-pair = contradiction within the row
field-negation = each other’s opposite
field-group = group
field-weight = weight
field-value = value
field-triggers = raised by
field-touches = is about
field-note = note
field-source-says = what the source says
field-choice = what was chosen
field-title = name
field-report-title = title of a report
field-source = source
field-scale-source = source of the scale
field-place = place in the source
field-summary = summary
field-introduction = introduction
field-silent = what the source is silent about
field-languages = languages
field-order = order

difference-new = { $subject } is new: { $text }
difference-removed = { $subject } was removed: { $text }
difference-value = { $subject }, { $field }: { $before } → { $after }
difference-text = { $subject }, { $field } ({ $language }):
difference-qualifiers = { $subject }, { $field } ({ $language }): dropped: { $before }; added: { $after }

diff-norms = Norms: { $same } the same, { $changed } changed, { $new } new, { $removed } removed.
diff-nothing = No differences.
diff-names-only = The content is the same, but the id or the version differs: { $before } and { $after }.
diff-writing-only = No differences in the contents; only the way the file is written differs (SHA-256 { $before } and { $after }).
diff-effect = { $effect } ({ $count }):
diff-advice = A new version with these differences gets number { $version } or higher.
diff-advice-kept = The number { $version } fits these differences.

migration-was = Was in version { $version }: { $verdict }.
migration-same-framework = This assessment already uses this norm framework (version { $version }, SHA-256 { $sha256 }). Nothing was done.
migration-other-framework = This assessment was made with norm framework { $from }; { $to } is another norm framework, not another version of it. Choose a version of { $from }.
migration-left-norm = { $norm }, removed norm ({ $perspective })
migration-left-part = { $part }, removed part ({ $perspective })
migration-left = removed
migration-heading = { $subject }, { $period }: from version { $before } to version { $after } of { $framework }
migration-side = Perspective { $perspective }: { $kept } { $kept ->
    [one] answer
   *[other] answers
} kept, { $reopened } to judge again, { $left } removed, { $unasked } { $unasked ->
    [one] new norm
   *[other] new norms
}.
migration-was-final = This assessment is final and stays so. The copy is not final.
migration-version = version { $version }
migration-gone = removed
migration-added = new
migration-total = Total
migration-reopened = To judge again; the old answer stands in the rationale:
migration-reopened-norm = { $norm }: was { $verdict }
migration-unasked = New norms, without an answer yet: { $norms }
migration-left-heading = Removed; can still be read in the audit log of the new file:
migration-settlement-counts = Part { $part }: settled at { $level }; still counts.
migration-settlement-look-again = Part { $part }: settled at { $level }; still counts, but the part has changed. Look at it again.
migration-settlement-lapsed = Part { $part }: settled at { $level }; no longer fits the findings and does not count now. It is kept.
migration-elsewhere = Also described differently, without opening a norm:
migration-nobody = There are no findings yet.
migration-dry-run = Nothing was written.
migration-made = Taken over to { $file }. { $old } has not been changed.

cause-migrated = taken over from an earlier assessment: audit log of { $count ->
    [one] 1 event
   *[other] { $count } events
}, checksum { $head }; norm framework { $framework } version { $version }, SHA-256 { $sha256 }

newer-about = There is a newer version of this norm framework: { $version }.
newer-look = Take over a copy …
newer-title = From version { $before } to { $version }
newer-explanation = The copy becomes a new file beside this one. This assessment stays as it is, with its own norm framework.
newer-write = Make the copy and open it
newer-judge = { $count ->
    [one] Please judge { $norms }.
   *[other] Please judge these norms: { $norms }.
}

dialog-framework = Norm framework from a file
new-own-framework = Norm framework from a file …
claim-yes = Use this file all the same
claim-title = Use this norm framework?
