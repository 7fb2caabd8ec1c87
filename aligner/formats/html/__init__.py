"""HTML: pages that articles are read from, and the pages that show pairs and units."""
