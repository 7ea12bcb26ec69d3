"""Only with mkdocs.with-pdf.yml: sees to the faults of mkdocs-with-pdf, and checks what it made."""

from pathlib import Path

import mkdocs_with_pdf.generator as generator
from mkdocs_with_pdf.toc import make_indexes

import bridge
from handrail.publish.completeness import check_complete
from handrail.publish.typeset import CannotPrint
from handrail.publish.weasy import make_ready, read_html

PLUGIN = "with-pdf"


def on_config(config):
    """What the plugin leaves out or prints as "None"; runs before the plugin reads its settings."""
    ours = config.extra.get("handrail") or {}
    settings = config.plugins[PLUGIN].config
    settings["author"] = settings["author"] or ours.get("organisation", "")
    settings["copyright"] = settings["copyright"] or config.copyright or ""
    settings["cover_subtitle"] = settings["cover_subtitle"] or ours.get("edition", "")
    generator.HTML = lambda string: read_html(string, bridge.project(config), Path(config.site_dir))
    generator.make_indexes = _make_indexes
    return config


on_config.mkdocs_priority = 100


def _make_indexes(soup, options):
    make_ready(soup)
    make_indexes(soup, options)


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
