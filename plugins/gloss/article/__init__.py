"""The Markdown article: written and read by one module (docs/markdown.md describes the dialect).

    write_article(story, annotations, head)   -> text
    read_article(text)                        -> Article

Reading goes: ``head`` (the lines on top), ``markdown`` (blocks) and ``inline`` (marks) -> elements,
``walk`` -> text, marks and HTML.
"""

from gloss.article.corrections import (
    body_is_corrected,
    digest_of_head,
    digest_of_names,
    digest_of_review,
    head_is_corrected,
    names_are_corrected,
    review_is_corrected,
)
from gloss.article.head import (
    BESIDE,
    ArticleError,
    Head,
    digest_of_body,
    read_head,
    split_article,
)
from gloss.article.read import read_article
from gloss.article.slips import slips_in
from gloss.article.write import write_article

__all__ = [
    "BESIDE",
    "ArticleError",
    "Head",
    "body_is_corrected",
    "digest_of_body",
    "digest_of_head",
    "digest_of_names",
    "digest_of_review",
    "head_is_corrected",
    "names_are_corrected",
    "read_article",
    "read_head",
    "review_is_corrected",
    "slips_in",
    "split_article",
    "write_article",
]
