value-stamp = ADRES
arg-stamp = Vraagt een tijdstempel bij de dienst op dit adres (http://…); er gaat alleen een hash van de handtekening naartoe
arg-no-stamp = Vraagt geen tijdstempel, ook niet als de instellingen een dienst noemen

cli-stamp-progress = Het tijdstempel wordt gevraagd …
cli-stamp-without = Zonder tijdstempel ondertekent u met --no-stamp. Het adres staat bij --stamp of in de instellingen.

stamp-address-https = Een tijdstempeldienst heeft een adres dat met http:// begint. Trede gebruikt geen https: een tijdstempel bewijst zichzelf, en er gaat alleen een hash heen. Neem het adres met http:// van dezelfde dienst.
stamp-address-wrong = Dit is geen adres van een tijdstempeldienst: ‘{ $address }’. Het begint met http:// en daarna een naam, bijvoorbeeld http://tijdstempel.voorbeeld.nl/. Er staat geen wachtwoord in.

stamp-failed = Er is geen tijdstempel gekomen, en er is niets geschreven. { $reason } Probeer het opnieuw, of onderteken zonder tijdstempel.
stamp-timed-out = De tijdstempeldienst gaf niet op tijd een heel antwoord.
stamp-host-not-found = De tijdstempeldienst is niet te vinden. Klopt het adres, en is er een netwerk?
stamp-connection = De verbinding met de tijdstempeldienst kwam niet tot stand of brak af. Technische melding: { $detail }.
stamp-http-status = De tijdstempeldienst antwoordde met een fout (HTTP { $status }).
stamp-redirect = De tijdstempeldienst verwijst door naar een ander adres; dat doet Trede niet. Geef het juiste adres op.
stamp-content-type = Wat antwoordde is geen tijdstempeldienst (soort antwoord: { $found }).
stamp-answer-too-large = Het antwoord van de tijdstempeldienst is veel te groot (meer dan { $most } kB).
stamp-answer-unreadable = Het antwoord van de tijdstempeldienst is niet te lezen.
stamp-refused = De tijdstempeldienst weigert. Technische melding: { $detail }.
stamp-nonce = De tijdstempeldienst gaf antwoord op een andere vraag.
stamp-too-large = Het tijdstempel past niet in het rapport ({ $bytes } bytes; er is plaats voor { $most }).
stamp-not-made = De vraag kon niet worden gemaakt.
stamp-clock = De tijdstempeldienst zegt { $stamped }, deze computer { $claimed }. Zet de klok van deze computer gelijk als die verkeerd staat.

fault-stamp-unreadable = Het tijdstempel is niet te lezen.
fault-stamp-shape = Het tijdstempel is anders opgebouwd dan Trede het bewaart.
fault-stamp-algorithm = Het tijdstempel is ondertekend op een manier die Trede niet aanvaardt ({ $name }).
fault-stamp-imprint = Het tijdstempel hoort bij een andere handtekening.
fault-stamp-statement = Wat in het tijdstempel staat is gewijzigd.
fault-stamp-signature = De handtekening van de tijdstempeldienst klopt niet.
fault-stamp-no-certificate = Het certificaat van de tijdstempeldienst ontbreekt of is een ander.
fault-stamp-purpose = Het certificaat van { $name } is niet bedoeld om tijdstempels te geven, en niets anders.
fault-stamp-certificate = Het certificaat van { $name } bij het tijdstempel wordt niet aanvaard: { $problem }.
fault-stamp-period = Het certificaat van { $name } was niet geldig op het moment van het tijdstempel ({ $at }).
fault-stamp-time = Het tijdstempel is van { $stamped }, maar de ondertekenaar noemt { $claimed }. Er mag ten hoogste { $most } minuten tussen zitten.

# Verifying.
verify-stamp = Tijdstempel: { $at }, volgens { $name }.
verify-stamp-print = Vingerafdruk certificaat van de tijdstempeldienst: { $sha256 }
verify-stamp-issuers = Certificaat van de tijdstempeldienst uitgegeven door: { $names }
verify-stamp-confirmed = Tijdstempeldienst bevestigd.
verify-stamp-unknown = Tijdstempeldienst niet bevestigd: het tijdstempel is gaaf, maar het certificaat van de dienst staat niet bij de certificaten die u vertrouwt.
verify-stamp-unsure = Over het tijdstempel is niets te zeggen: het bestand is niet gaaf.

# In the window.
verify-stamped = Tijdstempel
verify-stamped-at = { $at }, volgens { $name }
verify-stamped-print = Dienst, vingerafdruk
verify-stamped-standing = Dienst bevestigd
verify-stamped-yes = ja
verify-stamped-no = nee: het tijdstempel is gaaf, maar deze dienst staat niet op uw lijst
verify-stamped-unsure = niet vast te stellen: het bestand is niet gaaf
verify-trust-stamper = Deze tijdstempeldienst vertrouwen
verify-trust-stamper-question = Vertrouw { $names } alleen als u de vingerafdruk langs een andere weg hebt vergeleken. Tijdstempels van deze dienst heten voortaan ‘bevestigd’.

    { $prints }
verify-trusted-stamper = { $name } is nu een vertrouwde tijdstempeldienst en staat op uw lijst.
reporting-stamp = Tijdstempel
reporting-stamp-about = Een tijdstempeldienst verklaart wanneer de handtekening er was. Naar { $address } gaat een hash van de handtekening, niets uit het rapport.
reporting-stamp-yes = Met tijdstempel
reporting-stamp-no = Zonder tijdstempel
reporting-step-stamp = Tijdstempel vragen
settings-stamp = Tijdstempels
settings-stamp-about = Trede kan bij het ondertekenen een tijdstempel vragen: een dienst op het netwerk verklaart dan wanneer de handtekening er was. Er gaat alleen een hash van de handtekening naar de dienst, niets van de beoordeling. De dienst ziet wel dat u ondertekent, wanneer, en vanaf welk netwerk. Zonder adres maakt Trede nooit verbinding.
settings-stamp-address = Adres van de tijdstempeldienst
settings-stamp-help = Begint met http://. Uw organisatie of de dienst noemt het adres.
settings-stamp-none = Er is geen dienst ingesteld: rapporten krijgen geen tijdstempel, en Trede maakt geen verbinding.
settings-stamp-used = Bij elke handtekening wordt een tijdstempel gevraagd bij { $address }. U kunt er bij het ondertekenen van afzien.
settings-stamp-set = Gebruiken
settings-stamp-drop = Geen tijdstempels meer
