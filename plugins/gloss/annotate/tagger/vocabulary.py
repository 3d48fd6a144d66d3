"""The pieces that words are made of, in the vocabulary of BERT, uncased."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from gloss.annotate.tagger.pieces import MAX_PIECES_A_WORD, WORDS_REMEMBERED, PiecesOf

BEGIN, END, UNKNOWN = 101, 102, 100


def load_vocabulary(path: Path) -> PiecesOf:
    """Make the function that gives the ids of a word's pieces, at least one.

    path: vocab.txt, one piece a line.
    Raises ModuleNotFoundError, with the command that helps, where tokenizers is not installed.
    """
    try:
        from tokenizers import BertWordPieceTokenizer
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "the name model needs tokenizers: pip install 'gloss-digest[annotate]'"
        ) from error
    tokenizer = BertWordPieceTokenizer(str(path), lowercase=True)

    @lru_cache(maxsize=WORDS_REMEMBERED)
    def pieces_of(word: str) -> tuple[int, ...]:
        ids = tokenizer.encode(word, add_special_tokens=False).ids
        return tuple(ids[:MAX_PIECES_A_WORD]) or (UNKNOWN,)

    return pieces_of
