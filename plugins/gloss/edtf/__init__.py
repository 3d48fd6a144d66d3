"""The one reading of a date: EDTF (ISO 8601-2:2019, levels 0 to 2) with years of four figures.

read(text)                 a value, parsed once and kept; None for what is none
fault(text)                what is wrong with a value that looks like one, for an editor
order(text)                what sorts values from the oldest
    Edtf.first, Edtf.last, Edtf.year, Edtf.month, Edtf.doubt
far_years(dates)           which years lie far beyond all others
in_words(text, lang)       how a person reads it (``gloss.edtf.wording``)
html_time, iso_date, date_parts, moment, first_day, with_doubt     what machines take of it

Whoever has an EDTF value asks here and parses nothing.
"""

from gloss.edtf.date import Date, Day
from gloss.edtf.far import far_years
from gloss.edtf.machines import date_parts, first_day, html_time, iso_date, iso_day, moment
from gloss.edtf.value import (
    Edtf,
    Order,
    fault,
    is_day,
    is_publication,
    order,
    read,
    with_doubt,
    year_of,
)
from gloss.edtf.wording import (
    Wording,
    days_in_words,
    in_english,
    in_words,
    month_in_words,
    weekday_in_words,
    year_in_words,
)

__all__ = [
    "Date",
    "Day",
    "Edtf",
    "Order",
    "Wording",
    "date_parts",
    "days_in_words",
    "far_years",
    "fault",
    "first_day",
    "html_time",
    "in_english",
    "in_words",
    "is_day",
    "is_publication",
    "iso_date",
    "iso_day",
    "moment",
    "month_in_words",
    "order",
    "read",
    "weekday_in_words",
    "with_doubt",
    "year_in_words",
    "year_of",
]
