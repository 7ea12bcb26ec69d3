"""Only with mkdocs.with-pdf.yml: sees to the faults of mkdocs-with-pdf, and checks what it made."""

from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import mkdocs_with_pdf.generator as generator
import weasyprint
from weasyprint.urls import URLFetcher

import bridge
from handrail.publish.completeness import check_complete
from handrail.publish.typeset import CannotPrint

PLUGIN = "with-pdf"


def on_config(config):
    """What the plugin leaves out or prints as "None"; runs before the plugin reads its settings."""
    ours = config.extra.get("handrail") or {}
    settings = config.plugins[PLUGIN].config
    settings["author"] = settings["author"] or ours.get("organisation", "")
    settings["copyright"] = settings["copyright"] or config.copyright or ""
    settings["cover_subtitle"] = settings["cover_subtitle"] or ours.get("edition", "")
    weasyprint.DEFAULT_OPTIONS["pdf_variant"] = "pdf/ua-1"
    generator.HTML = partial(weasyprint.HTML, url_fetcher=_Ours(config))
    return config


on_config.mkdocs_priority = 100


class _Ours(URLFetcher):
    """Reads pictures and styles of the project and of the site, and nothing else."""

    def __init__(self, config):
        super().__init__(allowed_protocols=("file", "data"))
        self._config = config

    def fetch(self, url, headers=None):
        parts = urlsplit(url)
        file = Path(unquote(parts.path)).resolve()
        folders = bridge.project(self._config), Path(self._config.site_dir)
        if parts.scheme == "file" and not any(file.is_relative_to(folder) for folder in folders):
            raise ValueError(f"{url} is not in the project")
        return super().fetch(url, headers)


def on_post_build(config):
    handbook = bridge.build(config).handbook
    pdf = Path(config.site_dir) / config.plugins[PLUGIN].config["output_path"]
    documents = [handbook.rendered[uri] for uri in handbook.in_order if uri in handbook.rendered]
    try:
        check_complete(pdf.read_bytes(), [(document, document.root) for document in documents])
    except CannotPrint as error:
        raise bridge.stop(config, f"{str(error).rstrip('.')}. Nothing was published.") from None


# After the plugin has printed, before anything is published.
on_post_build.mkdocs_priority = -50
