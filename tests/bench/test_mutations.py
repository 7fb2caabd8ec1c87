"""Mutations: each changes one sign of the code, and what comes of it is still Python."""

from __future__ import annotations

import ast

from bench.mutations import Mutation, all_places, mutated, places_of, read_list

CODE = '''
class Scale:
    def level(self, a: int, b: int) -> str:
        """Return a < b and the like."""
        if a < 0 and (b - 1) >= a:  # a and b
            return "é" + f"{a}"
        return "é" if "-" == str(a) else str(a + b)
'''


def test_every_operator_can_be_mutated_but_in_texts_and_comments() -> None:
    changed = {
        (place.mutation.kind, mutated(CODE.encode(), place).decode().splitlines()[place.line])
        for place in places_of("scale.py", CODE)
    }
    line, last = CODE.splitlines()[4], CODE.splitlines()[6]
    assert changed == {
        ("and > or", line.replace("0 and", "0 or")),
        ("< > <=", line.replace("a < 0", "a <= 0")),
        ("- > +", line.replace("b - 1", "b + 1")),
        (">= > >", line.replace(">= a", "> a")),
        ("+ > -", last.replace("a + b", "a - b")),
    }


def test_a_place_is_named_by_its_function_and_number() -> None:
    named = [place.mutation for place in places_of("a.py", "def f(a):\n    return a + 1 + 2\n")]
    assert named == [Mutation("a.py", "f", "+ > -", 1), Mutation("a.py", "f", "+ > -", 2)]


def test_mutated_code_is_code() -> None:
    for place in places_of("scale.py", CODE):
        ast.parse(mutated(CODE.encode(), place))


def test_the_list_is_of_rooms_that_are_looked_at_and_names_nothing_twice() -> None:
    listed = [(one.module, one.function, one.kind, one.number) for one in read_list()]
    assert len(set(listed)) == len(listed)
    assert {module for module, *_ in listed} <= {one.module for one in all_places()}
