report-brand = Trede
report-page = { $page } of { $pages }
report-concept = DRAFT
report-concept-why = DRAFT. This assessment is not final yet; the scores can still change.
report-none = not stated
report-standing = Nature
report-not-afm = not a publication of the AFM; norms in the words of the framework

report-framework = Norm framework
report-framework-hash = Framework fingerprint
report-version = version
report-kvk = KvK number
report-period = Period
report-perspective = Perspective
report-assessor = Assessor
report-date = Date
report-is-final = final
report-is-concept = draft
report-log = Audit log
report-log-count = { $count ->
    [one] 1 event, checksum
   *[other] { $count } events, checksum
}

report-total-complete = Total score, fully assessed
report-total-incomplete = Total score, not fully assessed yet
report-total-how = { $total } = { $sum }, halves rounded up.
report-total-none = There is no total score: a theme has no score. The weighting is not changed silently.
report-alert = Alert: { $title } ({ $norms }).
report-alert-mark = alert
report-score-spoken = Score: { $status }

report-column-part = No.
report-column-title = Part
report-column-status = Status
report-column-score = Score
report-column-norm = Norm
report-column-text = Description
report-column-finding = Finding
report-column-rationale = Rationale
report-column-policy = Subject
report-column-source-says = What the source says
report-column-choice = Choice in this report
report-column-meaning = Meaning

report-why = Why this score
report-admissible = Possible scores: { $levels }.
report-admissible-none = There is no possible score.
report-decisive = Decisive: { $norms }.
report-settlement = Settled on { $level } by the assessor.
report-settlement-lapsed = Settled on { $level } earlier; that no longer fits the findings and does not count now.
report-rung-deficiencies = Rung { $rung } (deficiencies)
report-rung-requirements = Rung { $rung } (requirements for a { $rung })
report-evidence = Evidence: { $evidence }
report-twin = Identical to { $norm }; assessed once.
report-footnotes = Footnotes
report-notes = Choices that the framework leaves open

report-open = Open norms
report-open-none = All norms have been assessed and none is marked ‘cannot be established’.
report-open-part = Part { $part }: { $norms } ({ $count } open or cannot be established).
report-policies = Choices used in the calculation
report-policies-lead = On these points the source leaves room. This is what it says and what applies in this report.
report-policy-in-force = In this report: { $policy }.
report-general-notes = Points that are unclear in the framework as a whole
report-scale = The scale
report-scale-lead = Place in the source: { $place }. { $source }
report-silent = What the source is silent on

report-signature = Signature
report-signer = Signer
report-unsigned = this report was created without a signature
report-fingerprint = Certificate fingerprint
report-made = Created on
report-program = Created with
report-field-assessor = assessor
report-field-second-reader = Second reader
report-field-empty = still to be signed
report-field-assessor-description = Signature of the assessor
report-field-second-reader-description = Signature of the second reader
report-unsigned-kind = This report is not signed. The file does not show who made it, nor whether it has been changed since.
report-signature-kind = This is not a qualified electronic signature. It proves that the report has not changed since it was signed; who the signer is becomes certain only when you have received the certificate from the signer directly.
report-signature-warning = A PDF reader may report that the signer is unknown. That is because the signer made the certificate and it is not on that reader’s list; it does not make the report any less intact.
report-signature-check = Verify this report with Trede: choose ‘Verify report’, or give the command trede verify with this file. Compare the fingerprint above with the signer’s, by a route other than this file.
report-signature-inside = The assessment travels with this file as an attachment. During verification, Trede calculates it again and compares the outcome with what is on the pages.
report-file-assessment = The assessment as an exchange file
report-file-framework = The norm framework used for the assessment
report-file-parameters = Data with which this report can be created again
