"""Requests to a remote store: authenticated where it asks for that, repeated where that helps, errors in words."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from itertools import accumulate
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from kg.errors import StoreError

USER, PASSWORD = "KG_STORE_USER", "KG_STORE_PASSWORD"
"""Environment variables with the name and the password for a remote store."""

_AGAIN = frozenset({429, 502, 503, 504})
_WAITS = (0.5, 1.0, 2.0, 4.0)
_LONGEST_WAIT = 30.0
_SHOWN = 300


class Client:
    """Sends requests to one server.

    Name and password come from the environment, never from the address, where others could read them; they are sent
    only once the server asks for them, in the way that it asks for. What fails for the moment is tried again, though
    not for longer than half the time that an answer may take.

    Raises:
        StoreError: the address is none.
    """

    def __init__(self, url: str, timeout: float = 600.0, waits: tuple[float, ...] = _WAITS) -> None:
        check_address(url)
        self.url = url
        self._timeout = timeout
        self._waits = [wait for wait, until in zip(waits, accumulate(waits), strict=True) if until <= timeout / 2]
        self._session = requests.Session()
        # What the environment says of proxies and of passwords elsewhere (.netrc) is no business of ours.
        self._session.trust_env = False
        self._auth: AuthBase | None = None

    def send(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        data: bytes | Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        accept: tuple[int, ...] = (),
    ) -> requests.Response:
        """The response to a request that may be sent again without harm.

        Raises:
            StoreError: no answer after several tries, or a refusal with a status not in ``accept``.
        """
        waits = iter(self._waits)
        while True:
            wait = next(waits, None)
            try:
                response = self._once(method, url, params, data, headers)
            except requests.exceptions.RequestException as error:
                if wait is None or not _is_passing(error):
                    raise StoreError(f"{self.url}: {_reason(error)}") from error
                time.sleep(wait)
                continue
            if response.status_code in _AGAIN and wait is not None:
                time.sleep(_pause(response, wait))
                continue
            if response.ok or response.status_code in accept:
                return response
            raise StoreError(f"{self.url}: {_refusal(response)}")

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def _once(
        self,
        method: str,
        url: str,
        params: Mapping[str, str] | None,
        data: bytes | Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
    ) -> requests.Response:
        def attempt() -> requests.Response:
            return self._session.request(
                method, url, params=params, data=data, headers=headers, auth=self._auth, timeout=(10, self._timeout)
            )

        response = attempt()
        if response.status_code == 401 and self._auth is None:
            self._auth = _credentials(response)
            if self._auth is not None:
                response = attempt()
        return response


def check_address(url: str) -> None:
    """Make sure that this is an address on the web, without a password in it.

    Raises:
        StoreError: it is not.
    """
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid or any(ord(character) <= 32 for character in url):
        raise StoreError(f"{url!r}: is no address of a store; one begins with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise StoreError(f"name and password do not belong into the address; set {USER} and {PASSWORD}")


def _credentials(response: requests.Response) -> AuthBase | None:
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if user is None or password is None:
        return None
    asked = response.headers.get("WWW-Authenticate", "").lower()
    return HTTPDigestAuth(user, password) if "digest" in asked else HTTPBasicAuth(user, password)


def _is_passing(error: requests.exceptions.RequestException) -> bool:
    return isinstance(error, requests.exceptions.ConnectionError | requests.exceptions.ChunkedEncodingError)


def _reason(error: requests.exceptions.RequestException) -> str:
    if isinstance(error, requests.exceptions.Timeout):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not to be trusted"
    if isinstance(error, requests.exceptions.ConnectionError):
        return "cannot be reached, or broke off"
    return f"cannot be asked: {type(error).__name__}"


def _pause(response: requests.Response, wait: float) -> float:
    asked = response.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST_WAIT) if asked.isdigit() else wait


def _refusal(response: requests.Response) -> str:
    if response.status_code == 401:
        if os.environ.get(USER) is None or os.environ.get(PASSWORD) is None:
            return f"asks for a name and a password; set {USER} and {PASSWORD}"
        return f"does not take the name and password in {USER} and {PASSWORD}"
    said = words(response)
    hint = "the user may not do that: " if response.status_code == 403 else ""
    return f"refuses with status {response.status_code}: {hint}{said}".rstrip(": ")


def words(response: requests.Response) -> str:
    """The beginning of what a server says, in printable characters."""
    try:
        text = response.content[:2000].decode(response.encoding or "utf-8", "replace")
    except LookupError:
        text = response.content[:2000].decode("latin-1")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_SHOWN]
