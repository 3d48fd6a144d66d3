"""The loss that the model is trained with."""

import pytest

torch = pytest.importorskip("torch", reason="torch trains the model; a site needs none of it")


def test_any_label_of_a_words_set_is_right():
    from training.examples import LABELS, OUTSIDE, OUTSIDE_OR_MISC
    from training.network import partial_label_loss

    logits = torch.full((1, 3, len(LABELS)), -9.0)
    logits[0, 0, 0] = 9.0
    logits[0, 1, LABELS.index("B-MISC")] = 9.0
    logits[0, 2, LABELS.index("B-PER")] = 9.0  # a later piece: not looked at
    right = torch.tensor([[OUTSIDE, OUTSIDE_OR_MISC, 0]])
    wrong = torch.tensor([[OUTSIDE, OUTSIDE, 0]])
    assert partial_label_loss(logits, right, smoothing=0.0) < 0.01
    assert partial_label_loss(logits, wrong, smoothing=0.0) > 5
