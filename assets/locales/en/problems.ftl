# Problems in files from outside. For each code two messages: what is wrong, and ("-hint") what to do about it.
# The facts in braces come from the file; the program sets them where it finds the problem.

problem-too-large = { $what ->
    [file] The file is too large: { $most } MB at most is read.
    [values] The file holds too many values: { $most } at most are read.
   *[other] The list ‘{ $what }’ is too long: { $most } at most is allowed.
}
problem-too-large-hint = { $what ->
    [file] Check that this is the right file.
    [values] Check that this is the right file.
   *[other] Remove what is too much.
}
problem-not-text = There is something here that is not text (not valid UTF-8).
problem-not-text-hint = Check that this is the right file. If so: save it again in a text editor with the encoding UTF-8.
problem-syntax = { $case ->
    [judged] The structure of the file is not right from this place on. Technical message: { $detail }.
   *[unknown] There is something here that the program does not recognise as a value.
}
problem-syntax-hint = { $clue ->
    [empty] The file is empty.
    [other-file] This is a file of a word processor. Save it as plain text (.txt or .ron).
    [quotes] There are curly quotation marks on this line. Put straight quotation marks (") around a text.
    [space] There is a special space here. Replace it by an ordinary one.
    [comment] JSON cannot hold a comment with //. Take it away, or write the file as RON.
    [bare] Look here and just before: often a comma, a bracket or a quotation mark is missing. Text, fractions and percentages stand between straight quotation marks ("3/10"); a quotation mark inside a text is written \".
   *[none] Look here and just before: often a comma, a bracket or a quotation mark is missing.
}
problem-extension = A line with ‘#![…]’ can change the meaning of the file and is therefore refused.
problem-extension-hint = Remove this line and write the values in full.
problem-not-a-number = There is no usable number here: it is infinite or undefined.
problem-not-a-number-hint = Write an ordinary whole number, such as 3.
problem-control-character = This text holds an invisible character ({ $character }) that can hide the text or make it look different.
problem-control-character-hint = Type the text here again, without pasting.
problem-text-too-long = This text is too long: { $most } characters at most are read.
problem-text-too-long-hint = Shorten the text or refer to a document.
problem-too-deep = Too many brackets are nested here.
problem-too-deep-hint = Check that this is the right file; an ordinary file does not have this.
problem-duplicate-key = ‘{ $key }’ is there twice: also on line { $line }.
problem-duplicate-key-hint = Remove one of the two. The program does not choose for you.
problem-unknown-field = ‘{ $field }’ does not belong here: the program does not know this field in this place.
problem-unknown-field-hint = Check the spelling of the name, or remove the field.
problem-missing-field = Something that is required is missing here: ‘{ $field }’.
problem-missing-field-hint = Add it.
problem-wrong-type = { $expected ->
    [verdict] There should be a verdict between quotation marks here, or a verdict with a rationale between brackets.
    [structure] There should be a group of fields between brackets here.
    [text] There should be text between quotation marks here.
    [number] There should be a whole number here.
    [list] There should be a list between square brackets here.
   *[truth] There should be ‘true’ (yes) or ‘false’ (no) here, without quotation marks.
}
problem-wrong-type-hint = Change the value.
problem-unknown-value = ‘{ $found }’ is not possible here.
problem-unknown-value-hint = What is possible here: { $known }
problem-empty-text = There is nothing here, while there should be something.
problem-empty-text-hint = Enter what should be here, or remove the whole field if it is not required.
problem-newer-format = This file has format { $found }; this version of the program reads format { $known }.
problem-newer-format-hint = Open the file with a newer version of the program, or ask the maker for format { $known }.
problem-missing-language = This text is missing in one language of the norm framework: ‘{ $language }’.
problem-missing-language-hint = Add the text in this language, or remove the language from ‘languages’ at the top.
problem-malformed-id = ‘{ $id }’ cannot be an id.
problem-malformed-id-hint = Use 100 characters at most: only letters without accents, digits, dots and hyphens.
problem-duplicate-id = ‘{ $id }’ has been used before{ $line ->
    [none] .
   *[other] {": "}on line { $line }.
}
problem-duplicate-id-hint = { $line ->
    [none] Take one of the two away, or correct the number.
   *[other] Give one of the two another id, or take one away.
}
problem-unknown-reference = This refers to ‘{ $id }’, but that does not exist or is of another kind.
problem-unknown-reference-hint = { $what ->
    [footnote] Add the footnote to ‘footnotes’, or take the reference away.
    [group] Add the group to ‘groups’ of this part, or check the spelling of the id.
    [norm] Check the spelling of the number. The number of a norm belongs here.
   *[id] Check the spelling of the id. The id of a norm, a part or a note belongs here.
}
problem-weight = { $case ->
    [zero] A weight has to be greater than 0.
   *[unreadable] ‘{ $found }’ is not a weight that can be read exactly.
}
problem-weight-hint = Write a weight as a fraction with a denominator of 1000 at most, such as "3/10".
problem-weights = { $case ->
    [mixed] In this list some weights are fractions and others are not.
    [policy] The policy ‘part_weights’ is ‘{ $value }’, which does not fit the weights of the parts.
   *[sum] The weights in this list add up to { $sum } and not to 1.
}
problem-weights-hint = { $case ->
    [mixed] Write all weights as fractions, or leave all of them out: then they weigh the same.
    [policy] Choose "declared" if parts have a weight of their own, and "equal" otherwise.
   *[sum] Change the weights so that they add up to exactly 1.
}
problem-gate = { $case ->
    [assessor] A part that the assessor scores cannot have ‘gates’.
    [none] This part is scored in steps but has no norm on rung 2, 3, 4 or 5.
    [no-gate] There are norms on rung { $rung }, but no score needs them.
    [not-written] A score needs rung { $rung } here, but there are no norms on that rung.
   *[own-rung] A { $rung } has to need rung { $rung } itself, and none above it.
}
problem-gate-hint = { $case ->
    [assessor] Remove ‘gates’, or remove ‘rule: "assessor"’.
    [none] Add norms, or write ‘rule: "assessor"’: then the assessor settles the score.
    [no-gate] Add (level: { $rung }, needs: [{ $rung }]) to ‘gates’, or remove ‘gates’: then each rung needs everything below it.
    [not-written] Take rung { $rung } out of ‘needs’, or add norms on that rung.
   *[own-rung] Write for instance (level: 4, needs: [3, 4]).
}
problem-pair = { $case ->
    [twice] The pair of rung { $higher } and rung { $lower } is here twice.
    [order] Rung { $higher } is not above rung { $lower }.
   *[not-written] Rung { $higher } and rung { $lower } are not both written in this row.
}
problem-pair-hint = { $case ->
    [twice] Remove one of the two. ‘five_three’ and ‘three_one’ are such pairs too.
    [order] Write the higher of the two at ‘higher’.
   *[not-written] Remove this pair, or add the norm that is missing.
}
problem-twin = Norm { $norm } names { $twin } as identically worded, but that is not right.
problem-twin-hint = This is possible only for a norm with exactly the same text as one norm on a lower rung of the same row; that lower norm has no twin itself and is named by no other. Make the texts equal or take ‘twin’ away.
problem-unused-footnote = No text refers to footnote { $number }.
problem-unused-footnote-hint = Put [^{ $number }] in the text that the footnote belongs to, or remove the footnote.
problem-open-mark = Emphasis with * has been opened but not closed, or the other way round.
problem-open-mark-hint = Put an asterisk before and after the words with emphasis.
problem-policy = { $case ->
    [missing] The choice ‘{ $policy }’ is missing. The program needs it to score.
   *[unknown] The program knows no choice with the name ‘{ $policy }’.
}
problem-policy-hint = { $case ->
    [missing] Add this choice to the list ‘policies’.
   *[unknown] What is possible: { $known }.
}
problem-other-framework = This file belongs to another norm framework or another version: ‘{ $found }’. The one that is open is ‘{ $known }’.
problem-other-framework-hint = Choose the norm framework that this file belongs to, or ask the maker for a file for ‘{ $known }’.
problem-unknown-norm = Norm ‘{ $norm }’ is not in the norm framework.
problem-unknown-norm-hint = Check the spelling of the number, for example "IV.3.2".
problem-unknown-part = Part ‘{ $part }’ is not in the norm framework.
problem-unknown-part-hint = Check the spelling of the number, for example "IV".
problem-level-range = { $found } is not a score.
problem-level-range-hint = A score is a whole number from 1 to 5.
problem-unequal-twins = { $norm } and { $twin } have the same text, but different verdicts here.
problem-unequal-twins-hint = Give both the same verdict, or name only one: the other then takes it over.
problem-partly-not-allowed = ‘Partly’ is not possible for norm { $norm }.
problem-partly-not-allowed-hint = It is possible only for a norm above the lowest rung that asks for more than the rung below it. Choose met (holds) or not met (fails).
problem-rationale-needed = { $verdict ->
    [settlement] A score has been settled for part { $what } without a rationale.
    [not_applicable] { $what } has ‘not applicable’ without a rationale.
    [undetermined] { $what } has ‘cannot be established’ without a rationale.
   *[partly] { $what } has ‘partly’ without a rationale.
}
problem-rationale-needed-hint = Write why at ‘rationale’.
problem-file-name = ‘{ $name }’ cannot be the name of an attached file.
problem-file-name-hint = Write the name only, without a folder and without invisible characters, of at most { $most } characters.
problem-kvk = ‘{ $found }’ is not a trade register number (KvK).
problem-kvk-hint = A trade register number (KvK) has eight digits. If you do not know it, remove the field.
problem-later = This version of the program cannot process ‘{ $field }’ yet.
problem-later-hint = Remove this part from the file and import it again, or use a newer version of the program.
