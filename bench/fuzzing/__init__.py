"""Any file at all, given to everything that reads, and what must hold of it: `bench.fuzz` runs it.

| module | what it owns |
|---|---|
| `case` | one input as a value: what is run, on which files |
| `vocabulary` | the sentences and the awkward texts that inputs are made of |
| `generators/` | files of each kind, well-formed; one module a kind |
| `mutations` | what is done to a file: bytes, lines, tokens, structure, encodings, archives |
| `inputs` | the case of a seed and a number: always the same |
| `targets/` | what is run with a case, taken from the registries of formats and commands |
| `oracle` | what must hold of what was read, worked out without the readers |
| `foreign` | what is written, as other parsers see it |
| `compared` | what is read, as other parsers read it |
| `limits` | processor time and memory that one case may take |
| `worker` | cases in child processes, which may die |
| `shrinker` | the smallest case that fails in the same way |
| `findings` | the folder in which failures are kept |

A fault is an exception that no person should see, a law that does not hold, more than ten seconds
of processor time or more than a gigabyte. Inputs depend on nothing but seed and number. It needs
`fork`, so not Windows.
"""
