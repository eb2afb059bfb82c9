# Numbers of persons in rationale and evidence.

refusal-personal-data = At { $norms } stands a number of a person ({ $kinds }). Take it away, or write at that norm why it has to stay.
refusal-personal-data-reason = In this text stands a number of a person ({ $kinds }). Take it away; it is not needed here.
problem-personal-data = At { $norm } stands a number of a person ({ $kinds }).
problem-personal-data-hint = Take the number away. If it has to stay at a norm, write why: personal_data_reason: "…".

personal-left-out = { $norm }: { $kinds }.
personal-left-out-kept = { $norm }: { $kinds }. Kept in the assessment, for this reason: { $reason }
personal-heading = Numbers of persons left out
personal-lead = In these places stood a number of a person. It is left out of this report and its attachments.

personal-found = { $count ->
    [one] There is { $kinds } here.
   *[other] There are { $count } numbers of persons here ({ $kinds }).
}
personal-a-bsn = a BSN
personal-an-iban = an IBAN
personal-why = Others read this assessment too; a number of a customer does not belong in it: refer to the file.
personal-held-back = { $count ->
    [one] Not stored yet: remove it, or say why it has to stay.
   *[other] Not stored yet: remove them, or say why they have to stay.
}
personal-leave-out = { $count ->
    [one] Leave the number out
   *[other] Leave the numbers out
}
personal-reason-name = Reason to keep the number at { $norm }
personal-reason-hint = Why does the number have to stay?
personal-keep = Keep for this reason
personal-kept = Kept, for this reason: { $reason }
personal-kept-note = { $count ->
    [one] Reports and tables leave the number out.
   *[other] Reports and tables leave the numbers out.
}
personal-was-left-out = { $count ->
    [one] The number at { $norm } ({ $kinds }) was left out; the rest of the text was kept.
   *[other] The numbers at { $norm } ({ $kinds }) were left out; the rest of the text was kept.
}
overview-lacking-personal = At { $norms } stands a number of a person without a reason to keep it.
event-personal-data-reason = { $norm }, reason to keep a number of a person ({ $perspective })
personal-name-left-out = { $count ->
    [one] The file was attached to { $norm }. In its name stood a number of a person; that was left out.
   *[other] { $count } files were attached to { $norm }. In a name stood a number of a person; that was left out.
}
