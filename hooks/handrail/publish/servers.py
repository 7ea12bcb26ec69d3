"""Settings for the web server that a site stands on: what it packs, what browsers may keep and do,
and which page answers where there is none.

Each server has its own file in the site's folder. IIS and Apache read theirs by themselves; what
nginx is told is taken into its settings by whoever runs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from handrail.policy import REFERRER, server_policy

_KEPT = re.compile(r"assets/.+(\.[0-9a-f]{8}\.(css|js)|\.woff2)")
"""Files whose names change with what they hold, and fonts, which never change."""
_KEPT_PATTERN = r"/assets/.+(\.[0-9a-f]{8}\.(css|js)|\.woff2)$"
_YEAR = "public, max-age=31536000, immutable"
_ASK = "no-cache"  # keep it, and ask each time whether it is still the same
_TYPES = {
    "csv": "text/csv", "ics": "text/calendar", "json": "application/json",
    "svg": "image/svg+xml", "vcf": "text/vcard", "woff2": "font/woff2", "xml": "text/xml",
}  # fmt: skip
_PACKED = (
    "text/css", "text/javascript", "application/javascript", "text/xml", "text/csv",
    "text/calendar", "application/json", "image/svg+xml",
)  # fmt: skip


def write_server_files(site: Path, url: str, wanted: Iterable[str]) -> None:
    """Write the settings of the servers that are `wanted` into the folder of a site that is to
    stand at `url`."""
    wanted = tuple(wanted)
    if not wanted:
        return
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    pages = (path.read_text("utf-8") for path in paths if path.suffix in (".html", ".svg"))
    policy = server_policy(pages)
    kept = [path.relative_to(site).as_posix() for path in paths]
    kept = [path for path in kept if _KEPT.fullmatch(path)]
    for server in wanted:
        name, make = SERVERS[server]
        (site / name).write_text(make(policy, urlsplit(url).path or "/", kept), "utf-8")


def _nginx(policy: str, path: str, _: Iterable[str]) -> str:
    below = re.escape(path)
    return f"""\
# For nginx: a copy of this belongs among its settings, included in the server {{ }} whose root
# holds the site at {path}. A location of yours that has an add_header needs these again.

set $handrail_policy "";
set $handrail_types "";
set $handrail_referrer "";
set $handrail_cache "";
if ($uri ~ "^{below}") {{
    set $handrail_policy "{policy}";
    set $handrail_types "nosniff";
    set $handrail_referrer "{REFERRER}";
    set $handrail_cache "{_ASK}";
}}
# The browser's own viewer of PDFs has styles of its own.
if ($uri ~ "\\.pdf$") {{
    set $handrail_policy "";
}}
# Their names change with what they hold.
if ($uri ~ "^{below.rstrip("/")}{_KEPT_PATTERN}") {{
    set $handrail_cache "{_YEAR}";
}}
add_header Content-Security-Policy $handrail_policy always;
add_header X-Content-Type-Options $handrail_types always;
add_header Referrer-Policy $handrail_referrer always;
add_header Cache-Control $handrail_cache;

gzip on;
gzip_vary on;
gzip_comp_level 6;
gzip_min_length 512;
gzip_types {" ".join(_PACKED)};

error_page 404 {path}404.html;
"""


def _apache(policy: str, path: str, _: Iterable[str]) -> str:
    types = "".join(f"  AddType {kind} .{end}\n" for end, kind in _TYPES.items())
    return f"""\
# For Apache 2.4, which reads this file where AllowOverride has FileInfo.

ErrorDocument 404 {path}404.html

<IfModule mod_headers.c>
  # The browser's own viewer of PDFs has styles of its own.
  Header always set Content-Security-Policy "{policy}" "expr=%{{REQUEST_URI}} !~ m#\\.pdf$#"
  Header always set X-Content-Type-Options "nosniff"
  Header always set Referrer-Policy "{REFERRER}"
  Header set Cache-Control "{_ASK}"
  # Their names change with what they hold.
  Header set Cache-Control "{_YEAR}" "expr=%{{REQUEST_URI}} =~ m#{_KEPT_PATTERN}#"
  # What is packed has a mark of its own, which Apache would not know again.
  RequestHeader edit "If-None-Match" "^(.*)-gzip\\"(.*)$" "$1\\"$2"
</IfModule>
<IfModule mod_mime.c>
{types}</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html {" ".join(_PACKED)}
</IfModule>
"""


def _iis(policy: str, _: str, kept: Iterable[str]) -> str:
    headers = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER,
    }
    set_headers = _lines(
        f"        <remove name={quoteattr(name)} />\n"
        f"        <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in headers.items()
    )
    types = _lines(
        f'      <remove fileExtension=".{end}" />\n'
        f'      <mimeMap fileExtension=".{end}" mimeType="{kind}" />'
        for end, kind in _TYPES.items()
    )
    year = "\n".join(_IIS_KEPT.format(escape(path)) for path in kept)
    return _IIS.format(headers=set_headers, types=types, kept=year)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)


_IIS = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- For IIS 10, which reads this file where the site stands. -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
{headers}
      </customHeaders>
    </httpProtocol>
    <staticContent>
{types}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <urlCompression doStaticCompression="true" />
  </system.webServer>
  <!-- The browser's own viewer of PDFs has styles of its own. -->
  <location path="pdf">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Content-Security-Policy" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
  <!-- Their names change with what they hold. -->
{kept}
</configuration>
"""
_IIS_KEPT = """\
  <location path="{}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
      </staticContent>
    </system.webServer>
  </location>"""

SERVERS: Mapping[str, tuple[str, Callable[[str, str, Iterable[str]], str]]] = {
    "apache": (".htaccess", _apache),
    "iis": ("web.config", _iis),
    "nginx": ("nginx.conf", _nginx),
}
"""The name of each server's file, and what makes it."""
