"""Settings for web servers: a real nginx takes them, and does what they say."""

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from xml.etree import ElementTree

import pytest
from projects import make_project, run

from handrail.publish.servers import SERVERS, write_server_files
from handrail.settings import SERVERS as NAMES

PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body>x</body></html>'
NGINX = """\
pid {folder}/pid;
error_log {folder}/error.log;
daemon off;
master_process off;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {root}/family/protocol/nginx.conf;
    }}
}}
"""


@pytest.fixture
def site(tmp_path):
    """A folder with a page and files of the kinds that servers are told of."""
    for name in ("index.html", "404.html", "assets/a.0123abcd.css", "assets/b.js", "pdf/c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    return tmp_path


def test_every_server_that_the_settings_may_name_has_a_file(site):
    assert set(NAMES) == set(SERVERS)
    write_server_files(site, "https://protocol.example.org/", NAMES)
    assert {path.name for path in site.iterdir() if path.is_file()} == {
        "index.html", "404.html", ".htaccess", "nginx.conf", "web.config",
    }  # fmt: skip


def test_iis_is_told_in_well_formed_xml_which_files_to_keep_for_a_year(site):
    write_server_files(site, "https://protocol.example.org/", ["iis"])
    settings = ElementTree.parse(site / "web.config")
    assert [place.get("path") for place in settings.iter("location")] == [
        "pdf", "assets/a.0123abcd.css",
    ]  # fmt: skip
    headers = {header.get("name") for header in settings.iter("add")}
    assert {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"} <= headers


def test_a_lost_page_is_looked_for_where_the_site_stands(site):
    write_server_files(site, "https://intranet.example.org/family/protocol/", NAMES)
    assert "error_page 404 /family/protocol/404.html;" in (site / "nginx.conf").read_text()
    assert "ErrorDocument 404 /family/protocol/404.html" in (site / ".htaccess").read_text()


@pytest.fixture(scope="module")
def nginx(tmp_path_factory):
    """The address of a small protocol below a path of a running nginx."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if not program:
        pytest.skip("nginx is not installed here: apt install nginx-light")
    root = tmp_path_factory.mktemp("nginx")
    project = make_project(root / "project")
    settings = project / "mkdocs.yml"
    url = "https://protocol.example.org/"
    settings.write_text(settings.read_text().replace(url, f"{url}family/protocol/"))
    done = run(project, "mkdocs", "build", "-d", str(root / "root/family/protocol"))
    assert done.returncode == 0, done.stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    file = root / "nginx.conf"
    file.write_text(NGINX.format(folder=root, root=root / "root", port=port))
    command = [program, "-c", str(file), "-e", str(root / "error.log")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    server = subprocess.Popen(command)
    address = f"http://127.0.0.1:{port}/family/protocol/"
    while not _answers(port):
        time.sleep(0.02)
    yield address
    server.terminate()
    server.wait()


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def ask(address: str, **headers: str):
    """What a server answers: status, headers."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip", **headers})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers


@pytest.mark.slow
def test_nginx_sends_pages_packed_with_the_policy_and_asks_browsers_to_look_again(nginx):
    status, headers = ask(nginx)
    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-cache"
    assert ask(nginx, **{"If-None-Match": headers["ETag"]})[0] == 304


@pytest.mark.slow
def test_nginx_lets_browsers_keep_what_never_changes_and_the_search_index_only_for_asking(nginx):
    html = urllib.request.urlopen(nginx).read().decode()
    (sheet,) = re.findall(r'href="(assets/stylesheets/site\.[^"]+)"', html)
    for path in (sheet, "assets/fonts/AtkinsonHyperlegibleNext-Bold.woff2"):
        assert ask(nginx + path)[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    index = ask(f"{nginx}assets/javascripts/search-index.js")[1]
    assert (index["Cache-Control"], index["Content-Encoding"]) == ("no-cache", "gzip")


@pytest.mark.slow
def test_nginx_answers_a_lost_address_with_the_page_for_it_and_lets_nobody_keep_that(nginx):
    for path in ("pathways/lost/", "assets/stylesheets/site.00000000.css"):
        status, headers = ask(nginx + path)
        assert status == 404
        assert headers["Content-Security-Policy"]
        assert headers["Cache-Control"] is None
    with pytest.raises(urllib.error.HTTPError) as lost:
        urllib.request.urlopen(f"{nginx}pathways/lost/")
    with lost.value:
        assert "<h1>Page not found" in lost.value.read().decode().replace(' id="content"', "")


@pytest.mark.slow
def test_nginx_leaves_pdfs_to_the_browser_s_viewer_and_other_sites_alone(nginx):
    assert ask(f"{nginx}pdf/protocol.pdf")[1]["Content-Security-Policy"] is None
    assert ask(nginx.removesuffix("family/protocol/"))[1]["Content-Security-Policy"] is None


@pytest.mark.slow
@pytest.mark.browser
def test_under_the_policy_that_nginx_sends_pages_do_what_they_are_made_for(nginx, browser):
    with browser.new_context() as context:
        page = context.new_page()
        wrong = []
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        for path in ("", "pathways/first-contact/", "pathways/first-contact/pathway-1.svg"):
            page.goto(nginx + path, wait_until="networkidle")
        page.goto(f"{nginx}gone/first-contacts/", wait_until="networkidle")
        assert page.locator("[data-hr-nearest] a").first.inner_text() == "First contact"
        page.keyboard.press("f")
        page.keyboard.type("section 17")
        assert page.locator(".md-search-result__link").count()
    assert [said for said in wrong if "Security" in said] == []
