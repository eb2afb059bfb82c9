field-assessor = assessor
field-second-reader = second reader

signature-reason-assessor = Assessor
signature-reason-second-reader = Second reader

reason-not-a-report = This is not a Trede report.
reason-unsigned = The report has no signature.
reason-reading = The pages cannot be read. { $detail }
reason-attachment = The attachment ‘{ $name }’ is missing, is there twice or does not belong there.
reason-framework = The norm framework in the report is not in order ({ $count ->
    [one] 1 problem
   *[other] { $count } problems
}).
reason-assessment = The assessment in the report is not in order ({ $count ->
    [one] 1 problem
   *[other] { $count } problems
}).
reason-layout = The report has layout { $found }; this version of Trede knows { $known }. Verify it with the version it was made with or a newer one.
reason-parameters = The data for making the report again cannot be read.
reason-page = Page { $page } says ‘{ $found }’; the assessment gives ‘{ $expected }’.
reason-no-text = (nothing)
reason-drawing = The text is correct, but something has been drawn that Trede does not draw.
reason-other-program = This report names { $program } as its maker. This version of Trede draws it differently and cannot rule out that something has been drawn beside or over it. Verify it with the version it was made with.
reason-not-final = The report says it is final, but the assessment in it is not complete or lacks rationales.
reason-other-signer = The signature is not that of the signer named on the page ({ $found } instead of { $named }).
reason-other-time = The signature names another time than the page ({ $found } instead of { $named }).

reading-damaged = The file is not a PDF or is damaged.
reading-encrypted = The file is encrypted.
reading-too-large = The file is larger than a report can be.
reading-foreign-page = Page { $page } was not made by Trede.

fault-too-large = The file is too large for a report ({ $most } MB at most).
fault-not-pdf = This is not a PDF file.
fault-syntax = The file has been changed, is damaged or was not made by Trede (from byte { $offset }).
fault-bytes-after-end = Something has been added after the end of the report (from byte { $offset }).
fault-trailer = The end of the file is not as Trede writes it ({ $key }).
fault-shape = The structure of the file is not as Trede makes it ({ $key }).
fault-field-missing = The signature field of the { $field } is missing.
fault-field-shape = The signature field of the { $field } has been changed ({ $key }).
fault-active-content = The file contains something that acts by itself ({ $key }); that does not belong in a report.
fault-foreign-annotation = An annotation that does not belong there has been put in the file.
fault-signature-in-report = There is a signature in a place where it does not belong.
fault-no-signature = After the report was made, something was added without a signature (change { $revision }).
fault-signature-entry = The signature is incomplete ({ $key }).
fault-byte-range = The signature does not cover the whole file.
fault-contents = The place of the signature has been changed (byte { $offset }).
fault-update-differs = When the report was signed, more was changed than the signature (change { $revision }, byte { $offset }).
fault-cms-unreadable = The signature cannot be read.
fault-cms-shape = The signature is built differently from those of Trede.
fault-certificate-unreadable = The signer’s certificate cannot be read.
fault-digest = The report was changed after it was signed.
fault-signature = The signature is not correct.
fault-certificate-signature = The signer’s certificate is not correct.
fault-certificate-period = The certificate was not valid at the time of signing.
fault-name-differs = The name with the signature is not the one in the certificate.

sign-not-a-report = This is not a Trede report that can be signed.
sign-not-intact = The report has changed since the first signature and is therefore not signed. The file has not been changed.
sign-refused = This report is not intact and is therefore not signed. The file has not been changed.
sign-already = The { $field } has already signed this report.
sign-same-signer = { $name } has signed this report already. The second reader is somebody else, with a key of their own.
sign-assessor-first = The assessor signs first; this report was created without a signature. Create it again, with a signature.
sign-time = It is not possible to sign with this time. Check the clock.
sign-failed = Signing did not succeed; nothing was written. Try again, and report it if it keeps happening.
report-too-long = The report becomes too long: its texts have { $lines } lines together. Shorten rationales or take out empty lines.
report-failed = The report cannot be created. { $detail }
report-not-drawn = The report cannot be created. Technical message: { $detail }.

name-empty = Enter a name.
name-too-long = The name is too long: { $most } characters at most.
name-forbidden = The name holds an invisible character. Type the name again.
passphrase-too-short = The passphrase is too short: { $least } characters at least.
identity-wrong-passphrase = The passphrase is not correct. Nothing was signed.
identity-no-randomness = This computer gives no random numbers; nothing was created.
identity-unreadable = The signature cannot be read or is damaged. Create a new one, or restore a backup.
identity-exists = There is already a signature in the name of { $name }; it stays as it is. Choose another name.
identity-missing = There is no signature at { $file }. Create one with trede identity new.
identity-other-name = { $file } is the signature of { $name }. Change the name of the file back.
certificate-unreadable = { $file } is not a certificate (PEM or DER).

trust-added = { $name } is now on the list of trusted signers.
    Certificate fingerprint: { $sha256 }
    Did you compare this fingerprint by another way? If not, take the signer off again with trede trust remove.
trust-removed = { $name } is no longer on the list of trusted signers ({ $sha256 }).
trust-none = The list of trusted signers is empty.
trust-since = { $kind ->
    [noted] On your list since { $date }, from { $source }: { $note }
   *[other] On your list since { $date }, from { $source }
}
trust-damaged = The list of trusted signers ({ $file }) was changed or is damaged and is not used. Put the file aside or put back a backup. Technical message: { $detail }.
trust-known = { $name } is on the list of trusted signers already.
trust-full = The list of trusted signers is full. Remove a signer first.
trust-note = The note is too long (at most 200 characters) or has more than one line.
trust-prefix = Give at least the first eight digits of the fingerprint (0-9, a-f). trede trust list shows it.
trust-unknown = No fingerprint on the list begins with { $prefix }. trede trust list shows them.
trust-ambiguous = More than one fingerprint begins with { $prefix }. Give more digits.
