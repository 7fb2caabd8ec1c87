"""The ground under every format: bytes, encodings, archives, XML under limits, atomic writing."""
