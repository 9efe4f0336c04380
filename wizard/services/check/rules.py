"""All rules. A rule's name is what it finds, its docstring is what it demands."""

from collections.abc import Callable, Iterator

from . import (
    conditions,
    dates,
    files,
    law_words,
    order,
    outcomes,
    places,
    plain_words,
    questions,
    reach,
    regimes,
    sources,
    steps,
    values,
    wording,
)
from .finding import Flaw
from .shelf import Shelf

Rule = Callable[[Shelf], Iterator[Flaw]]

ALONE: tuple[Rule, ...] = (
    files.stray_file,
    files.bad_id,
    files.unknown_field,
    files.wrong_columns,
    files.wrong_cells,
    wording.placeholder,
    wording.markup,
    wording.plain_line,
    wording.long_title,
    wording.tap_numbers,
    wording.article_markup,
    plain_words.reading_grade,
    plain_words.long_sentence,
    plain_words.other_spelling,
    values.unknown_value,
    dates.ends_before_it_begins,
    steps.impact_range,
    steps.minutes_range,
    steps.unknown_passage,
    steps.empty_passage,
    steps.no_way,
    steps.no_limits,
    steps.unknown_case,
    steps.unknown_finding,
    sources.no_source,
    sources.bad_address,
    sources.address_as_title,
    questions.choice_twice,
    questions.choice_count,
    questions.bad_cover,
    regimes.bad_headline,
    regimes.clock_length,
    outcomes.unknown_outcome_word,
    outcomes.missing_outcome,
)
"""Rules that look at one file at a time."""

TOGETHER: tuple[Rule, ...] = (
    files.unknown_rename,
    files.retired_in_use,
    conditions.unknown_name,
    conditions.unknown_choice,
    conditions.empty_condition,
    conditions.asked_later,
    questions.too_many_questions,
    questions.question_twice,
    questions.needed_question,
    steps.no_moved,
    order.unknown_requirement,
    order.requires_cycle,
    order.export_first,
    steps.case_twice,
    sources.unknown_source,
    sources.unused_source,
    sources.link_without_address,
    places.country_list,
    places.empty_cell,
    places.unknown_regime,
    places.unknown_authority,
    places.region_list,
    places.unknown_alias_target,
    regimes.idle_regime,
    regimes.no_headline,
    regimes.clock_twice,
    regimes.escalation_without_clock,
    regimes.escalation_after_nothing,
    regimes.escalation_without_office,
    outcomes.unknown_outcome_clock,
    outcomes.unknown_letter,
    law_words.foreign_law,
    reach.unreachable_question,
    reach.unreachable_step,
    reach.unreachable_statement,
    reach.empty_plan,
)
"""Rules for how the files fit together; they wait until every file can be read."""

NOTICES: tuple[Rule, ...] = (dates.stale_fact,)
"""What is worth knowing and breaks nothing."""
