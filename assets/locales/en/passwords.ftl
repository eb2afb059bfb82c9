# The password on an assessment.

file-password-needed = { $file } has a password. Type it on a terminal, or give --file-password-env with the name of an environment variable.
file-password-wrong = This password does not fit { $file }, or the start of the file is damaged. Mind capitals and type it again. An assessment whose password is lost cannot be opened by anyone.
file-password-unsupported = { $file } has a password, and this build of Trede cannot work with one. Use the build from the package.
file-password-unfit = Choose a password of { $least } characters or more.

cli-password = The password of an assessment
cli-password-set = Sets a password on an assessment
cli-password-change = Replaces the password of an assessment
cli-password-remove = Removes the password of an assessment
arg-file-password-env = The environment variable with the password of the assessment
value-file-password-env = VARIABLE
arg-new-password-env = The environment variable with the new password
value-new-password-env = VARIABLE
arg-from-password-env = The environment variable with the password of the earlier assessment
value-from-password-env = VARIABLE
cli-file-password = Password of { $file }:
cli-file-password-variable = The environment variable { $variable } does not exist or is no readable text. Put the password of the assessment in it.
cli-new-password = New password:
cli-new-password-needed = A new password is needed: type it on a terminal, or give --new-password-env with the name of an environment variable.
cli-new-password-differs = The two passwords are not the same. Nothing was changed.
cli-password-there = { $file } has a password already. Replace it with `trede password change`.
cli-password-none = { $file } has no password. Set one with `trede password set`.
cli-password-set-done = { $file } is encrypted now. Keep the password well: without it nobody can open the assessment. Earlier copies are not encrypted.
cli-password-change-done = The password of { $file } was replaced. Earlier copies still have the old one.
cli-password-remove-done = { $file } has no password any more and is no longer encrypted.

# The window.
command-password = Set, replace or remove the password
new-protect = Protect with a password (recommended)
new-protect-about = You choose the password in the next step. The file is encrypted then. Whoever loses the password cannot open the assessment any more.
password-title-open = This assessment has a password
password-title-set = Set a password
password-title-change = Replace or remove the password
password-about = With a password the whole file is encrypted, attached files too. Keep it well: without it nobody can open the assessment. Earlier copies do not change.
password-about-new = The file is encrypted from the start. Keep the password safe: without it nobody can open the assessment.
password-create = Make and encrypt
password-current = Password
password-new = New password
password-again = Once more
password-go-on = Go on with this password
password-set = Encrypt
password-change = Replace
password-remove = Remove the password
password-busy = Working …
password-differs = The two new passwords are not the same.
password-not-here = This build of Trede cannot work with passwords. Use the build from the package.
password-was-set = The assessment is encrypted now. Earlier copies are not.
password-changed = The password was replaced. Earlier copies still have the old one.
password-removed = The assessment has no password any more.
password-lost = Something went wrong. Open the assessment again; the file is whole.
