# The pages of a report, in the window

preview-first = View first
preview-look = Look at the pages
preview-title = This is how the report will look
preview-making = The report is being made …
preview-reading = The report is being read and verified …
preview-draft = Not signed yet and not kept. The real report has the time of signing.
preview-draft-nameless = Not signed yet and not kept. The real report also has the name of the signer and the time of signing.
preview-intact = Intact: these are the pages as they were signed.
preview-exact = Mind: this report is not intact, because it is not signed, or somebody else signed it. The pages do follow from the assessment inside.
preview-doubtful = Mind: this report is not intact. What you see here may have been changed. What was laid over the pages is not shown.
preview-number = Page
preview-number-name = Number of the page
preview-of = of { $all }
preview-percent = { $percent }%
preview-fit-width = Full width
preview-fit-page = Whole page
preview-page = Page { $page } of { $all }
preview-page-coming = This page is being drawn …
preview-page-failed = This page cannot be drawn. Open the file with another program.
preview-not-a-report = This file is not a report of Trede, or too damaged to be one. Trede only shows pages of its own reports; open it with another program.
preview-no-pages = This file has no pages that Trede can show. Ask whoever signed the report for it again.
preview-unusual = This report is not intact, and page { $page } is built as no report of Trede is. That is why the pages are not shown.
preview-lost = The drawing of the pages stopped unexpectedly. Open the file with another program.

command-preview = Look at the report as it would be now
command-page-next = Next page
command-page-previous = Previous page
command-page-first = First page
command-page-last = Last page
command-page-up = Scroll the page up
command-page-down = Scroll the page down
command-page-number = To page … (or type its number)
command-page-larger = Larger pages
command-page-smaller = Smaller pages
command-page-fit = Full width or whole page
command-page-leave = Leave the pages
