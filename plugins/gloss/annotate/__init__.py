"""From a story to what can be said of it: ``annotator.STEPS`` declares how, step by step.

    language   sentences and syntax (spaCy)
    reading    headline, paragraphs, quotation marks, what stands around a place   -> Reading
    tagger     which words are names (a model of our own)
    times      dates, times, durations, repetitions     -> Moment
    entities   names, their kinds and spans             -> Mention, Entity
    sources    who is said to say something: what quotations and reports have in common
    quotes     what was said, and by whom               -> Quotation
    reports    what somebody is reported to say         -> Report
    overlaps   what wins where two marks meet

Pure: the same story and register give the same annotations, whatever else is annotated with it.
"""


class ToolError(ValueError):
    """A tagger or pipeline that the settings name and that is none; one line for the user."""
