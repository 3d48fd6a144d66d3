"""Make the model that is shipped: python -m training.quantise MODEL.onnx FOLDER

Fuses the graph's operations, stores weights as small integers, one scale for each column, and
writes FOLDER/model.onnx beside FOLDER/vocab.txt.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model

from training.network import encoder_folder

HEADS, HIDDEN = 12, 384


def quantise(source: Path, folder: Path) -> Path:
    """Write the eight-bit model; give its path."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "model.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        fused = str(Path(scratch) / "fused.onnx")
        optimised = optimize_model(str(source), "bert", num_heads=HEADS, hidden_size=HIDDEN)
        optimised.save_model_to_file(fused)
        quantize_dynamic(
            fused,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # seven bits: eight overflow on processors without VNNI
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    shutil.copyfile(encoder_folder() / "vocab.txt", folder / "vocab.txt")
    return target


def main() -> None:
    """Quantise, and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    target = quantise(options.model, options.folder)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
