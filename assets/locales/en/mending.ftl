cli-backup = Makes a backup now and shows which there are
cli-restore = Puts a backup back
cli-salvage = Saves what can be read of a damaged assessment, in a new file
arg-list = Only shows which backups there are
arg-backup = The backup; without this the latest that can be used
value-backup = BACKUP
arg-set-aside = Sets aside a file that can still be used, under another name
arg-damaged = The damaged assessment
value-damaged = FILE

backup-made = Backup made: { $file }
backup-none = There are no backups of { $file }.
backup-line = { $count ->
    [one] up to { $at }, 1 event
   *[other] up to { $at }, { $count } events
}
backup-failed = No backup could be made. Your assessment itself is saved. { $why } Trede tries again later.

damaged-ways = Put a backup back with: trede restore { $file }
    Or save what can be read: trede salvage { $file } --out NEW.trede

restore-word = replaced
restored = { $file } was put back, with { $count ->
    [one] 1 event
   *[other] { $count } events
}, from { $from }.
restored-aside = The file that was there is now called { $aside }.
restore-none = There is no usable backup of { $file }.
restore-several = Beside { $file } are backups of more than one assessment, and the file itself cannot be read. Choose the one you mean.
restore-same = { $file } can be used and holds all that is in the backup. Nothing was put back.
restore-ahead = { $file } can be used and has { $more ->
    [one] 1 event
   *[other] { $more } events
} more than the backup. Nothing was put back.
restore-parted = { $file } can be used and holds something else than the backup: { $more } events of its own, against { $backup } in the copy. Nothing was put back.
restore-other = { $file } can be used and is another assessment than the backup. Nothing was put back.
restore-force = With --set-aside the file gets another name and the backup comes in its place.

salvaged = { $file } was made, with { $count ->
    [one] 1 event
   *[other] { $count } events
} of which the hashes agree. The damaged file was not changed.
salvaged-from-backups = From backups: { $count ->
    [one] event { $numbers }.
   *[other] { $count } events ({ $numbers }).
}
salvaged-framework-backup = The framework comes from a backup; it is the same framework.
salvaged-framework-on-board = The framework is the embedded one; it is the same framework.
salvaged-lost = Lost: { $count ->
    [one] event { $numbers }.
   *[other] { $count } events ({ $numbers }).
} What can still be read of them does not follow and was not taken over. Check what you recorded after that.
salvaged-end-unseen = Whether there was more after event { $count } cannot be seen: the end of the log cannot be read. Check what you recorded after that.
salvaged-files-lost = Lost { $count ->
    [one] attached file
   *[other] attached files
}: { $names }. The name still stands at the finding; attach the file again.
salvaged-whole = Nothing is missing that is known to have been there.
salvage-nothing = Nothing was found in { $file } that belongs to an assessment, and there is no usable backup. Look for an earlier copy, for instance in your mail or on a backup disk.

unopened-title = This assessment cannot be opened
unopened-working = One moment …
unopened-look-about = You can look at this assessment. Changing it is not possible then.
unopened-look = Only look
unopened-backups-title = Put a backup back
unopened-backups-about = The file that is there now gets another name and is kept.
unopened-restore = Put back
unopened-restore-name = Put back: { $backup }
unopened-salvage-title = Save what can be read
unopened-salvage-alone = Trede reads the log as far as it is in order, and says what is missing. It goes into a new file beside this one.
unopened-salvage-about = Trede reads the log as far as it is in order, fills it up from backups where they follow, and says what is missing. It goes into a new file beside this one.
unopened-salvage = Save in a new file
unopened-lost = That did not work. Nothing was changed. Try again.
salvage-word = salvaged

known-older = This file is older than what you last had here: { $had } events then, { $count } now. Probably an earlier copy was put back. What came after is not in it; see whether you still have it somewhere before you go on.
known-otherwise = This file went on otherwise than what you last had here: event { $had } is no longer the same. Probably another copy was put back. Compare the two before you go on.
known-another = Another assessment lay at this place before. Check whether this is the file you mean.
known-copy = There is another copy of this assessment: { $file }. When you last had it, it held { $had } events, of which some are missing here. Trede does not merge them; open the copy with which you want to go on.
