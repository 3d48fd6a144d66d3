"""Make the model that is shipped: python -m training.quantise MODEL.onnx FOLDER

Stores weights as small integers, one scale for each column, and writes FOLDER/model.onnx beside
FOLDER/vocab.txt. Activations are quantised as they come, one scale for each chunk. The graph is
written with onnxruntime's fused operators (training.fuse).
"""

import argparse
import shutil
from pathlib import Path

from gloss.annotate.tagger.checksums import write_checksums
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.fuse import fuse
from training.minilm import encoder_folder


def quantise(source: Path, folder: Path) -> Path:
    """Write the quantised model; give its path."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "model.onnx"
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gemm"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # seven bits of eight: sums overflow on processors without VNNI
    )
    shutil.copyfile(encoder_folder() / "vocab.txt", folder / "vocab.txt")
    write_checksums(folder)
    fuse(folder)
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
