"""Write a quantised model's graph with fused operators: python -m training.fuse FOLDER

FOLDER is what training.quantise wrote, which calls this by itself. The weights stay what they are,
to the bit; onnxruntime's own fusions find neither the attention nor all of the layers in the graph
that torch exports, and its fused sum and normalisation is slower than the two apart. Three quarters
of the time remain.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from gloss.annotate.tagger.checksums import write_checksums
from gloss.annotate.tagger.pieces import MAX_PIECES
from gloss.annotate.tagger.tagged import LABELS
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

HEADS = 12
POSITIONS = MAX_PIECES + 2  # of a chunk, with the marks that begin and end it
OPSET, IR_VERSION = 17, 8
FUSED = "com.microsoft"  # onnxruntime's own operators
EPSILON = 1e-12  # BERT's, in its normalisations
NETWORK = "network."
LAYER = NETWORK + "encoder.encoder.layer"
Array = NDArray[Any]


class Weights:
    """What a quantised model holds, by the names that torch has for it."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self.arrays = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
        products = [node for node in model.graph.node if node.op_type == "MatMulInteger"]
        self.columns = {
            node.name.removesuffix("_quant").removesuffix("MatMul").rstrip("/_"): node.input[1]
            for node in products
        }

    def linear(self, *places: str) -> tuple[Array, Array]:
        """Return the eight-bit weights of one layer, or of several side by side, and the scales."""
        names = [self.columns[place].removesuffix("_quantized") for place in places]
        if any(self.arrays[f"{name}_zero_point"].any() for name in names):
            raise ValueError(f"{places}: weights are not symmetric")
        weights = np.concatenate([self.arrays[f"{name}_quantized"] for name in names], 1)
        return weights, np.concatenate([self.arrays[f"{name}_scale"] for name in names])

    def bias(self, *places: str) -> Array:
        """Return the biases of one layer, or of several side by side."""
        return np.concatenate([self.arrays[f"{place}.bias"] for place in places])

    def token_type(self) -> Array:
        """Return the embedding that all pieces share: a sum's other term, without a name."""
        (found,) = (a for name, a in self.arrays.items() if name.startswith("onnx::Add_"))
        return found


