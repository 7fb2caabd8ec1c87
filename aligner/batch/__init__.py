"""A run over many documents: each aligned into files of its own, whatever becomes of the others.

| module | what it owns |
|---|---|
| `job` | the values: what is asked of a document, what came of it |
| `document`, `pairs_file` | the work of one document; its pairs as lines |
| `state` | what is done, told by digests of contents |
| `same_text` | the same text in two documents, aligned once |
| `limits`, `part`, `estimate` | what a document may take; a share of a run; the time left |
| `workers/` | who does the work: this process, processes, a cluster |
| `looks`, `run_report/` | what a person should look at; the report of a run |
| `run` | the order of all this |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.batch.job import Failure, Job, Report
    from aligner.batch.limits import Limits
    from aligner.batch.looks import Look, Remark, Seen, sorted_by_urgency
    from aligner.batch.part import Part, read_part
    from aligner.batch.run import RunResult, run_batch
    from aligner.batch.workers import Cluster, InProcess, Processes, Workers, usual_processes

_MODULES = {
    "job": ("Failure", "Job", "Report"),
    "limits": ("Limits",),
    "looks": ("Look", "Remark", "Seen", "sorted_by_urgency"),
    "part": ("Part", "read_part"),
    "run": ("RunResult", "run_batch"),
    "workers": ("Cluster", "InProcess", "Processes", "Workers", "usual_processes"),
}

__all__ = [
    "Cluster",
    "Failure",
    "InProcess",
    "Job",
    "Limits",
    "Look",
    "Part",
    "Processes",
    "Remark",
    "Report",
    "RunResult",
    "Seen",
    "Workers",
    "read_part",
    "run_batch",
    "sorted_by_urgency",
    "usual_processes",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
