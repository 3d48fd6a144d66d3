"""Who is said to say, think or want something: what quotations and reports have in common.

reporting     the reporting verbs and the nouns that speak (lexicon/en)
phrases       noun phrases
speakers      whose a verb is
candidate     who may be the source of a stretch, its features, and their weights (weights.toml)
named         the names of a text, and how much each stands out
coreference   who a pronoun or a role stands for
"""
