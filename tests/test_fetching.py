"""A page is fetched only from where the user said, with limits on everything; what goes wrong is one line."""

from __future__ import annotations

import ssl
from http.client import HTTPMessage
from io import BytesIO
from pathlib import Path
from urllib.request import Request

import pytest

from tests.loopback import Page, drop_by_drop, endless, leads_to, nonsense, page, silent, site, zeros
from workbench.problem import WorkbenchError
from workbench.project.intake.fetching import _Redirects, fetched, is_address

TEXT = b"Die Lage in Kiew bleibt ruhig."
CERTIFICATE = Path(__file__).parent / "data" / "nobody.pem"
"""Of a name that nobody has, signed by nobody, with a key that everybody knows: for one test."""


def told(address: str, **limits: float) -> str:
    with pytest.raises(WorkbenchError) as error:
        fetched(address, **limits)
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("https://a.example/b", True),
        ("HTTP://a.example", True),
        ("file:///etc/passwd", True),
        ("ftp://a.example/b", True),
        ("gipfel.txt", False),
        ("C:\\gipfel.txt", False),
        ("ausland/gipfel.txt", False),
        ("-", False),
    ],
)
def test_an_address_has_a_scheme(text: str, what: bool) -> None:
    assert is_address(text) is what


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd", "is not http or https"),
        ("ftp://a.example/b", "is not http or https"),
        ("javascript:alert(1)", "is not http or https"),
        ("http://", "is no address"),
        ("http://[::1", "is no address"),
        ("http://a.example:99999999/", "is no address"),
        ("http://a.example/b c", "is no address"),
        ("http://a.example/\x1b[2J", "is no address"),
        ("https://ich:geheim@a.example/", "holds a user name or a password"),
    ],
)
def test_what_is_no_address_of_the_web_is_not_asked_for(address: str, message: str) -> None:
    said = told(address)
    assert message in said
    assert "geheim" not in said


def test_a_page_comes_with_what_its_server_says_of_it_and_the_program_says_who_it_is() -> None:
    with site({"/a%20b?c=%C3%A4": page(TEXT, "text/plain; charset=UTF-8")}) as (address, there):
        found = fetched(f"{address}/a%20b?c=ä#oben")
        assert (found.data, found.kind, found.charset) == (TEXT, "text/plain", "utf-8")
        assert found.address == f"{address}/a%20b?c=%C3%A4"
        assert there.asked[0]["User-Agent"].startswith("workbench/")
        assert "Cookie" not in there.asked[0]


def test_redirects_are_followed_a_few_times_without_cookies() -> None:
    pages: dict[str, Page] = {f"/{n}": leads_to(f"/{n + 1}", 301 + n % 2) for n in range(8)}
    pages["/8"] = page(TEXT, "text/plain")
    with site(pages) as (address, there):
        found = fetched(f"{address}/3")
        assert found.address == f"{address}/8"
        assert not any("Cookie" in heads for heads in there.asked)
        assert "more than 5 times" in told(f"{address}/0")


@pytest.mark.parametrize("there", ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:text/plain,Guten%20Tag"])
def test_no_redirect_leads_out_of_the_web(there: str) -> None:
    with site({"/a": leads_to(there)}) as (address, _):
        assert "not http or https" in told(f"{address}/a")


def test_pages_in_a_circle_are_told() -> None:
    with site({"/a": leads_to("/b"), "/b": leads_to("/a"), "/c": leads_to("/c")}) as (address, _):
        assert "/a: leads " in told(f"{address}/a")
        assert "/c: leads " in told(f"{address}/c")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, "there is no such page (404) – check the address"),
        (410, "there is no such page (410)"),
        (401, "only for who logs in"),
        (403, "lets no program in (403) – open it in your browser, save the page there, and import that file"),
        (429, "asked too often (429) – try again later"),
        (500, "an error of its own (500)"),
        (503, "an error of its own (503)"),
        (418, "the site refuses it (418)"),
    ],
)
def test_each_refusal_says_what_to_do(status: int, message: str) -> None:
    with site({"/a": page(b"<h1>No</h1>", status=status)}) as (address, _):
        assert message in told(f"{address}/a")


def test_a_page_that_is_too_large_or_too_slow_is_given_up() -> None:
    with site({"/large": endless, "/slow": silent, "/drops": drop_by_drop}) as (address, _):
        assert "is larger than 20 MB" in told(f"{address}/large")
        assert "said nothing for 0 seconds" in told(f"{address}/slow", silence=0.3)
        assert "did not come within 0 seconds" in told(f"{address}/drops", silence=0.5, longest=0.4)


def test_what_is_packed_is_unpacked_within_the_same_limit() -> None:
    import gzip
    import zlib

    pages = {
        "/gzip": page(gzip.compress(TEXT), "text/plain", Content_Encoding="gzip"),
        "/deflate": page(zlib.compress(TEXT), "text/plain", Content_Encoding="deflate"),
        "/bomb": zeros(200),
        "/damaged": page(b"\x1f\x8b\x08 nothing", "text/plain", Content_Encoding="gzip"),
        "/br": page(b"abc", "text/plain", Content_Encoding="br"),
    }
    with site(pages) as (address, _):
        assert fetched(f"{address}/gzip").data == TEXT
        assert fetched(f"{address}/deflate").data == TEXT
        assert "is larger than 20 MB" in told(f"{address}/bomb")
        assert "came damaged" in told(f"{address}/damaged")
        assert "packed in a way that is not known here (br)" in told(f"{address}/br")


def test_a_page_that_comes_only_in_part_is_no_page() -> None:
    import gzip

    packed = gzip.compress(TEXT * 50)
    pages = {
        "/short": page(TEXT, "text/plain", Content_Length=str(len(TEXT) + 1)),
        "/chunks": page(b"8\r\nDie Lage\r\n9\r\nist", "text/plain", Transfer_Encoding="chunked"),
        "/gzip": page(packed[:-10], "text/plain", Content_Encoding="gzip"),
        "/two": page(packed + gzip.compress(b" Ende."), "text/plain", Content_Encoding="gzip"),
    }
    with site(pages) as (address, _):
        for name in ("short", "chunks", "gzip"):
            assert f"/{name}: came only in part" in told(f"{address}/{name}")
        assert fetched(f"{address}/two").data == TEXT * 50 + b" Ende."


@pytest.mark.parametrize("place", ["http://127.0.0.1:9/a", "http://localhost/", "http://[::1]/", "http://10.0.0.1/"])
def test_no_redirect_leads_from_the_web_into_ones_own_network(place: str) -> None:
    redirects = _Redirects("http://9.9.9.9/artikel")
    request = Request("http://9.9.9.9/artikel")
    with pytest.raises(WorkbenchError, match="not in the web"):
        redirects.redirect_request(request, BytesIO(), 302, "Found", HTTPMessage(), place)
    assert redirects.redirect_request(request, BytesIO(), 302, "Found", HTTPMessage(), "http://8.8.8.8/b")


def test_what_does_not_speak_as_a_web_site_is_told() -> None:
    with site({"/a": nonsense}) as (address, _):
        assert "what the site answers is no page" in told(f"{address}/a")
        assert "no safe connection" in told(address.replace("http", "https"))
    assert "nobody answers there" in told(address)
    assert "its site cannot be found" in told("http://nowhere.invalid/")


def test_a_certificate_of_nobody_is_not_trusted() -> None:
    with site({"/a": page(TEXT)}) as (address, there):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        there.socket = context.wrap_socket(there.socket, server_side=True)
        assert "its certificate is not valid" in told(address.replace("http", "https") + "/a")
