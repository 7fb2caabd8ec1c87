"""Plain text as an article: lines, and paragraphs that were wrapped at a width."""
