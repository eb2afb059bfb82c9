value-p12 = FILE
value-password-env = VARIABLE
arg-p12 = Signs with the key in this PKCS#12 file (.p12 or .pfx) instead of with a signature of your own
arg-password-env = The environment variable that holds the password of the PKCS#12 file

cli-p12-password = Password of { $file }:
cli-password-variable = The environment variable { $variable } does not exist or is not readable text. Put the password of the PKCS#12 file in it.
cli-password-needed = The password of the PKCS#12 file is needed: type it on a terminal, or give --password-env with the name of an environment variable.

p12-refused = { $file } cannot be used for signing; nothing was signed. { $reason }
p12-too-large = The file is too large for a key with certificates (at most { $most } kB).
p12-unreadable = This is not a PKCS#12 file, or it is damaged.
p12-wrong-password = The password is not correct, or the file is damaged.
p12-too-much-work = The file asks for an unreasonable amount of work to open it; that was not done.
p12-protection = The file is protected in a way that Trede does not know ({ $oid }). Save it again with AES-256.
p12-no-key = There is no key in it, only certificates. Ask for the file that holds the key itself.
p12-no-certificate = There is a key in it, but no certificate.
p12-several = There is more than one key or certificate in it that can sign ({ $names }). Save the intended one separately.
p12-key-mismatch = The key and the certificate do not belong together.
p12-name = The name in the certificate is empty, too long or holds an invisible character.
p12-certificate = The certificate of { $name } cannot be used: { $problem }.

key-weak = The key is too weak: RSA with { $bits } bits; at least 2048 are needed.
key-unsupported = Trede cannot sign with this kind of key ({ $name }). Use RSA with 2048 to 4096 bits or P-256.
key-unreadable = The key cannot be read or contradicts itself.

certificate-signature = the signature under it is not correct, or is another issuer’s
certificate-weak-signature = it is signed with { $name }, which can be forged
certificate-unsupported-signature = it is signed in a way that Trede does not know ({ $name })
certificate-weak-key = the key in it is too weak (RSA with { $bits } bits)
certificate-unsupported-key = the key in it is of a kind that Trede does not know ({ $name })
certificate-unreadable-key = the key in it cannot be read
certificate-name = the name in it is no plain line of text
certificate-key-usage = it is not meant for signing
certificate-not-an-authority = it may not issue other certificates
certificate-extension = it sets a condition that Trede does not know ({ $oid })

fault-certificate-refused = The certificate of { $name } is not accepted: { $problem }.
sign-expired = The certificate of { $name } expired on { $until }. Sign with a valid certificate, or check the clock.
sign-not-yet = The certificate of { $name } is only valid from { $from }. Check the clock, or wait until then.
sign-chain-too-large = The certificates do not fit in the report ({ $bytes } bytes; there is room for { $most }). Use a file with fewer or smaller certificates.

key-p256 = ECDSA P-256, 256 bits, with SHA-256
key-rsa = RSA (PKCS #1 v1.5), { $bits } bits, with SHA-256
verify-key = Kind of signature: { $key }
verify-issuers = Issued by: { $names }

reporting-other-name-made = The signature is in the name of { $signer }; the report names { $assessor } as assessor. If that is not right, make a new report with another signature or another assessor.
reporting-other-name = The signature is in the name of { $signer }; the report names { $assessor } as assessor. If that is not right, choose another signature or change the assessor on the cover.

# In the window.
key-from-file = Key from a file (PKCS#12)
key-from-file-instead = Sign with a key from a file
key-choose = Choose key file
key-password = Password of the key file
key-password-help = Trede does not keep the password.
dialog-key = File with the key
verify-kind = Kind
verify-issued-by = Issued by
second-title = Second reader
second-about = You can also sign this report, as the second reader. The assessor’s signature stays intact; yours goes into the same file.
second-same = { $name } has signed this report already. The second reader is somebody else: choose another signature.
second-sign = Sign as second reader
