"""From text to vectors: the built-in static model, or any sentence-transformers model."""