class Graph:
    """A graph that grows by a node at a time; what a node gives has the name of the node."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Array) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def add(self, kind: str, inputs: list[str], name: str, **options: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **options))
        return name

    def quantised(self, value: str) -> tuple[str, str, str]:
        """Return a value in eight bits, its scale and its zero."""
        names = (f"{value}/quantised", f"{value}/scale", f"{value}/zero")
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [value], names, name=names[0]))
        return names

    def linear(self, value: str, place: str, bias: str) -> str:
        """Multiply by a layer's weights, and add its bias."""
        small, scale, zero = self.quantised(value)
        weights, scales, zeros = self.columns(place, place)
        added = self.constant(f"{place}/bias", self.weights.bias(bias))
        inputs = [small, weights, scale, scales, zero, zeros, added]
        return self.add("MatMulIntegerToFloat", inputs, place, domain=FUSED)

    def columns(self, name: str, *places: str) -> tuple[str, str, str]:
        """Keep layers' weights, their scales and their zeros."""
        weights, scales = self.weights.linear(*places)
        return (
            self.constant(f"{name}/weights", weights),
            self.constant(f"{name}/scales", scales),
            self.constant(f"{name}/zeros", np.zeros_like(weights[0])),
        )

    def normalised(self, value: str, other: str, place: str) -> str:
        """Add two values and normalise the sum."""
        total = self.add("Add", [value, other], f"{place}/sum")
        kept = [
            self.constant(f"{place}/{part}", self.weights.arrays[f"{place}.{part}"])
            for part in ("weight", "bias")
        ]
        return self.add("LayerNormalization", [total, *kept], place, axis=-1, epsilon=EPSILON)

    def embedded(self) -> str:
        """Add the embeddings of pieces, their shapes and their places."""
        arrays, place = self.weights.arrays, f"{NETWORK}encoder.embeddings"
        for name in ("words", "scales"):
            self.add("Gather", [self.constant(name, arrays[name]), "pieces"], f"{name}/of")
        self.add("Cast", ["words/of"], "words/float", to=TensorProto.FLOAT)
        self.add("Mul", ["words/float", "scales/of"], "words/embedded")
        shapes = self.constant("shape", arrays[f"{NETWORK}shapes.weight"])
        self.add("Gather", [shapes, "shapes"], "shape/of")
        pieces = self.add("Add", ["words/embedded", "shape/of"], "embedded")
        places = arrays[f"{place}.position_embeddings.weight"] + self.weights.token_type()
        table = self.constant("position", places[:POSITIONS])
        first = self.constant("position/first", np.array([0], np.int64))
        self.add("Shape", ["pieces"], "length", start=1)
        there = self.add("Slice", [table, first, "length"], "position/of")
        return self.normalised(pieces, there, f"{place}.LayerNorm")

    def attended(self, value: str, number: int) -> str:
        """Let each piece look at all others."""
        parts = ("query", "key", "value")
        weights, scales, zeros = self.columns(
            f"attention{number}", *(f"/layer.{number}/attention/self/{part}" for part in parts)
        )
        bias = self.weights.bias(*(f"{LAYER}.{number}.attention.self.{part}" for part in parts))
        added = self.constant(f"attention{number}/bias", bias)
        small, scale, zero = self.quantised(value)
        inputs = [small, weights, added, scale, scales, "", zero, zeros]
        name = f"attention{number}"
        return self.add("QAttention", inputs, name, domain=FUSED, num_heads=HEADS)

    def layer(self, value: str, number: int) -> str:
        """Add one layer of the encoder."""
        at, named = f"/layer.{number}", f"{LAYER}.{number}"
        seen = self.attended(value, number)
        seen = self.linear(seen, f"{at}/attention/output/dense", f"{named}.attention.output.dense")
        value = self.normalised(seen, value, f"{named}.attention.output.LayerNorm")
        inner = self.linear(value, f"{at}/intermediate/dense", f"{named}.intermediate.dense")
        inner = self.add("Gelu", [inner], f"{at}/gelu", domain=FUSED)
        inner = self.linear(inner, f"{at}/output/dense", f"{named}.output.dense")
        return self.normalised(inner, value, f"{named}.output.LayerNorm")

    def labelled(self, value: str) -> str:
        """Give the probability of each label for each word."""
        chunk = self.constant("chunk", np.array(0, np.int64))
        pieces = self.add("Gather", [value, chunk], "chunk/of", axis=0)
        words = self.add("Gather", [pieces, "firsts"], "word", axis=0)
        head = self.linear(words, "/head/Gemm", f"{NETWORK}head")
        return self.add("Softmax", [head], "probs", axis=-1)


def fused(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a quantised model with fused operators and the same weights."""
    graph = Graph(Weights(model))
    value = graph.embedded()
    number = 0
    while f"/layer.{number}/output/dense" in graph.weights.columns:
        value = graph.layer(value, number)
        number += 1
    graph.labelled(value)
    row = helper.make_tensor_value_info
    inputs = [row(name, TensorProto.INT64, [1, "length"]) for name in ("pieces", "shapes")]
    inputs.append(row("firsts", TensorProto.INT64, ["words"]))
    outputs = [row("probs", TensorProto.FLOAT, ["words", len(LABELS)])]
    made = helper.make_graph(graph.nodes, "gloss", inputs, outputs, graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=IR_VERSION)


def fuse(folder: Path) -> None:
    """Replace a folder's model by the fused one, unless it is fused already."""
    path = folder / "model.onnx"
    model = onnx.load(str(path))
    if any(node.op_type == "QAttention" for node in model.graph.node):
        return
    onnx.save(fused(model), str(path))
    write_checksums(folder)


def main() -> None:
    """Fuse the model of a folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    fuse(parser.parse_args().folder)


if __name__ == "__main__":
    main()
