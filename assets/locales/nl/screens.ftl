# The audit log in words.
event-subject = Aanbieder
event-kvk = KvK-nummer
event-period = Periode
event-assessor = Beoordelaar ({ $perspective })
event-policy = Keuze over gebreken ({ $perspective })
event-verdict = { $norm }, oordeel ({ $perspective })
event-rationale = { $norm }, toelichting ({ $perspective })
event-evidence = { $norm }, bewijs ({ $perspective })
event-settlement = Onderdeel { $part }, vastgesteld ({ $perspective })
event-settled = { $level }: { $rationale }
event-final = Definitief ({ $perspective })
event-yes = ja
event-no = nee
event-nothing = (leeg)
