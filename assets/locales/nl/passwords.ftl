# The password on an assessment.

file-password-needed = { $file } heeft een wachtwoord. Typ het op een terminal, of geef --file-password-env met de naam van een omgevingsvariabele.
file-password-wrong = Dit wachtwoord past niet op { $file }, of het begin van het bestand is beschadigd. Let op hoofdletters en typ het opnieuw. Een beoordeling waarvan het wachtwoord kwijt is, kan niemand openen.
file-password-unsupported = { $file } heeft een wachtwoord, en deze uitvoering van Trede kan daar niet mee werken. Gebruik de uitvoering uit het installatiepakket.
file-password-unfit = Kies een wachtwoord van { $least } tekens of meer.

cli-password = Het wachtwoord van een beoordeling
cli-password-set = Zet een wachtwoord op een beoordeling
cli-password-change = Vervangt het wachtwoord van een beoordeling
cli-password-remove = Haalt het wachtwoord van een beoordeling
arg-file-password-env = De omgevingsvariabele waarin het wachtwoord van de beoordeling staat
value-file-password-env = VARIABELE
arg-new-password-env = De omgevingsvariabele waarin het nieuwe wachtwoord staat
value-new-password-env = VARIABELE
arg-from-password-env = De omgevingsvariabele waarin het wachtwoord van de eerdere beoordeling staat
value-from-password-env = VARIABELE
cli-file-password = Wachtwoord van { $file }:
cli-file-password-variable = De omgevingsvariabele { $variable } bestaat niet of is geen leesbare tekst. Zet daar het wachtwoord van de beoordeling in.
cli-new-password = Nieuw wachtwoord:
cli-new-password-needed = Een nieuw wachtwoord is nodig: typ het op een terminal, of geef --new-password-env met de naam van een omgevingsvariabele.
cli-new-password-differs = De twee wachtwoorden zijn niet gelijk. Er is niets gewijzigd.
cli-password-there = { $file } heeft al een wachtwoord. Vervang het met `trede password change`.
cli-password-none = { $file } heeft geen wachtwoord. Zet er een op met `trede password set`.
cli-password-set-done = { $file } is nu versleuteld. Bewaar het wachtwoord goed: zonder kan niemand de beoordeling openen. Kopieën van eerder zijn niet versleuteld.
cli-password-change-done = Het wachtwoord van { $file } is vervangen. Op kopieën van eerder past nog het oude.
cli-password-remove-done = { $file } heeft geen wachtwoord meer en is niet meer versleuteld.

# The window.
command-password = Wachtwoord instellen, vervangen of verwijderen
new-protect = Met een wachtwoord beveiligen (aanbevolen)
new-protect-about = U kiest het wachtwoord in de volgende stap. Het bestand wordt dan versleuteld. Wie het wachtwoord kwijt is, kan de beoordeling niet meer openen.
password-title-open = Deze beoordeling heeft een wachtwoord
password-title-set = Wachtwoord instellen
password-title-change = Wachtwoord vervangen of verwijderen
password-about = Met een wachtwoord is het hele bestand versleuteld, ook de bijgevoegde bestanden. Bewaar het goed: zonder kan niemand de beoordeling openen. Kopieën van eerder veranderen niet.
password-about-new = Het bestand wordt versleuteld gemaakt. Bewaar het wachtwoord goed: zonder kan niemand de beoordeling openen.
password-create = Maken en versleutelen
password-current = Wachtwoord
password-new = Nieuw wachtwoord
password-again = Nog een keer
password-go-on = Verder met dit wachtwoord
password-set = Versleutelen
password-change = Vervangen
password-remove = Wachtwoord verwijderen
password-busy = Bezig …
password-differs = De twee nieuwe wachtwoorden zijn niet gelijk.
password-not-here = Deze uitvoering van Trede kan niet met wachtwoorden werken. Gebruik de uitvoering uit het installatiepakket.
password-was-set = De beoordeling is nu versleuteld. Kopieën van eerder zijn dat niet.
password-changed = Het wachtwoord is vervangen. Op kopieën van eerder past nog het oude.
password-removed = De beoordeling heeft geen wachtwoord meer.
password-lost = Er ging iets mis. Open de beoordeling opnieuw; het bestand is heel.
