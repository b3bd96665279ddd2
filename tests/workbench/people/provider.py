"""A small provider of OpenID Connect on this machine: it lets in whoever the test says is there, and checks what it is sent."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT, SECRET = "ringtrue", "a secret that only the two of them know"


@dataclass
class Provider:
    """The provider. ``there`` is what it tells of the person who is there; with ``denies`` it sends everybody back."""

    url: str = ""
    there: dict[str, Any] = field(default_factory=dict)
    denies: bool = False
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: dict[str, dict[str, Any]] = field(default_factory=dict)

    def configuration(self) -> dict[str, Any]:
        """What it tells of itself."""
        places = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "keys",
        }
        return {"issuer": self.url, **{name: f"{self.url}/{place}" for name, place in places.items()}}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where somebody is sent back to."""
        assert (asked["response_type"], asked["client_id"], asked["code_challenge_method"]) == (
            "code",
            CLIENT,
            "S256",
        )
        if self.denies:
            return f"{asked['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, said: dict[str, str]) -> dict[str, Any]:
        """The tokens for a code: once, to who knows the secret and what was asked with the code."""
        asked = self.codes.pop(said["code"])
        told = (
            base64.urlsafe_b64encode(hashlib.sha256(said["code_verifier"].encode()).digest())
            .decode()
            .rstrip("=")
        )
        assert (said["client_id"], said["client_secret"], told) == (CLIENT, SECRET, asked["code_challenge"])
        token, now = secrets.token_urlsafe(16), int(time.time())
        self.tokens[token] = dict(self.there)
        claims = {**self.there, "iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300}
        return {
            "access_token": token,
            "token_type": "Bearer",
            "id_token": jwt.encode(claims, SECRET * 2, "HS256"),
        }


@contextmanager
def provider() -> Iterator[Provider]:
    """The provider, while the block lasts."""
    one = Provider()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(place.query).items()}
            if place.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", one.authorize(asked))
                self.end_headers()
            elif place.path == "/userinfo":
                self._tell(one.tokens[self.headers["Authorization"].removeprefix("Bearer ")])
            else:
                self._tell({"keys": []} if place.path == "/keys" else one.configuration())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._tell(one.token({name: values[0] for name, values in parse_qs(body).items()}))

        def log_message(self, *told: Any) -> None:
            return

        def _tell(self, what: dict[str, Any]) -> None:
            body = json.dumps(what).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    one.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield one
    finally:
        server.shutdown()
        server.server_close()
