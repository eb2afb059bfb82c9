value-p12 = BESTAND
value-password-env = VARIABELE
arg-p12 = Ondertekent met de sleutel in dit PKCS#12-bestand (.p12 of .pfx) in plaats van met een eigen handtekening
arg-password-env = De omgevingsvariabele waarin het wachtwoord van het PKCS#12-bestand staat

cli-p12-password = Wachtwoord van { $file }:
cli-password-variable = De omgevingsvariabele { $variable } bestaat niet of is geen leesbare tekst. Zet daar het wachtwoord van het PKCS#12-bestand in.
cli-password-needed = Het wachtwoord van het PKCS#12-bestand is nodig: typ het op een terminal, of geef --password-env met de naam van een omgevingsvariabele.

p12-refused = { $file } kan niet worden gebruikt om te ondertekenen; er is niets ondertekend. { $reason }
p12-too-large = Het bestand is te groot voor een sleutel met certificaten (ten hoogste { $most } kB).
p12-unreadable = Dit is geen PKCS#12-bestand, of het is beschadigd.
p12-wrong-password = Het wachtwoord is niet juist, of het bestand is beschadigd.
p12-too-much-work = Het bestand vraagt onredelijk veel rekenwerk om het te openen; dat is niet gedaan.
p12-protection = Het bestand is beveiligd op een manier die Trede niet kent ({ $oid }). Sla het opnieuw op met AES-256.
p12-no-key = Er staat geen sleutel in, alleen certificaten. Vraag het bestand waar de sleutel zelf in staat.
p12-no-certificate = Er staat een sleutel in, maar geen certificaat.
p12-several = Er staat meer dan één sleutel of certificaat in waarmee kan worden ondertekend ({ $names }). Sla de bedoelde apart op.
p12-key-mismatch = De sleutel en het certificaat horen niet bij elkaar.
p12-name = De naam in het certificaat is leeg, te lang of bevat een onzichtbaar teken.
p12-certificate = Het certificaat van { $name } kan niet worden gebruikt: { $problem }.

key-weak = De sleutel is te zwak: RSA met { $bits } bits; nodig zijn er ten minste 2048.
key-unsupported = Trede kan met dit soort sleutel niet ondertekenen ({ $name }). Gebruik RSA met 2048 tot 4096 bits of P-256.
key-unreadable = De sleutel is niet te lezen of klopt in zichzelf niet.

certificate-signature = de handtekening eronder klopt niet, of is van een andere uitgever
certificate-weak-signature = het is ondertekend met { $name }, en dat is na te maken
certificate-unsupported-signature = het is ondertekend op een manier die Trede niet kent ({ $name })
certificate-weak-key = de sleutel erin is te zwak (RSA met { $bits } bits)
certificate-unsupported-key = de sleutel erin is van een soort die Trede niet kent ({ $name })
certificate-unreadable-key = de sleutel erin is niet te lezen
certificate-name = de naam erin is geen gewone regel tekst
certificate-key-usage = het is niet bedoeld om mee te ondertekenen
certificate-not-an-authority = het mag geen andere certificaten uitgeven
certificate-extension = het stelt een voorwaarde die Trede niet kent ({ $oid })

fault-certificate-refused = Het certificaat van { $name } wordt niet aanvaard: { $problem }.
sign-expired = Het certificaat van { $name } is verlopen op { $until }. Onderteken met een geldig certificaat, of controleer de klok.
sign-not-yet = Het certificaat van { $name } is pas geldig vanaf { $from }. Controleer de klok, of wacht tot dan.
sign-chain-too-large = De certificaten passen niet in het rapport ({ $bytes } bytes; er is plaats voor { $most }). Gebruik een bestand met minder of kleinere certificaten.

key-p256 = ECDSA P-256, 256 bits, met SHA-256
key-rsa = RSA (PKCS #1 v1.5), { $bits } bits, met SHA-256
verify-key = Soort handtekening: { $key }
verify-issuers = Uitgegeven door: { $names }

reporting-other-name-made = De handtekening staat op naam van { $signer }; als beoordelaar noemt het rapport { $assessor }. Klopt dat niet, maak dan een nieuw rapport met een andere handtekening of een andere beoordelaar.
reporting-other-name = De handtekening staat op naam van { $signer }; als beoordelaar noemt het rapport { $assessor }. Klopt dat niet, kies dan een andere handtekening of wijzig de beoordelaar op het voorblad.

# In the window.
key-from-file = Sleutel uit een bestand (PKCS#12)
key-from-file-instead = Ondertekenen met een sleutel uit een bestand
key-choose = Sleutelbestand kiezen
key-password = Wachtwoord van het sleutelbestand
key-password-help = Trede bewaart het wachtwoord niet.
dialog-key = Bestand met de sleutel
verify-kind = Soort
verify-issued-by = Uitgegeven door
second-title = Tweede lezer
second-about = U kunt dit rapport als tweede lezer mede ondertekenen. De handtekening van de beoordelaar blijft daarbij gaaf; die van u komt in hetzelfde bestand.
second-same = { $name } heeft dit rapport al ondertekend. De tweede lezer is iemand anders: kies een andere handtekening.
second-sign = Als tweede lezer ondertekenen
