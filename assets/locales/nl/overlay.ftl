# Letterlijke teksten van normen, die iemand met de bron erbij over onze weergave legt.

literal-quoted = “{ $text }”
literal-from = letterlijk uit: { $source }
literal-source-nl = { $source } (in het Nederlands)
literal-source-en = { $source } (in het Engels)

report-literal = Tussen aanhalingstekens staat de letterlijke tekst uit: { $source }. Die is aangeleverd door de opsteller van dit rapport; Trede heeft haar niet met de bron vergeleken.
report-overlay = Letterlijke teksten
report-overlay-count = bij { $filled } van de { $norms } normen; bijlage met controlegetal
report-file-overlay = De letterlijke teksten die dit rapport aanhaalt

reason-overlay = De letterlijke teksten in het rapport zijn niet in orde ({ $count ->
    [one] 1 probleem
   *[other] { $count } problemen
}).

cli-framework-overlay = Maakt een leeg bestand waarin de letterlijke tekst van de normen kan worden ingevuld
arg-overlay = Een bestand met de letterlijke tekst van de normen
value-overlay = BESTAND
overlay-lead =
    Letterlijke tekst van de normen. Vul bij ‘source’ in uit welk stuk de tekst komt, met plaats en datum,
    en tussen de aanhalingstekens achter elk normnummer de tekst zelf. Wat leeg blijft, heeft geen letterlijke tekst.
    Een aanhalingsteken in een tekst wordt \". Controleer met: trede framework check BESTAND
    Boven elke norm staat de rij waar zij in staat en hoe het normenkader haar weergeeft. Is het normenkader niet ingebouwd,
    zet dan bij de controle ook --framework en het bestand van het kader.
overlay-clean = { $file } is in orde: letterlijke tekst bij { $filled } van de { $norms } normen.
overlay-empty = In { $file } staat nog geen enkele letterlijke tekst. Vul eerst teksten in, of laat --overlay weg.
overlay-used = Letterlijke teksten uit: { $source } ({ $filled } van { $norms } normen).
verify-overlay = Het rapport haalt letterlijke teksten aan uit: { $source } (bij { $filled } normen; controlegetal { $sha256 }). Of die kloppen met de bron, kan Trede niet nagaan.

# The window.
dialog-overlay = Bestand met letterlijke teksten kiezen
literal-lost = De letterlijke teksten worden niet getoond: { $reason } Trede werkt verder zonder.
literal-bad = De letterlijke teksten in { $file } worden niet getoond (regel { $line }): { $text } Trede werkt verder zonder.
literal-elsewhere = Niet in gebruik: dit bestand hoort bij een ander normenkader of een andere versie (‘{ $framework }’).
literal-none-filled = Er is nog bij geen van de { $norms } normen een tekst ingevuld.
settings-overlay = Letterlijke teksten van de normen
settings-overlay-about = Hebt u de bron, dan kunt u haar woorden naast die van Trede leggen, uit een bestand (.ron of .json). Een leeg bestand maakt u met de opdracht trede framework overlay.
settings-overlay-none = Er is geen bestand gekozen.
settings-overlay-choose = Bestand kiezen
settings-overlay-drop = Niet meer gebruiken
reporting-literal = Letterlijke teksten in het rapport
reporting-literal-yes = Aanhalen; het bestand gaat als bijlage mee
reporting-literal-no = Weglaten
