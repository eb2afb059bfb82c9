file-missing = { $file } is er niet (meer). Controleer de naam en de map.
file-exists = { $file } bestaat al en wordt niet overschreven. Kies een andere naam, of voeg --force toe.
file-not-trede = { $file } is geen beoordeling van Trede. Kies een bestand dat op .trede eindigt en met Trede is gemaakt.
file-too-large = { $file } is te groot om te lezen.
file-newer = { $file } is gemaakt met een nieuwere versie van Trede (bestandsvorm { $found }, deze versie kent { $known }). Werk Trede bij; het bestand is niet gewijzigd.
file-damaged = { $file } is beschadigd of afgebroken ({ $detail }). Het bestand is niet gewijzigd; zet een reservekopie terug.
file-problems = { $file } is geweigerd: { $count ->
    [one] 1 probleem
   *[other] { $count } problemen
}. Er is niets overgenomen.
file-log = Het logboek in { $file } klopt niet: { $broken } Het bestand is niet gewijzigd; zet een reservekopie terug.
file-locked = { $file } is al in gebruik door { $by }. Sluit het daar eerst; er is niets gewijzigd.
file-locked-by-unknown = { $file } is al in gebruik door een ander programma. Sluit het daar eerst; er is niets gewijzigd.
file-read-only = { $file } is alleen-lezen. Maak een kopie op een plek waar u mag schrijven.
file-denied = Geen toegang tot { $file }. Vraag rechten op dit bestand of kies een andere plek.
file-full = Geen ruimte meer voor { $file }. Maak ruimte; wat er stond is ongewijzigd.
file-other = { $file } kan niet worden gebruikt: { $detail }. Er is niets gewijzigd.

log-break-sequence = na gebeurtenis { $seq } ontbreekt er een, of de volgorde klopt niet.
log-break-chain = gebeurtenis { $seq } sluit niet aan op de vorige.
log-break-changed = gebeurtenis { $seq } is achteraf gewijzigd.
log-break-unreadable = gebeurtenis { $seq } is niet te lezen.
log-break-empty = er staat geen enkele gebeurtenis in.
log-break-head = het logboek komt niet overeen met de stand van { $count } gebeurtenissen die is uitgegeven.
