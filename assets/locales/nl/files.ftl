file-missing = { $file } is er niet (meer). Controleer de naam en de map.
file-exists = { $file } bestaat al en wordt niet overschreven. Kies een andere naam.
file-not-trede = { $file } is geen beoordeling van Trede. Kies een bestand dat op .trede eindigt en met Trede is gemaakt.
file-too-large = { $file } is te groot om te lezen.
file-newer = { $file } is gemaakt met een nieuwere versie van Trede (bestandsvorm { $found }, deze versie kent { $known }). Werk Trede bij; het bestand is niet gewijzigd.
file-damaged = { $file } is beschadigd of afgebroken. Trede heeft niets aan het bestand gewijzigd. Zet een reservekopie terug, als die er is. Technische melding: { $detail }.
file-problems = { $file } is geweigerd: { $count ->
    [one] 1 probleem
   *[other] { $count } problemen
}. Er is niets overgenomen.
file-log = Het logboek in { $file } klopt niet. { $broken } Trede heeft niets aan het bestand gewijzigd. Zet een reservekopie terug, als die er is.
file-locked = { $file } is al in gebruik door { $by }. Sluit het daar eerst; er is niets gewijzigd.
file-locked-by-unknown = { $file } is al in gebruik door een ander programma. Sluit het daar eerst; er is niets gewijzigd.
file-read-only = { $file } is alleen-lezen. Maak een kopie op een plek waar u mag schrijven.
file-denied = Geen toegang tot { $file }. Vraag er rechten voor of kies een andere plek.
file-full = Geen ruimte meer voor { $file }. Maak ruimte; wat er stond is ongewijzigd.
file-folder = { $file } is een map en geen bestand. Kies een bestand.
file-not-plain = { $file } is geen gewoon bestand maar een apparaat of een kanaal van een ander programma. Kies een bestand.
file-other = { $file } kan niet worden gebruikt. Er is niets gewijzigd. Technische melding: { $detail }.
export-failed = Het bestand kan niet worden gemaakt. Technische melding: { $detail }.

log-break-sequence = Na gebeurtenis { $seq } ontbreekt er een, of de volgorde klopt niet.
log-break-chain = Gebeurtenis { $seq } sluit niet aan op de vorige.
log-break-changed = Gebeurtenis { $seq } is achteraf gewijzigd.
log-break-unreadable = Gebeurtenis { $seq } is niet te lezen.
log-break-empty = Er staat geen enkele gebeurtenis in.
log-break-head = Het logboek komt niet overeen met de stand van { $count } gebeurtenissen die is uitgegeven.
