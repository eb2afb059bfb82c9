# window
close = Sluiten
score-not-applicable = n.v.t.
score-chip-name = Onderdeel { $part }: score { $score }
import-done = Het uitwisselbestand is overgenomen; één stap terug maakt het ongedaan.
export-done = Geschreven: { $file }
problem-at = regel { $line }: { $text }
problems-in-file = { $count ->
    [one] Het bestand is geweigerd: 1 probleem. Er is niets overgenomen.
   *[other] Het bestand is geweigerd: { $count } problemen. Er is niets overgenomen.
}
