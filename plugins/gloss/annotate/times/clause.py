"""Ask a clause which way in time it looks."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, takewhile

from spacy.tokens import Doc, Token

from gloss.annotate.reading import Quoted, Reading
from gloss.annotate.times.vocabulary import table, word_list

_PAST, _OPEN, _FUTURE = -1, 0, 1
_CERTAIN = 2  # to come, whatever lies nearer
_LEANING = 0.5  # to come rather than past: "it could be on sale by November"
_VERBS = ("VERB", "AUX")
_LABEL = re.compile(r"([A-Z][\w ]{1,30}): ")
_LONGEST_CUE = 4  # words: "lead-up to"
_NESTED = 4  # heads to climb from a date to the noun phrase that holds it
_NEAR = 12  # words before a date, back to a verb, in which "ahead of" looks forward to it
_REACH = 12  # heads to climb: a clause deeper than this is a broken parse


class Clauses:
    """The tenses of a text's clauses, looked up by position."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._doc = reading.doc
        self._starts: list[int] = []
        self._asked: tuple[int, float] | None = None  # the last answer: it is asked for again

    def token_at(self, start: int) -> Token | None:
        """Return the token that a position lies in."""
        if not len(self._doc):
            return None
        if not self._starts:
            self._starts = self._doc.to_array("IDX").tolist()
        return self._doc[max(bisect_right(self._starts, start) - 1, 0)]

    def direction(self, start: int) -> float:
        """Return -1 where the clause at a position tells of the past, 1 of the future, else 0.

        2 is the future beyond doubt: "registration closes Jan. 15"; 0.5 where it is likelier: "it
        could be on sale by November", but "he could not be found on Friday".
        """
        if self._asked is None or self._asked[0] != start:
            self._asked = start, self._direction(start)
        return self._asked[1]

    def _direction(self, start: int) -> float:
        token = self.token_at(start)
        if token is None:
            return _OPEN
        if _is_of_the_past(token):
            return _PAST
        verb = self._governing_verb(token)
        if verb is None and self._is_of_a_programme(token):
            return _FUTURE
        tense = _tense(verb) if verb is not None and not _is_beside(token, verb) else _OPEN
        return _side(token, verb, tense)

    def _is_of_a_programme(self, token: Token) -> bool:
        """ "Concerts: Thursday, 7 p.m., Friday, 8 p.m."; not "Updated: Thursday"."""
        text = self._reading.text
        label = _LABEL.match(text, text.rfind("\n", 0, token.idx) + 1, token.idx)
        return label is not None and word_list("past_labels").isdisjoint(label[1].lower().split())

    def _governing_verb(self, token: Token) -> Token | None:
        """The verb that a token belongs to; never one that is quoted where the token is not.

        "Said the plan “will work” on Monday": "said" is the verb of "Monday".
        """
        own = self._quoted(token)
        verb = _governing_verb(token)
        while verb is not None and self._quoted(verb) not in (None, own):
            verb = _governing_verb(verb.head) if verb.head.i != verb.i else None
        if verb is None or own is None or self._quoted(verb) == own:
            return verb
        said = (word for word in reversed(token.doc[: token.i]) if word.idx >= own.start)
        return next((word for word in said if word.pos_ in _VERBS), None)

    def _quoted(self, token: Token) -> Quoted | None:
        """The quotation that a token stands in."""
        spans = self._reading.marks.quoted
        return next((span for span in spans if span.start <= token.idx < span.end), None)


def _is_of_the_past(token: Token) -> bool:
    """ "Tuesday's crash", "the defeat in Sunday's vote", "after an unsuccessful try on Friday"."""
    done = word_list("done_things")
    nouns = list(takewhile(lambda word: word.pos_ not in _VERBS, islice(token.ancestors, _NESTED)))
    if _says_which(token):
        return any(noun.lower_ in done for noun in nouns)
    return any(n.lower_ in done and n.head.lower_ in word_list("after_things") for n in nouns)


def _side(token: Token, verb: Token | None, tense: float) -> float:
    """Which way a date looks, by the words before it, else by the tense of its verb."""
    before = _words_before(token.doc, token.i)
    cue = _cue(token, before)
    if cue > 0 and tense == _PAST and _until_then(token, verb):
        return _PAST
    if cue:
        return cue
    if verb is not None and _is_timetable(verb):
        return _CERTAIN
    if tense != _FUTURE and before & word_list("cue_open"):
        return _OPEN
    return tense or _present(token, verb) or _awaited(token)


def _cue(token: Token, before: set[str]) -> float:
    """Which way the words before a date point: "since Monday", "ahead of the vote on Monday"."""
    ahead = word_list("cue_ahead")
    if before & word_list("cue_past"):
        return _PAST
    if before & word_list("cue_future") or before & ahead:
        return _CERTAIN if before & word_list("cue_certain") else _FUTURE
    nearer = takewhile(lambda word: word.pos_ not in _VERBS, reversed(token.doc[: token.i]))
    words = " ".join(reversed([word.lower_ for word in islice(nearer, _NEAR)]))
    return _FUTURE if any(f" {cue} " in f" {words} " for cue in ahead) else _OPEN


def _words_before(doc: Doc, place: int) -> set[str]:
    """The last word before a token, the last two, and so on to the longest cue."""
    words = [word.lower_ for word in doc[max(0, place - _LONGEST_CUE) : place]]
    return {" ".join(words[start:]) for start in range(len(words))}


def _is_timetable(verb: Token) -> bool:
    """ "The fair runs Sept. 26-27", "registration closes Jan. 15": to come."""
    if verb.tag_ not in ("VBZ", "VBP", "NNS") or _helpers(verb):
        return False
    due = any(child.lower_ in word_list("cue_certain") for child in verb.children)
    return due or verb.lower_ in word_list("timetable")


