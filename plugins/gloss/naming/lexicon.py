"""Words that tell what a name is: titles, forms of companies, heads of names."""

from __future__ import annotations

from gloss.lexicon import words

_WORDS = words("names")
FIRST_NAMES = words("first_names")
FIELDS = words("fields")

TITLES = _WORDS["titles"]
TITLE_PARTS = _WORDS["title_parts"]
WOMAN = _WORDS["woman"]
MAN = _WORDS["man"]
LEGAL_FORMS = _WORDS["legal_forms"]
COMPANY_TAILS = _WORDS["company_tails"] | LEGAL_FORMS
TRADES = _WORDS["trades"]
ORG_HEADS = _WORDS["org_heads"] | COMPANY_TAILS | TRADES
PLACE_HEADS = _WORDS["place_heads"]
SIDES = _WORDS["sides"]
EVENT_HEADS = _WORDS["event_heads"]
EVENT_TAILS = _WORDS["event_tails"]
LAW_HEADS = _WORDS["law_heads"]
NUMBERED_LAWS = _WORDS["numbered_laws"]
WORK_CUES = _WORDS["work_cues"]
PRODUCT_CUES = _WORDS["product_cues"]
ROLE_NOUNS = _WORDS["role_nouns"]
OFFICES = _WORDS["offices"]
RELATIVES = _WORDS["relatives"]
NOT_NAMES = _WORDS["not_names"]
OWN_S = _WORDS["own_s"]
POINTED = _WORDS["pointed"]
HYPHEN_TAILS = _WORDS["hyphen_tails"]
PARTICIPLES = _WORDS["participles"]
DEEDS = _WORDS["deeds"]
RELATIONS = _WORDS["relations"] | RELATIVES
VAGUE = _WORDS["vague"]
NARROWING = _WORDS["narrowing"]
LEADING = _WORDS["leading"]
STATES = _WORDS["states"]
TIME_NOUNS = _WORDS["time_nouns"]
ORG_NOUNS = _WORDS["org_nouns"]
PLACE_NOUNS = _WORDS["place_nouns"]
EPITHETS = _WORDS["epithets"]
