"""What the editor should look at: in the articles, and in the built site.

    check_articles(folder, seeds)   names that collide, speakers and years that are not known …
    check_links(output)             links and fragments that lead nowhere
    report(findings)                grouped lines

Findings are data; nothing here fails a build.
"""

from gloss.check.articles import check_articles
from gloss.check.broken_links import check_links
from gloss.check.findings import GROUPS, MOST, Finding, report

__all__ = ["GROUPS", "MOST", "Finding", "check_articles", "check_links", "report"]
