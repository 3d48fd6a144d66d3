"""The editor's corrections: facts that are laid over whatever the annotator says next.

    load_corrections(path)                -> corrections, or CorrectionsError (docs/corrections.md)
    add_corrections(path, corrections)    put into the file, comments kept
    anchor(text, start, end)              how a correction tells the words that it speaks of
    emend(text, corrections)              -> the text as the editor reads it
    lay_over(text, found, corrections)    -> annotations with the editor's over them
    lay_blocks(body, text, corrections)   -> the body with the editor's blocks in it
    body_edits(text, found, edited, …)    -> what was changed in a body by hand

Nothing here knows a seed or an annotator; ``gloss.ingest`` brings both together.
"""

from gloss.corrections.anchoring import anchor, find, find_all
from gloss.corrections.blocks import lay_blocks
from gloss.corrections.derive import body_edits
from gloss.corrections.emend import emend
from gloss.corrections.files import (
    add_corrections,
    corrections_path,
    digest_of_file,
    load_corrections,
    remove_corrections,
)
from gloss.corrections.head_lines import corrected_head, corrected_origin, head_edits, head_values
from gloss.corrections.laid import lay_over
from gloss.corrections.nouns import ALL, HERE, NOBODY, NONE, Anchor, Correction, Lost
from gloss.corrections.readers import for_readers, lost_to_readers
from gloss.corrections.yaml_text import CorrectionsError

__all__ = [
    "ALL",
    "HERE",
    "NOBODY",
    "NONE",
    "Anchor",
    "Correction",
    "CorrectionsError",
    "Lost",
    "add_corrections",
    "anchor",
    "body_edits",
    "corrected_head",
    "corrected_origin",
    "corrections_path",
    "digest_of_file",
    "emend",
    "find",
    "find_all",
    "for_readers",
    "head_edits",
    "head_values",
    "lay_blocks",
    "lay_over",
    "load_corrections",
    "lost_to_readers",
    "remove_corrections",
]
