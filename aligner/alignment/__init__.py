"""From vectors to beads: evidence, features, the fitted scorer and the lattice."""
