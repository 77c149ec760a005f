"""What is wrong in a form pack and what to do about it, in sentences for whoever writes one."""

from collections.abc import Mapping

from intake.words import mark

FAULTS: Mapping[str, str] = {
    "file_missing": mark("This file is missing. Every form pack needs it."),
    "file_unreadable": mark("This file cannot be read ({reason}). Look at its permissions."),
    "file_too_large": mark("This file is larger than {most} bytes. Split it, or remove what is no text."),
    "file_empty": mark("There is nothing in this file. Fill it, or delete it."),
    "unknown_file": mark("No file of this name belongs to a form pack. Correct the name, or delete it."),
    "not_utf8": mark("This line is not UTF-8 text. Save the file again as UTF-8."),
    "control_character": mark("There is a control character here ({character}). Delete it."),
    "not_yaml": mark(
        "This line cannot be read as YAML: {problem}. Look at indents, colons and quotation marks."
    ),
    "alias": mark("References with * are not read. Write the text again here."),
    "anchor": mark("Marks with & are not read. Delete the mark."),
    "tag": mark("Tags with ! are not read. Put the text in quotation marks if it begins with one."),
    "too_deep": mark("Tables and lists lie too deep in each other here."),
    "many_documents": mark(
        "A second document begins here. Keep one in each file, and delete the line with ---."
    ),
    "key_not_text": mark("The left side of a colon must be a plain word."),
    "duplicate_key": mark("“{key}” stands here a second time. Keep one of the two."),
    "unknown_key": mark("The word “{key}” is not known here. Look for a slip of the pen, or delete it."),
    "missing_key": mark("“{key}” is missing here. Add it."),
    "not_a_text": mark("“{key}” must be a text, not a list or a table."),
    "empty_text": mark("“{key}” is empty. Write its text."),
    "not_a_list": mark("“{key}” must be a list: lines that begin with a hyphen."),
    "empty_list": mark("“{key}” is an empty list. Add to it, or delete it."),
    "not_a_table": mark("A table of “word: text” lines is needed here ({key})."),
    "not_yes_or_no": mark("“{key}” must be yes or no."),
    "not_minutes": mark("“{key}” must be a number of minutes, 1 or more."),
    "bad_name": mark(
        "“{name}” cannot be a name. Begin with a letter; then letters, digits and _ - . may follow."
    ),
    "duplicate_name": mark(
        "The name “{name}” is taken already, in {other_file}, line {other_line}. Choose another one."
    ),
    "section_name_differs": mark("The section must have the name of its file: {name}."),
    "section_file_missing": mark(
        "There is no file {wanted} for the section “{name}”. Write it, or delete this line."
    ),
    "section_not_listed": mark("No line of form.yaml lists this section. Add it under “sections”."),
    "not_in_a_group": mark("A {what} cannot lie in a group, because a group is one page. Move it out."),
    "unknown_kind": mark("There is no type “{kind}”. The types are listed in docs/form-packs.md."),
    "unknown_list": mark("choices.yaml has no list “{list}”. Add it there, or correct the name."),
    "missing_list": mark("Write the name of a list of choices after “{kind}”."),
    "list_not_wanted": mark("The type “{kind}” takes no list of choices. Delete “{list}”."),
    "duplicate_choice": mark(
        "The choice “{name}” stands a second time in the list “{list}”. Keep one of them."
    ),
    "bad_choice_name": mark("“{name}” cannot be the name of a choice. It must be one word without spaces."),
    "unknown_choice_file": mark(
        "“{kind}” needs the name of a CSV file in the folder of the pack, and “{file}” is none. "
        "Put it there, or correct the name."
    ),
    "duplicate_list": mark(
        "choices.yaml has a list “{list}” already. Give the file another name, or delete the list there."
    ),
    "not_csv": mark("This line cannot be read as CSV: {problem}. Look at commas and quotation marks."),
    "missing_column": mark("The first line of this file must name a column “{column}”."),
    "bad_columns": mark("Every column of this file needs a name of its own in the first line."),
    "other_length": mark(
        "This line has {cells} cells, and the first line of the file names {columns} columns. "
        "Put a text that has commas in it in quotation marks."
    ),
    "bad_scale": mark(
        "A range needs numbers under “parameters”: start=1 end=10 step=1, with at least one step "
        "and no more than ten thousand."
    ),
    "other_not_wanted": mark("The type “{kind}” cannot have “or_other”. Delete it."),
    "other_twice": mark(
        "The list “{list}” has a choice “other” already. Delete it there, or delete “or_other” here."
    ),
    "default_not_wanted": mark(
        "“{name}” goes on the official form, so nobody but the person may answer it. Delete its “default”."
    ),
    "no_calculation": mark("“{name}” is a calculate without a calculation. Write one, or delete it."),
    "stands_in": mark(
        "There is no “{kind}” on this computer, so “{name}” is asked as a text. Ask for what can be written."
    ),
    "bad_default": mark("The default of “{name}” is no answer that such a question can have. Correct it."),
    "bad_parameters": mark("Parameters are written as name=value, with spaces between them."),
    "bad_expression": mark("“{key}” cannot be read at column {column}: {why}"),
    "cycle": mark("These names wait for each other: {names}. One of them must not depend on the others."),
    "unknown_question": mark("There is no question “{name}” for “{key}”. Correct the name."),
    "not_a_yes_no_question": mark(
        "“{key}” needs a question of the type yes_no, and “{name}” is another one."
    ),
    "not_a_date_question": mark(
        "“{key}” needs a question of the type uncertain_date, and “{name}” is another one."
    ),
    "other_repeat": mark("“{name}” is asked in another repeat than the date of this event."),
    "unknown_lane": mark("There is no lane “{lane}”. It is one of: {lanes}."),
    "unknown_repeat": mark("There is no repeat “{name}” for “{key}”. Correct the name."),
    "answers_or_not_asked": mark(
        "Say for {item} either under “answers” which questions answer it, or under “not_asked” why none does."
    ),
    "bad_not_asked": mark("“not_asked” must be one of: {reasons}."),
    "only_long_texts": mark(
        "{item} has only long texts. Name a question that asks for just this, or say “story: yes”."
    ),
    "not_a_day": mark("“{key}” must be a day, such as 2026-11-24."),
    "not_days": mark("“{key}” must be a number of days."),
    "when_or_check": mark(
        "Say for “{name}” either under “when” what to find, or under “check” how it is called."
    ),
    "unknown_check": mark("There is no check of this name. It is one of: {checks}."),
    "unknown_clock": mark("There is no clock of this name. It is one of: {clocks}."),
    "unknown_rule": mark("There is no rule “{name}” in rules.yaml."),
    "no_length": mark("The clock “{clock}” needs more rules whose value is a length of time, such as P1Y."),
    "other_sources": mark("The check “{check}” needs sources of these types, in this order: {kinds}."),
    "dangling_name": mark(
        "The {column} of “{name}” names “{wanted}”, which is no question that can be named here."
    ),
    "doubtful_expression": mark("“{key}” of “{name}” cannot be worked out: {why}"),
    "never_shown": mark("“{name}” can never be shown: its “relevant” is never true."),
    "choice_never_allowed": mark(
        "The constraint of “{name}” never holds for the choice “{choice}”. "
        "Loosen it, or take the choice off the list."
    ),
    "always_holds": mark(
        "“{key}” of “{name}” holds whatever is answered. Compare the answer with something."
    ),
    "sensitive_without_why": mark("“{name}” is sensitive. Say under “why” why it is asked."),
    "no_message": mark(
        "“{name}” has a constraint without a message. Say under “constraint_message” what to look at."
    ),
    "unused_list": mark("No question uses the list “{list}”. Delete it, or use it."),
    "bad_rename": mark("“{old}: {new}” renames a question that is still there, or to a name that is not."),
    "catalogue_unreadable": mark("This catalogue cannot be read: {problem}"),
    "not_translated": mark("“{context}” is not translated: {text}"),
    "fuzzy": mark(
        "The translation of “{context}” is marked as uncertain. Look at it, and take the mark away."
    ),
    "stale": mark(
        "“{context}” is translated here, but the pack has no such text any more. Run script/words."
    ),
    "same_as_english": mark(
        "The translation of “{context}” is the English text: {text}. Translate it, or list the text under "
        "“untranslated” in form.yaml."
    ),
    "no_such_text": mark("“untranslated” lists a text that the pack does not have: {text}. Delete it there."),
    "names_differ": mark(
        "The translation of “{context}” does not name the same answers as the English text."
    ),
}

