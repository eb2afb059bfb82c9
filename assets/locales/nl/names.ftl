# Namen die op die van een ander kunnen lijken.

name-doubt = Let op: in de naam { $name } staan tekens die op andere lijken of die u niet ziet: { $characters }. Controleer of dit de aanbieder is die u bedoelt.
name-character = { $character } (U+{ $code })
