"""A model that is neither on this machine nor to be fetched is told in seconds."""

from __future__ import annotations

import socket
import sys

import pytest

from aligner.encoders import TransformerModel
from aligner.encoders.hub import refuse_unreachable
from aligner.errors import ModelUnavailable

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HF_HUB_OFFLINE", "HF_ENDPOINT", "NO_PROXY", "no_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def proxied(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    for name in PROXIES:
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")


def test_a_proxy_that_refuses_is_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound and not listening: whoever asks is refused
        proxied(monkeypatch, closed.getsockname()[1])
        with pytest.raises(ModelUnavailable, match="cannot be reached"):
            TransformerModel("nobody/no-such-model").spans(["A."], " ", None)


def test_a_proxy_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aligner.encoders.hub._PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        proxied(monkeypatch, silent.getsockname()[1])
        with pytest.raises(ModelUnavailable, match="cannot be reached"):
            refuse_unreachable("nobody/no-such-model")


def test_offline_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("aligner.encoders.hub._answers", lambda _: pytest.fail("asked"))
    with pytest.raises(ModelUnavailable, match="HF_HUB_OFFLINE"):
        refuse_unreachable("nobody/no-such-model")


@pytest.mark.parametrize("status", ["200 OK", "401 Unauthorized", "503 Busy"])
def test_whatever_answers_is_left_to_the_library(
    monkeypatch: pytest.MonkeyPatch, status: str
) -> None:
    from threading import Thread

    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.getsockname()[1]}")
        for name in PROXIES:
            monkeypatch.delenv(name, raising=False)

        def answer() -> None:
            asked, _ = server.accept()
            with asked:
                asked.recv(1 << 16)
                asked.sendall(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())

        answering = Thread(target=answer)
        answering.start()
        refuse_unreachable("nobody/no-such-model")
        answering.join()


def test_nothing_heavy_is_loaded_to_find_out() -> None:
    import subprocess

    code = (
        "import sys\nfrom aligner.encoders import TransformerModel\n"
        "from aligner.errors import ModelUnavailable\n"
        "try: TransformerModel('nobody/none').spans(['A.'], ' ', None)\n"
        "except ModelUnavailable: sys.exit(bool({'torch', 'transformers'} & set(sys.modules)))\n"
        "sys.exit(2)"
    )
    import os

    env = {**os.environ, "HF_HUB_OFFLINE": "1"}
    subprocess.run([sys.executable, "-c", code], check=True, env=env)
