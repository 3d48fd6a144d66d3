"""The whole collection as one model: names, events, quotations, related stories.

facts_of(article)               Article -> StoryFacts: one story's share
make_digest(facts, register)    all of them -> Digest
related_stories(digest, slug)   the stories that share its most telling names
"""
