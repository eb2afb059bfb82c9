# What a screen reader says by itself

announce-part = Part { $part }: { $score }
announce-parts = { $count } parts changed
announce-between = { $low } to { $high }
announce-score = { $parts }, total { $total }
announce-no-total = { $parts }, no total
