"""Take the rules out one by one, and measure what each earns.

    python -m bench.rules names|quotes|times STORIES.jsonl

STORIES are in the form that the module of each name tells.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

BENCHES = {
    "names": "bench.names_steps",
    "quotes": "bench.quotes_rules",
    "times": "bench.times_rules",
}


def main(arguments: Sequence[str]) -> int:
    """Run one of the benches; the rest of the arguments are its own."""
    if not arguments or arguments[0] not in BENCHES:
        print(f"python -m bench.rules {'|'.join(BENCHES)} STORIES.jsonl", file=sys.stderr)
        return 2
    import_module(BENCHES[arguments[0]]).main(arguments[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
