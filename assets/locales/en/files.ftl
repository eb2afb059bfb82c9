file-missing = { $file } is not there (any more). Check the name and the folder.
file-exists = { $file } already exists and is not overwritten. Choose another name.
file-not-trede = { $file } is not a Trede assessment. Choose a file that ends in .trede and was made with Trede.
file-too-large = { $file } is too large to read.
file-newer = { $file } was made with a newer version of Trede (file format { $found }, this version knows { $known }). Update Trede; the file has not been changed.
file-damaged = { $file } is damaged or cut off. Trede has not changed the file. Restore a backup, if there is one. Technical message: { $detail }.
file-problems = { $file } was refused: { $count ->
    [one] 1 problem
   *[other] { $count } problems
}. Nothing was imported.
file-log = The audit log in { $file } is not correct. { $broken } Trede has not changed the file. Restore a backup, if there is one.
file-locked = { $file } is already in use by { $by }. Close it there first; nothing has been changed.
file-locked-by-unknown = { $file } is already in use by another program. Close it there first; nothing has been changed.
file-read-only = { $file } is read-only. Make a copy in a place where you may write.
file-denied = No access to { $file }. Ask for permission or choose another place.
file-full = No space left for { $file }. Free some space; what was there is unchanged.
file-folder = { $file } is a folder, not a file. Choose a file.
file-not-plain = { $file } is not a plain file but a device or a channel of another program. Choose a file.
file-other = { $file } cannot be used. Nothing has been changed. Technical message: { $detail }.
export-failed = The file cannot be made. Technical message: { $detail }.

log-break-sequence = An event is missing after event { $seq }, or the order is not correct.
log-break-chain = Event { $seq } does not connect to the one before.
log-break-changed = Event { $seq } was changed afterwards.
log-break-unreadable = Event { $seq } cannot be read.
log-break-empty = It holds no events.
log-break-head = The audit log does not match the state of { $count } events that was issued.
