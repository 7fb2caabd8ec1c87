"""What is known of words and of writing them: the common ground of glossary, memory and checks.

Owns where words begin and end, how common and of what kind they are, how they sound and inflect.
"""
