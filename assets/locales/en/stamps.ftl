value-stamp = ADDRESS
arg-stamp = Asks the service at this address (http://…) for a time stamp; only a hash of the signature is sent there
arg-no-stamp = Asks for no time stamp, even when the settings name a service

cli-stamp-progress = Asking for the time stamp …
cli-stamp-without = Use --no-stamp to sign without a time stamp. The address is the one given with --stamp or in the settings.

stamp-address-https = The address of a time stamp service begins with http://. Trede does not use https: a time stamp proves itself, and only a hash is sent. Take the http:// address of the same service.
stamp-address-wrong = This is not the address of a time stamp service: ‘{ $address }’. It begins with http:// and then a name, for example http://timestamp.example.com/. There is no password in it.

stamp-failed = No time stamp arrived, and nothing was written. { $reason } Try again, or sign without a time stamp.
stamp-timed-out = The time stamp service gave no whole answer in time.
stamp-host-not-found = The time stamp service cannot be found. Is the address right, and is there a network?
stamp-connection = The connection to the time stamp service failed or broke off. Technical message: { $detail }.
stamp-http-status = The time stamp service answered with an error (HTTP { $status }).
stamp-redirect = The time stamp service refers to another address; Trede does not follow that. Give the right address.
stamp-content-type = What answered is not a time stamp service (kind of answer: { $found }).
stamp-answer-too-large = The answer of the time stamp service is far too large (more than { $most } kB).
stamp-answer-unreadable = The answer of the time stamp service cannot be read.
stamp-refused = The time stamp service refuses. Technical message: { $detail }.
stamp-nonce = The time stamp service answered another question.
stamp-too-large = The time stamp does not fit in the report ({ $bytes } bytes; there is room for { $most }).
stamp-not-made = The question could not be made.
stamp-clock = The time stamp service says { $stamped }, this computer { $claimed }. Set the clock of this computer if it is wrong.

fault-stamp-unreadable = The time stamp cannot be read.
fault-stamp-shape = The time stamp is built differently from how Trede keeps it.
fault-stamp-algorithm = The time stamp is signed in a way that Trede does not accept ({ $name }).
fault-stamp-imprint = The time stamp belongs to another signature.
fault-stamp-statement = What the time stamp says was changed.
fault-stamp-signature = The signature of the time stamp service is not right.
fault-stamp-no-certificate = The certificate of the time stamp service is missing or is another one.
fault-stamp-purpose = The certificate of { $name } is not meant for issuing time stamps and nothing else.
fault-stamp-certificate = The certificate of { $name } with the time stamp is not accepted: { $problem }.
fault-stamp-period = The certificate of { $name } was not valid at the moment of the time stamp ({ $at }).
fault-stamp-time = The time stamp is of { $stamped }, but the signer claims { $claimed }. At most { $most } minutes may lie between them.

# Verifying.
verify-stamp = Time stamp: { $at }, according to { $name }.
verify-stamp-print = Fingerprint of the certificate of the time stamp service: { $sha256 }
verify-stamp-issuers = Certificate of the time stamp service issued by: { $names }
verify-stamp-confirmed = Time stamp service confirmed.
verify-stamp-unknown = Time stamp service not confirmed: the time stamp is intact, but the certificate of the service is not among those that you trust.
verify-stamp-unsure = Nothing can be said about the time stamp: the file is not intact.

# In the window.
verify-stamped = Time stamp
verify-stamped-at = { $at }, according to { $name }
verify-stamped-print = Service, fingerprint
verify-stamped-standing = Service confirmed
verify-stamped-yes = yes
verify-stamped-no = no: the time stamp is intact, but this service is not on your list
verify-stamped-unsure = cannot be established: the file is not intact
verify-trust-stamper = Trust this time stamp service
verify-trust-stamper-question = Trust { $names } only if you have compared the fingerprint by another route. From then on, time stamps of this service are called ‘confirmed’.

    { $prints }
verify-trusted-stamper = { $name } is now a trusted time stamp service and stands on your list.
reporting-stamp = Time stamp
reporting-stamp-about = A time stamp service states when the signature existed. A hash of the signature goes to { $address }, nothing from the report.
reporting-stamp-yes = With time stamp
reporting-stamp-no = Without time stamp
reporting-step-stamp = Ask for the time stamp
settings-stamp = Time stamps
settings-stamp-about = When signing, Trede can ask for a time stamp: a service on the network then states when the signature existed. Only a hash of the signature goes to the service, nothing of the assessment. The service does see that you sign, when, and from which network. Without an address Trede never makes a connection.
settings-stamp-address = Address of the time stamp service
settings-stamp-help = Begins with http://. Your organisation or the service names the address.
settings-stamp-none = No service is set: reports get no time stamp, and Trede makes no connection.
settings-stamp-used = With every signature a time stamp is asked of { $address }. You can do without when you sign.
settings-stamp-set = Use
settings-stamp-drop = No more time stamps
