# Literal wording of norms, which someone who holds the source lays over our restatement.

literal-quoted = “{ $text }”
literal-from = literally from: { $source }
literal-source-nl = { $source } (in Dutch)
literal-source-en = { $source } (in English)

report-literal = Between quotation marks stands the literal text from: { $source }. It was supplied by whoever made this report; Trede has not compared it with the source.
report-overlay = Literal texts
report-overlay-count = for { $filled } of the { $norms } norms; attached file with checksum
report-file-overlay = The literal texts that this report quotes

reason-overlay = The literal texts in the report are not in order ({ $count ->
    [one] 1 problem
   *[other] { $count } problems
}).

cli-framework-overlay = Makes an empty file in which the literal text of the norms can be filled in
arg-overlay = A file with the literal text of the norms
value-overlay = FILE
overlay-lead =
    Literal text of the norms. Fill in at ‘source’ from which document the text comes, with place and date,
    and between the quotation marks after each norm number the text itself. What stays empty has no literal text.
    A quotation mark in a text is written \". Check with: trede framework check FILE
    Above each norm stands the row it belongs to and how the framework words it. If the framework is not built in,
    add --framework and the file of the framework to the check.
overlay-clean = { $file } is in order: literal text for { $filled } of the { $norms } norms.
overlay-empty = { $file } holds no literal text yet. Fill in texts first, or leave --overlay out.
overlay-used = Literal texts from: { $source } ({ $filled } of { $norms } norms).
verify-overlay = The report quotes literal texts from: { $source } (for { $filled } norms; checksum { $sha256 }). Whether they agree with the source, Trede cannot tell.

# The window.
dialog-overlay = Choose a file with literal texts
literal-lost = The literal texts are not shown: { $reason } Trede goes on without them.
literal-bad = The literal texts in { $file } are not shown (line { $line }): { $text } Trede goes on without them.
literal-elsewhere = Not in use: this file belongs to another norm framework or another version (‘{ $framework }’).
literal-none-filled = No text has been filled in yet for any of the { $norms } norms.
settings-overlay = Literal texts of the norms
settings-overlay-about = If you hold the source you can lay its words beside those of Trede, from a file (.ron or .json). Make an empty file with the command trede framework overlay.
settings-overlay-none = No file has been chosen.
settings-overlay-choose = Choose a file
settings-overlay-drop = No longer use it
reporting-literal = Literal texts in the report
reporting-literal-yes = Quote them; the file goes along as an attachment
reporting-literal-no = Leave them out
