list-and = and
list-or = or
list-more = { $count } more

perspective-self = self-assessment
perspective-supervisor = supervisor
perspective-reviewer = second reader

verdict-requirement-holds = met
verdict-requirement-fails = not met
verdict-requirement-partly = partly met
verdict-requirement-not-applicable = n/a
verdict-requirement-undetermined = cannot be established
verdict-requirement-open = open
verdict-deficiency-holds = deficiency present
verdict-deficiency-fails = deficiency absent
verdict-deficiency-partly = partly
verdict-deficiency-not-applicable = n/a
verdict-deficiency-undetermined = cannot be established
verdict-deficiency-open = open

status-settled = settled
status-determined = follows from the findings
status-interval = not determined yet
status-contradiction = contradiction
status-not-applicable = not applicable

unit-lender = lender
unit-file = customer file
unit-both = lender and customer file

exceeds-one-assessor-settles = the assessor settles whether it is a 1 or higher
exceeds-one-any-deficiency = one deficiency makes it a 1
exceeds-one-all-deficiencies = it is a 1 only if all deficiencies are present

rule-assessor = Not in steps: the assessor settles the score, from 1 to 5.
rule-gate = { $count ->
    [one] A { $level } needs rung { $rungs }.
   *[other] A { $level } needs rungs { $rungs }.
}
part-weight = Weight within the theme: { $weight }.

why-contradiction = { $norms } contradict each other; resolve this first.
why-none-applicable = No norm of rung { $rung } is applicable, so this part gets no score.
why-assessor-settles = This part is not scored in steps: the norms give direction and the assessor settles the score, with a reason.
why-base-holds = { $count ->
    [one] The only applicable norm for a { $rung } is met.
    [2] Both applicable norms for a { $rung } are met.
   *[other] All { $count } applicable norms for a { $rung } are met.
}
why-base-fails = Not met for a { $rung }: { $norms }. This keeps the score below { $rung }.
why-base-fails-alone = Not met for a { $rung }: { $norms }.
why-open = Open on rung { $rung }: { $norms }.
why-follows = { $count ->
    [one] { $norms } is open but can only be met: the norm above it is met.
   *[other] { $norms } are open but can only be met: the norms above them are met.
}
why-deficiency-follows = { $count ->
    [one] { $norms } is open, but the deficiency can only be absent: rung { $rung } of its row is met.
   *[other] { $norms } are open, but the deficiencies can only be absent: rung { $rung } of their rows is met.
}
why-no-deficiency = No deficiency of rung 1 is present.
why-every-deficiency = { $count ->
    [one] The only applicable deficiency of rung 1 is present: { $norms }.
    [2] Both applicable deficiencies of rung 1 are present: { $norms }.
   *[other] All { $count } applicable deficiencies of rung 1 are present: { $norms }.
}
why-some-deficiencies = { $count } of { $applicable } deficiencies of rung 1 present: { $norms }.{ $policy ->
    [assessor_settles] {" "}Chosen reading: the assessor settles whether it is a 1 or a { $between }.
    [any_deficiency] {" "}Chosen reading: one deficiency makes it a 1.
    [all_deficiencies] {" "}Chosen reading: it is a 1 only if all deficiencies are present.
   *[none] { "" }
}
why-deficiency-beside = Deficiency present while rung { $rung } is met: { $norms }. This is a warning; it does not change the score.
why-upper-holds = { $count ->
    [one] The only applicable norm for a { $rung } is met too.
    [2] Both applicable norms for a { $rung } are met too.
   *[other] All { $count } applicable norms for a { $rung } are met too.
}
why-lifts = { $count ->
    [one] { $norms } lifts the part above a { $level }.
   *[other] { $norms } lift the part above a { $level }.
}
why-upper-holds-in-part = Met on rung { $rung }: { $norms }. This counts only when the other norms of that rung are met as well.
why-upper-fails = Not met for a { $rung }: { $norms }.
why-partly = Partly met on rung { $rung }: { $norms }.{ $between ->
    [0] { "" }
   *[other] {" "}That is a sign of a { $levels }, not proof.
}
why-twins-do-not-lift = { $count ->
    [one] { $norms } is identical to its norm on a lower rung and does not lift.
   *[other] { $norms } are identical to their norms on a lower rung and do not lift.
}
why-nothing-lifts = No norm of rung { $rung } that asks for more than the rung below it is applicable.
why-rung-is-empty = No norm of rung { $rung } is applicable; a { $level } can therefore not be reached.
why-ends = This part cannot get above a { $level }: no norm is applicable there.
why-left-out = Not applicable and so not counted: { $norms }.
why-settled = The assessor has settled on a { $level }.
why-lapsed = The settled { $level } no longer fits the findings and does not count now.

headline-contradiction = Contradiction: resolve it first
headline-not-applicable = Not applicable: no score
headline-settled = Settled on a { $level }
headline-determined = This is a { $level }
headline-to-settle = For you to settle: { $levels }
headline-interval = { $count ->
    [one] 1 more norm decides whether this is a { $levels }
   *[other] { $count } more norms decide whether this is a { $levels }
}

way-up-any = To reach a { $level }: { $norms }.
way-up-all = To reach a { $level }: { $norms }.

warning-above = { $norms }: rung { $higher } is met and rung { $lower } is not. That is possible, but look at it again.
warning-above-deficiency = { $norms }: rung { $higher } is met and the deficiency is present. That is possible, but look at it again.
warning-negation = { $norms }: these norms are opposites, yet both have been answered with no. Look at them again.

refusal-unknown-norm = Norm { $norm } is not in this norm framework.
refusal-unknown-part = Part { $part } is not in this norm framework.
refusal-partly-not-allowed = ‘Partly’ is not possible for { $norm }: only for norms above the lowest rung that ask for more than the rung below it.
refusal-rationale-needed = { $norm }: ‘{ $verdict }’ requires a rationale. First write down why.
refusal-reason-needed = Give a reason; without a reason this is not recorded.
refusal-not-admissible = Part { $part } cannot be settled on { $level }; the findings allow: { $levels }.
refusal-nothing-to-settle = Part { $part } cannot be settled now ({ $status }).
refusal-final = The assessment of perspective { $perspective } is final. Reopen it with a reason to change anything.
refusal-not-final = The assessment of perspective { $perspective } is not final.
refusal-not-complete = Not complete yet: { $count ->
    [one] 1 norm is
   *[other] { $count } norms are
} still open ({ $norms }).
refusal-not-settled = Not complete yet: { $count ->
    [one] part { $parts } has
   *[other] parts { $parts } have
} no score. Settle one, or resolve the contradiction.
refusal-rationales-missing = The rationale is missing for { $norms }. Add it first.
refusal-cover-subject = Enter the name of the lender.
refusal-cover-kvk = A trade register number (KvK) has eight digits.
refusal-cover-period = Enter the period.
refusal-assessor-unnamed = Enter the name of the assessor.
refusal-text-too-long = This text is too long; it can hold { $most } characters at most. Shorten it or refer to a document.
refusal-other-subject = This file is about { $subject }, another lender. Nothing was imported.
refusal-nothing-to-undo = There is nothing to undo.
refusal-nothing-to-redo = There is nothing to redo.
refusal-nothing-changes = Nothing changes.
percent = { $number }%
