"""The sentence for each remark of a report: what became of something, and where it matters, what to do."""

from collections.abc import Mapping

from intake.words import mark

CHANGES: Mapping[str, str] = {
    "macros_ignored": mark("This file has macros. They were not run and not taken over."),
    "external_links_ignored": mark(
        "This file points to other files. They were not opened; the values kept in this one were used."
    ),
    "styles_unreadable": mark(
        "The style sheet of this file cannot be read. Please look at dates in cells; they may be numbers now."
    ),
    "formula": mark("{count} cells hold formulas. The values that were kept with them were used."),
    "sheet_ignored": mark("This sheet is no part of a questionnaire, so it was not read."),
    "headers_lower": mark("The headers were found in this row."),
    "column_twice": mark("The column “{column}” stands here twice. The first filled cell was used."),
    "row_disabled": mark("This row is switched off under “disabled”, so it was not read."),
    "never_closed": mark("This group is never closed, so it was closed where what is around it ends."),
    "closes_nothing": mark("This row closes a group or repeat that is not open. It was passed over."),
    "group_empty": mark("There is nothing in this group, so it was passed over."),
    "name_made": mark("There was no name here. It is called “{name}” now."),
    "renamed": mark("“{old}” cannot be the name here, or is taken. It is called “{name}” now."),
    "choice_twice": mark("The choice “{old}” stands in this list already. This one is called “{name}” now."),
    "list_from_above": mark(
        "This row names no list. It was put in the list “{list}”, like the row above it."
    ),
    "label_made": mark(
        "There is no text for people here. “{label}” stands for it; please write a better one."
    ),
    "title_made": mark("The questionnaire has no title. “{title}” stands for it."),
    "path_rewritten": mark("A path in this expression leads to “{name}”, and was written as that name."),
    "guidance_joined": mark("The guidance stands at the end of the hint now."),
    "text_in_another_language": mark(
        "This text is missing in the first language of the questionnaire. That of another one was used."
    ),
    "source_not_english": mark(
        "There are no English texts. Those in the language “{language}” stand in their place in the pack."
    ),
    "column_idle": mark(
        "“{column}” says how the file is sent or shown by other programs, and means nothing here."
    ),
    "cell_not_used": mark("“{column}” has no effect in this row: {text}"),
}
"""What is still there, in another form."""

LOSSES: Mapping[str, str] = {
    "formula_without_value": mark(
        "There is a formula without a value here. Open the file in a spreadsheet program and save it again."
    ),
    "cell_error": mark("A cell in this row shows the fault {found}, so it was read as empty."),
    "sheet_without_headers": mark("No headers were found in this sheet, so it was not read."),
    "column_unknown": mark("The column “{column}” is not known, so it was left out (filled cells: {count})."),
    "column_without_header": mark("A column has no header, so it was left out (filled cells: {count})."),
    "column_twice_differs": mark(
        "The column “{column}” stands here twice, and differs. The first filled cell was used."
    ),
    "language_unknown": mark(
        "No language is known by the name in “{column}”, so its texts were left out (texts: {count}). "
        "Write its code in brackets, as in: Español (es)."
    ),
    "row_without_type": mark("This row says no type, so it was left out."),
    "type_unknown": mark("There is no type “{type}”. It became a question for a text."),
    "group_unknown": mark("“{type}” is not known here. What lies in it became a group."),
    "capture_as_text": mark(
        "A desktop cannot record what “{type}” asks for. It became a question for a text."
    ),
    "metadata_left_out": mark(
        "“{type}” notes something about a telephone or a visit, and was left out. "
        "Where an expression names it, a value stands for it."
    ),
    "nested_too_deep": mark("Groups or repeats lie too deep in each other here. This one was opened flat."),
    "list_missing": mark("There is no list “{list}” with choices. The question became one for a text."),
    "list_file_missing": mark(
        "The choices in the file “{file}” were not read. Put it beside the spreadsheet as a .csv file."
    ),
    "list_file_unreadable": mark("The file “{file}” cannot be read as a .csv file with headers."),
    "file_read_before": mark(
        "The file “{file}” was read before, with other columns for names and labels. Those were kept."
    ),
    "file_column_left_out": mark(
        "The column “{name}” of the file “{file}” was left out, because “{column}” name another one for it."
    ),
    "choice_without_name": mark("This row has no list, or neither name nor label, so it was left out."),
    "media_left_out": mark("The file “{file}” is not shown here, so it was left out."),
    "required_message_left_out": mark(
        "The message for a missing answer was left out; ours is shown instead."
    ),
    "heading_left_out": mark("This heading has no page of its own any more, so it was left out."),
    "instance_name_left_out": mark(
        "What a finished questionnaire is called cannot be read as names and texts, so it was left out."
    ),
    "text_names_nothing": mark("“{column}” names “{name}”, which is no question here. “…” stands for it."),
    "cell_left_out": mark("“{column}” cannot be taken over here, so it was left out: {text}"),
    "expression_left_out": mark("“{column}” of “{name}” cannot be read ({reason}), so it was left out."),
    "expression_doubtful": mark(
        "“{column}” needs “{found}”, which is not known here. It cannot be worked out."
    ),
    "kind_not_odk": mark("ODK has no type “{about}”. It is asked as the one that comes nearest."),
    "name_not_odk": mark("ODK keeps the name “{name}” for itself, and refuses the file. Choose another."),
    "expression_not_odk": mark(
        "ODK has no function “{about}”. The expression under “{column}” is left out there."
    ),
    "column_not_odk": mark("ODK does not know “{column}”, and will not show it."),
    "sheet_not_odk": mark("ODK does not read this sheet."),
    "data_left_out": mark("{file} does not fit the questions any more, so it was left out."),
    "yes_no_in_english": mark(
        "The choices Yes and No stand in English for all languages. Please translate them."
    ),
    "catalogue_unreadable": mark("This catalogue of translations cannot be read, so it was left out."),
    "translation_uncertain": mark("This translation is marked as uncertain. It was taken without its mark."),
    "event_left_out": mark("The event “{name}” names no date of this questionnaire, so it was left out."),
    "circle_left_out": mark(
        "“{column}” of “{name}” was left out, because these wait for each other: {names}."
    ),
}
"""What is not there any more, or does not do what it did."""