EXPRESSIONS: Mapping[str, str] = {
    "empty": mark("There is no expression."),
    "too_long": mark("The expression is too long."),
    "too_deep": mark("Too many brackets lie in each other."),
    "too_costly": mark("The expression would take too long to work out."),
    "open_text": mark("A quotation mark is never closed."),
    "bad_reference": mark("A name is written with a dollar sign and both curly brackets."),
    "last_saved": mark("Answers of an earlier form cannot be read here."),
    "variable": mark("A name needs curly brackets after its dollar sign."),
    "unreadable": mark("This sign cannot stand here."),
    "unexpected": mark("“{found}” cannot stand here."),
    "ends_early": mark("The expression ends too early."),
    "unknown_axis": mark("“{found}” is no way to go through a form."),
    "unknown_name": mark("There is no question, repeat or group “{name}”."),
    "unknown_asker": mark("The expression stands at “{name}”, which the form does not have."),
    "unknown_function": mark("There is no function “{name}”."),
    "arguments": mark("“{name}” needs another number of values between its brackets."),
    "partial_date": mark(
        "“{name}” is no full day, so it is neither before nor after anything. Compare with "
        "certainly-before() or possibly-before()."
    ),
    "uncertain_order": mark(
        "“{name}” is an uncertain date, and < and > know full days only. Compare with certainly-before() or "
        "possibly-before()."
    ),
    "position_outside": mark("position(..) has a meaning only inside a repeat."),
    "not_nodes": mark("A question or a repeat must stand here, not a value."),
    "no_choice": mark("There is no choice to look at here."),
    "no_itext": mark("“{name}” gives the label of a choice here, from its itextId and nothing else."),
    "no_choices": mark("“{name}” needs a question with a list of choices."),
    "bad_pattern": mark("The pattern of regex() cannot be read."),
    "pulldata": mark(
        "pulldata() reads a table that lies elsewhere, and is not supported. Use a list of choices."
    ),
    "unknown_digest": mark("digest() does not know this method."),
}

SPREADSHEETS: Mapping[str, str] = {
    "spreadsheet": mark("This spreadsheet cannot be used."),
    "spreadsheet-not-one": mark(
        "This file is no spreadsheet that can be read here. Save it as .xlsx and try again."
    ),
    "spreadsheet-not-one/encrypted": mark(
        "This spreadsheet is locked with a password. Save a copy without one, and try again."
    ),
    "spreadsheet-not-one/damaged": mark(
        "This spreadsheet is damaged. Save it again as .xlsx, and try again."
    ),
    "spreadsheet-too-large": mark(
        "This spreadsheet is larger than any questionnaire (most: {most}), so it was not opened. "
        "Delete the sheets, rows and columns that are no part of the form."
    ),
    "spreadsheet-no-questions": mark(
        "There is no question in this spreadsheet. Its sheet “survey” must hold them."
    ),
    "spreadsheet-unreadable": mark("The spreadsheet cannot be read ({reason}). Look whether it is there."),
    "spreadsheet-unwritable": mark(
        "The files cannot be written there ({reason}). Choose another folder. "
        "Nothing that was there before was changed."
    ),
    "spreadsheet-folder-taken": mark(
        "There is something in this folder already. Nothing was changed. Choose another one."
    ),
}
