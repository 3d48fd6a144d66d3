"""The whole collection as one model: names, events, quotations, related stories.

facts_of(article)               Article -> StoryFacts: one story's share
make_digest(facts, register)    all of them -> Digest
related_stories(digest, slug)   the stories that share its most telling names
find_copies, find_threads       those that say the same, and those on one matter
novelties(stories, ids)         what each story of a thread adds to those before
"""
