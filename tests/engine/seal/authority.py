"""A time-stamping authority on this computer: openssl behind a small server."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

_SETTINGS = """
[tsa]
default_tsa = now
[now]
dir = {folder}
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[req]
distinguished_name = name
[name]
[stamping]
extendedKeyUsage = critical, timeStamping
basicConstraints = CA:FALSE
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
"""


class Authority:
    """Answers queries with openssl, or with ``instead`` where a test sets it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.instead = folder, None
        folder.mkdir()
        (folder / "tsa.cnf").write_text(_SETTINGS.format(folder=folder))
        (folder / "serial").write_text("01")
        self._openssl(
            *[
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "root.key",
                "-out",
                "root.pem",
                "-days",
                "30",
                "-subj",
                "/CN=Root",
                "-extensions",
                "root",
                "-config",
                "tsa.cnf",
            ]
        )
        self._openssl(
            *[
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.csr",
                "-subj",
                "/CN=Authority",
                "-config",
                "tsa.cnf",
            ]
        )
        self._openssl(
            *[
                "x509",
                "-req",
                "-in",
                "tsa.csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-CAcreateserial",
                "-days",
                "30",
                "-out",
                "tsa.pem",
                "-extfile",
                "tsa.cnf",
                "-extensions",
                "stamping",
            ]
        )

    instead: bytes | None

    @property
    def root(self) -> Path:
        """The certificate that a user trusts."""
        return self.folder / "root.pem"

    def answer(self, query: bytes) -> bytes:
        """The answer to a query."""
        if self.instead is not None:
            return self.instead
        (self.folder / "query").write_bytes(query)
        self._openssl(
            *[
                "ts",
                "-reply",
                "-queryfile",
                "query",
                "-out",
                "answer",
                "-config",
                "tsa.cnf",
                "-section",
                "now",
            ]
        )
        return (self.folder / "answer").read_bytes()

    def refusal(self) -> bytes:
        """The answer to a query whose digest the authority does not take."""
        (self.folder / "data").write_bytes(b"data")
        self._openssl(*["ts", "-query", "-data", "data", "-md5", "-out", "query"])
        return self.answer((self.folder / "query").read_bytes())

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)


@contextmanager
def served(authority: Authority) -> Iterator[str]:
    """The address at which the authority answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = authority.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
