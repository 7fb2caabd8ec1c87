"""JSON: a bitext as one document, and units as JSON Lines."""
