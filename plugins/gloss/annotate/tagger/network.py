"""The name model that this package carries, run by onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gloss.annotate.tagger.checksums import verify
from gloss.annotate.tagger.decode import find_names
from gloss.annotate.tagger.pieces import (
    Chunk,
    PiecesOf,
    may_hold_a_name,
    pack,
    shape,
    split_sentences,
)
from gloss.annotate.tagger.tagged import LABELS, Tagged, WordProbs
from gloss.annotate.tagger.vocabulary import BEGIN, END, load_vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

FOLDER = Path(__file__).parent / "model"
EDGE_SHAPE = 0  # of the marks that begin and end a chunk


class NetworkTagger:
    """Names as the model finds them.

    Chunks go through the network one at a time: its int8 arithmetic scales by what is in a batch,
    so a text's names would otherwise depend on its neighbours. Nothing is padded, which makes up
    for it.
    """

    def __init__(self, session: InferenceSession, pieces_of: PiecesOf) -> None:
        self.session = session
        self.pieces_of = pieces_of

    def tag(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """Return the names of each text."""
        return [self.tag_with_words(text)[0] for text in texts]

    def tag_with_words(self, text: str) -> tuple[list[Tagged], WordProbs]:
        """Return the names of a text, and the probabilities of all its words."""
        sentences = split_sentences(text)
        words = [word for sentence in sentences for word in sentence]
        row_of = {start: row for row, (start, _) in enumerate(words)}
        probs = no_names(len(words))
        names: list[Tagged] = []
        kept = (sentence for sentence in sentences if may_hold_a_name(text, sentence))
        for chunk in pack(text, kept, self.pieces_of):
            (found,) = self.session.run(None, network_input(text, chunk))
            probs[[row_of[start] for start, _ in chunk.words]] = found
            names += find_names(text, chunk.words, found)
        return names, WordProbs(words, probs)


def network_input(text: str, chunk: Chunk) -> dict[str, NDArray[np.int64]]:
    """Give a chunk as the network reads it: its pieces, their shapes, where each word begins."""
    shapes = [shape(text[start:end]) for start, end in chunk.words]
    lengths = [len(pieces) for pieces in chunk.pieces]
    return {
        "pieces": np.array([[BEGIN, *(p for pieces in chunk.pieces for p in pieces), END]]),
        "shapes": np.array([[EDGE_SHAPE, *np.repeat(shapes, lengths), EDGE_SHAPE]]),
        "firsts": np.cumsum([1, *lengths[:-1]]),
    }


def no_names(words: int) -> NDArray[np.float32]:
    """Give the rows of words that are surely no names."""
    rows = np.zeros((words, len(LABELS)), np.float32)
    rows[:, 0] = 1.0
    return rows


@cache
def load_network(folder: Path = FOLDER) -> NetworkTagger:
    """Load the model; the same object each time.

    folder: model.onnx, vocab.txt and SHA256SUMS, as ``python -m training.quantise`` writes them.
    Raises ModuleNotFoundError, with the command that helps, where onnxruntime is not installed, and
    FileNotFoundError where the weights are missing, and ToolError where they are damaged.
    """
    try:
        import onnxruntime
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "the name model needs onnxruntime: pip install 'gloss-digest[annotate]'"
        ) from error
    model = folder / "model.onnx"
    if not model.is_file():
        raise FileNotFoundError(f"the name model's weights are missing: {model}")
    verify(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the same sums in the same order on any machine
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    return NetworkTagger(session, load_vocabulary(folder / "vocab.txt"))
