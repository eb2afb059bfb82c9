# Wat een schermlezer uit zichzelf zegt

announce-part = Onderdeel { $part }: { $score }
announce-parts = { $count } onderdelen veranderd
announce-between = { $low } tot { $high }
announce-score = { $parts }, totaal { $total }
announce-no-total = { $parts }, geen totaal
