"""Questions that the screen asks, one module each; the answer is what `dismiss` is given."""
