"""The ground under every SQLite file: connecting, transactions, versions, backups, what goes wrong.

A project, a memory and the cache of vectors each say which tables they have, what they do with a
file that cannot be used, and with which sentence; how that is done with SQLite is said here, once.
Nothing here knows what the tables hold. Invariant: what a transaction, a migration or a backup
has not finished is not there.

| module | what it owns |
|---|---|
| `failures` | why a database cannot be used, from SQLite's codes, and a room's sentences for it |
| `connection` | opening a database with its pragmas |
| `locks` | a lock that dies with its holder; disks that know no locks |
| `transactions` | all of a change or nothing of it; one state of the file for several questions |
| `schema` | the tables of an application, their version, and the steps from one to the next |
| `header` | what the first bytes of a file say, before SQLite opens it |
| `backup` | a copy under a free name |
| `unfinished` | a database that is being made, and the files that SQLite keeps beside one |
"""

from __future__ import annotations

from aligner.store.backup import back_up
from aligner.store.connection import Mode, connect, use_write_ahead_log
from aligner.store.failures import (
    ErrorMessage,
    ErrorMessages,
    Failure,
    UnusableDatabase,
    failure_of,
)
from aligner.store.header import check_header, is_database
from aligner.store.locks import Lock, knows_locks, take, take_on_this_computer
from aligner.store.schema import Migration, Schema, is_empty, run_script
from aligner.store.transactions import snapshot, transaction
from aligner.store.unfinished import companions, sync, unfinished_database

__all__ = [
    "ErrorMessage",
    "ErrorMessages",
    "Failure",
    "Lock",
    "Migration",
    "Mode",
    "Schema",
    "UnusableDatabase",
    "back_up",
    "check_header",
    "companions",
    "connect",
    "failure_of",
    "is_database",
    "is_empty",
    "knows_locks",
    "run_script",
    "snapshot",
    "sync",
    "take",
    "take_on_this_computer",
    "transaction",
    "unfinished_database",
    "use_write_ahead_log",
]
