"""Only with mkdocs.with-pdf.yml: sees to the faults of mkdocs-with-pdf, and checks what it made."""

from functools import partial
from pathlib import Path

import mkdocs_with_pdf.generator as generator
from mkdocs_with_pdf.toc import make_indexes

import bridge
from handrail.publish.completeness import check_complete
from handrail.publish.ready import make_ready, prepare_links
from handrail.publish.typeset import CannotPrint
from handrail.publish.weasy import Page

PLUGIN = "with-pdf"


def on_config(config):
    """What the plugin leaves out or prints as "None"; runs before the plugin reads its settings."""
    ours = config.extra.get("handrail") or {}
    settings = config.plugins[PLUGIN].config
    settings["author"] = settings["author"] or ours.get("organisation", "")
    settings["copyright"] = settings["copyright"] or config.copyright or ""
    settings["cover_title"] = settings["cover_title"] or config.site_name
    settings["cover_subtitle"] = settings["cover_subtitle"] or ours.get("edition", "")
    generator.HTML = partial(_page, config)
    generator.make_indexes = partial(_make_indexes, config)
    return config


on_config.mkdocs_priority = 100


def _page(config, string):
    return Page(string, partial(_check, config), bridge.project(config), Path(config.site_dir))


def _make_indexes(config, soup, options):
    settings = config.plugins[PLUGIN].config
    about = {"title": settings["cover_title"], "author": settings["author"]}
    about["description"] = config.site_description or ""
    make_ready(soup, config.theme["language"], about)
    make_indexes(soup, options)
    prepare_links(soup, config.site_url or "")


def _check(config, faults):
    handbook = bridge.build(config).handbook
    pdf = Path(config.site_dir) / config.plugins[PLUGIN].config["output_path"]
    documents = [handbook.rendered[uri] for uri in handbook.in_order if uri in handbook.rendered]
    try:
        check_complete(pdf.read_bytes(), [(document, document.root) for document in documents])
    except CannotPrint as error:
        raise bridge.stop(config, f"{str(error).rstrip('.')}. Nothing was published.") from None
    if faults:
        told = "".join(f"error: {fault}\n" for fault in dict.fromkeys(faults))
        raise bridge.stop(config, f"{told}Nothing was published.")
