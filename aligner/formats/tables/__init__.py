"""Tables of text in columns: TSV, CSV and workbooks, as units and as articles."""