def _governing_verb(token: Token) -> Token | None:
    for _ in range(_REACH):
        if (token.pos_ in _VERBS and token.dep_ != "amod") or _is_unseen(token):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _is_unseen(token: Token) -> bool:
    """ "The fair runs Sept. 26-27", of which the parser makes runs that are fair."""
    return token.dep_ == "ROOT" and token.lower_ in word_list("timetable")


def _tense(verb: Token) -> float:
    if (leader := _leader(verb)) is not None:
        return _tense(leader)
    helpers = _helpers(verb)
    if helpers & word_list("tense_future"):
        return _PAST if "have" in helpers else _FUTURE
    if "have" in helpers or helpers & word_list("tense_open") or _goes_along(verb):
        return _OPEN
    if helpers & word_list("tense_leaning"):
        return _LEANING
    return _infinitive(verb) if "to" in helpers else _finite(verb, helpers)


def _leader(verb: Token) -> Token | None:
    """The verb that a verb has its time from: "could drag on and not be settled"."""
    if verb.dep_ in ("aux", "auxpass") and verb.head.i != verb.i:
        return verb.head
    if verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN") and _helpers(verb) <= {"be", "been"}:
        return verb.head
    if verb.dep_ in ("ccomp", "dobj") and verb.tag_ == "VB" and not _helpers(verb):
        return verb.head  # "they saw it continue"
    main = _governing_verb(verb.head) if _goes_along(verb) else None
    return main if main is not None and main.i != verb.i else None


def _finite(verb: Token, helpers: set[str]) -> float:
    if "had" in helpers:
        return _PAST  # "had been scheduled for Friday" is past and gone
    if verb.tag_ not in ("VBD", "VBN") and not helpers & word_list("tense_past"):
        return _OPEN
    if verb.lower_ in word_list("tense_planned"):
        return _FUTURE
    return _OPEN if helpers & word_list("tense_present") else _PAST


def _goes_along(verb: Token) -> bool:
    """Whether a participle is of its main verb's time: "rose, reaching", "since taking office"."""
    if verb.tag_ != "VBG" or _helpers(verb):
        return False
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in word_list("before_a_participle")
    return verb.dep_ == "advcl"


def _helpers(verb: Token) -> set[str]:
    """The words that make a verb's tense: "will", "to", "had"."""
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _says_which(token: Token) -> bool:
    """Whether a date stands before what it dates: "Tuesday's crash", "the October crash"."""
    return token.dep_ in ("compound", "nmod", "poss", "amod") and token.head.i > token.i


def _awaited(token: Token) -> float:
    """ "In November's election" is spoken of beforehand; "in Tuesday's vote" as often after it."""
    if token.lower_.endswith("day") or not _says_which(token):
        return _OPEN
    return _FUTURE if token.head.lower_ in word_list("awaited_things") else _OPEN


def _modifies(token: Token) -> bool:
    """Whether a date says which: "a June agreement"; not "Friday night", nor "a May election"."""
    if token.dep_ not in ("compound", "nmod") or token.head.pos_ != "NOUN":
        return False
    return token.head.lower_ not in word_list("no_dated_things") | word_list("awaited_things")


def _is_beside(token: Token, verb: Token) -> bool:
    """ "To sell under a June agreement" says nothing of June."""
    return _modifies(token) and "to" in _helpers(verb)


def _until_then(token: Token, verb: Token | None) -> bool:
    """ "Until Friday he had not spoken", "he did not speak until Friday": it is over."""
    if verb is None or token.i == 0 or token.nbor(-1).lower_ not in ("until", "till"):
        return False
    opens = bool(token.nbor(-1).is_sent_start)
    return opens or any(
        child.dep_ == "neg" or child.lower_ in word_list("nobody") for child in verb.children
    )


def _infinitive(verb: Token) -> float:
    """ "Plans to meet" looks ahead, "declined to comment" where its main verb does."""
    main = _governing_verb(verb.head) if verb.head.i != verb.i else None
    planned = verb.head.lower_ in word_list("tense_plans")
    if planned and main is not None and "had" in _helpers(main):
        return _OPEN  # "had been due to close on Friday"
    if planned:
        return _FUTURE
    if main is not None and main.i != verb.i and _tense(main) == _PAST:
        return _PAST
    return _FUTURE


def _present(token: Token, verb: Token | None) -> float:
    """ "They meet on Monday", "the vote is Monday": a present with its date looks ahead."""
    if verb is None or verb.tag_ not in ("VBP", "VBZ") or verb.dep_ in ("aux", "auxpass"):
        return _OPEN
    if verb.tag_ == "VBP" and verb.lower_ in word_list("tense_unseen"):
        return _OPEN
    if verb.lower_ in word_list("tense_reporting") or verb.lemma_ == "have":
        return _OPEN
    between = token.doc[verb.i + 1 : max(token.i, verb.i + 1)]
    if any(word.lower_ in word_list("done_things") for word in between):
        return _OPEN  # "go into it on the back of a victory over them on Sunday"
    return _FUTURE if _is_when(token, verb) else _OPEN


def _is_when(token: Token, verb: Token) -> bool:
    """Whether a time says when a verb is so, by nothing but prepositions and other times."""
    for head in islice(token.ancestors, _NESTED):
        if head.i == verb.i:
            return True
        if not (head.pos_ == "ADP" or head.text[0].isdigit() or _is_timely(head)):
            return False
    return False


def _is_timely(word: Token) -> bool:
    """A word of a time of day, a weekday, a zone, or a place: "is at the hall, Sept. 6-9"."""
    if word.lower_ in word_list("words_of_a_time") or word.lower_.endswith("day"):
        return True
    return word.text in table("zones") or (word.dep_ == "pobj" and word.head.lower_ == "at")
