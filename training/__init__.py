"""How the shipped weights are made: the embedding, and the scorer of the aligner."""
