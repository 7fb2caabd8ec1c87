"""TMX, the translation memory that every tool exchanges: reading, writing, checking."""
