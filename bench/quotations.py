"""Measure what the quotation step costs beside spaCy, on the same stories in one run.

    python -m bench.quotations FOLDER [--stories 60]

FOLDER holds stories in the seed format. Printed are the seconds that spaCy takes to read them (as
Gloss loads it: no names, no lemmas), those of the quotation step, and their ratio, which is to stay
below a tenth.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from gloss.annotate.annotator import load_annotator
from gloss.annotate.quotes import find_quotations
from gloss.annotate.reading import read
from gloss.annotate.sources.coreference import profiled
from gloss.register import Register
from gloss.seed import SeedError, read_seed
from gloss.story import Story

SHARE = 0.1


def main() -> int:
    """Print the figures; the status is 1 where the step costs more than its share."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--stories", type=int, default=60)
    options = parser.parse_args()
    annotator = load_annotator(Register())
    reading_time = quoting_time = 0.0
    for story in stories_in(options.folder, options.stories):
        names = annotator.annotate(story)
        start = time.process_time()
        reading = next(read([story], annotator.nlp))
        read_at = time.process_time()
        profiles = profiled(reading, names.mentions, names.entities)
        find_quotations(reading, names.mentions, profiles)
        reading_time += read_at - start
        quoting_time += time.process_time() - read_at
    share = quoting_time / reading_time if reading_time else 0.0
    print(f"spaCy {reading_time:.2f} s, quotations {quoting_time:.2f} s, ratio {share:.3f}")
    return int(share > SHARE)


def stories_in(folder: Path, limit: int) -> list[Story]:
    """Read the first stories of a folder, without headlines, so that offsets are the text's."""
    stories: list[Story] = []
    for path in sorted(folder.glob("*.txt")):
        if len(stories) == limit:
            break
        try:
            stories.append(Story(path.stem, read_seed(path).story.text))
        except SeedError as error:
            print(error)
    return stories


if __name__ == "__main__":
    raise SystemExit(main())
