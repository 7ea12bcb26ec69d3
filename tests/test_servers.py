"""Settings for web servers: a real nginx and a real Apache take them, and do what they say."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
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
APACHE = """\
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
DefaultRuntimeDir {folder}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {root}
DirectoryIndex index.html
{user}
<Directory {root}>
    AllowOverride FileInfo
    Require all granted
</Directory>
"""
MODULES = "mpm_event authz_core dir mime headers filter deflate"
"""Those that Debian's Apache has on from the start, and headers."""


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


def test_iis_takes_the_settings_whatever_a_server_above_has_set_already(site):
    """IIS answers every page with error 500.19 where one thing is added twice."""
    write_server_files(site, "https://protocol.example.org/", ["iis"])
    keys = {"add": "name", "mimeMap": "fileExtension", "error": "statusCode"}
    added = 0
    for parent in ElementTree.parse(site / "web.config").iter():
        removed = set()
        for child in parent:
            if child.tag in ("remove", "clear"):
                removed |= {*child.attrib.values(), child.tag}
            elif child.tag in keys:
                added += 1
                assert {child.get(keys[child.tag]), "clear"} & removed, child.attrib
    assert added > 10


def test_iis_has_the_page_for_lost_addresses_beside_its_settings_and_keeps_the_status(site):
    """A path of a file is found from the folder of web.config; one that is executed would answer
    200."""
    write_server_files(site, "https://intranet.example.org/family/protocol/", ["iis"])
    error = ElementTree.parse(site / "web.config").find(".//httpErrors/error")
    assert error.attrib == {"statusCode": "404", "path": "404.html", "responseMode": "File"}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A folder for a server, with a small protocol below a path."""
    project = make_project(tmp_path_factory.mktemp("servers") / "project")
    settings = project / "mkdocs.yml"
    url = "https://protocol.example.org/"
    settings.write_text(settings.read_text().replace(url, f"{url}family/protocol/"))
    # Apache gives up the rights of root, and must still be able to read it.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        done = run(project, "mkdocs", "build", "-d", f"{folder}/root/family/protocol")
        assert done.returncode == 0, done.stderr
        yield Path(folder) / "root"


@pytest.fixture(scope="module", params=["nginx", "apache"])
def server(request, root, tmp_path_factory):
    """The address of the protocol on a running server."""
    folder = tmp_path_factory.mktemp(request.param)
    with {"nginx": _nginx, "apache": _apache}[request.param](folder, root) as port:
        yield f"http://127.0.0.1:{port}/family/protocol/"


@contextmanager
def _nginx(folder, root):
    program = _program("nginx", "apt install nginx-light")
    port = _free_port()
    file = folder / "nginx.conf"
    file.write_text(NGINX.format(folder=folder, root=root, port=port))
    with _running([program, "-c", str(file), "-e", str(folder / "error.log")], port):
        yield port


@contextmanager
def _apache(folder, root):
    program = _program("apache2", "apt install apache2-bin")
    port = _free_port()
    at = "/usr/lib/apache2/modules/mod_"
    modules = "\n".join(f"LoadModule {name}_module {at}{name}.so" for name in MODULES.split())
    user = "" if os.getuid() else "User nobody\nGroup nogroup"
    file = folder / "apache.conf"
    file.write_text(APACHE.format(folder=folder, root=root, port=port, modules=modules, user=user))
    with _running([program, "-f", str(file), "-D", "FOREGROUND"], port):
        yield port


def _program(name, install):
    program = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    return program or pytest.skip(f"{name} is not installed here: {install}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def _running(command, port):
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    server = subprocess.Popen(command)
    while not _answers(port):
        assert server.poll() is None, f"{command[0]} stopped"
        time.sleep(0.02)
    yield
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
def test_pages_come_packed_with_the_policy_and_browsers_look_again(server):
    status, headers = ask(server)
    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-cache"
    assert ask(server, **{"If-None-Match": headers["ETag"]})[0] == 304


@pytest.mark.slow
def test_browsers_keep_what_never_changes_and_ask_for_the_search_index(server):
    html = urllib.request.urlopen(server).read().decode()
    (sheet,) = re.findall(r'href="(assets/stylesheets/site\.[^"]+)"', html)
    for path in (sheet, "assets/fonts/AtkinsonHyperlegibleNext-Bold.woff2"):
        assert ask(server + path)[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    index = ask(f"{server}assets/javascripts/search-index.js")[1]
    assert (index["Cache-Control"], index["Content-Encoding"]) == ("no-cache", "gzip")


@pytest.mark.slow
def test_a_lost_address_has_the_page_for_it_which_nobody_keeps(server):
    for path in ("pathways/lost/", "assets/stylesheets/site.00000000.css"):
        status, headers = ask(server + path)
        assert status == 404
        assert headers["Content-Security-Policy"]
        assert headers["Cache-Control"] in (None, "no-cache")
    with pytest.raises(urllib.error.HTTPError) as lost:
        urllib.request.urlopen(f"{server}pathways/lost/")
    with lost.value:
        assert "<h1>Page not found" in lost.value.read().decode().replace(' id="content"', "")


@pytest.mark.slow
def test_pdfs_are_left_to_the_browser_s_viewer_and_other_sites_alone(server):
    assert ask(f"{server}pdf/protocol.pdf")[1]["Content-Security-Policy"] is None
    assert ask(server.removesuffix("family/protocol/"))[1]["Content-Security-Policy"] is None


@pytest.mark.slow
@pytest.mark.browser
def test_under_the_policy_that_is_sent_pages_do_what_they_are_made_for(server, browser):
    with browser.new_context() as context:
        page = context.new_page()
        wrong = []
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        for path in ("", "pathways/first-contact/", "pathways/first-contact/pathway-1.svg"):
            page.goto(server + path, wait_until="networkidle")
        page.goto(f"{server}gone/first-contacts/", wait_until="networkidle")
        assert page.locator("[data-hr-nearest] a").first.inner_text() == "First contact"
        page.keyboard.press("f")
        page.keyboard.type("section 17")
        assert page.locator(".md-search-result__link").count()
    assert [said for said in wrong if "Security" in said] == []
