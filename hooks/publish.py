"""Step 7, publish: what templates show, the PDFs, the record, and putting all in place."""

from pathlib import Path

import bridge
from handrail.publish.finish import finish_content, finish_page
from handrail.publish.pages import page_view
from handrail.publish.prints import print_all
from handrail.publish.record import NAME, digest, record
from handrail.publish.search import add_names
from handrail.publish.typeset import CannotPrint
from handrail.report import summary
from handrail.report.published import published


def on_page_context(context, page, config, nav):
    state = bridge.build(config)
    prints = not bridge.serving()
    page.content = finish_content(page.content, page.is_homepage)
    findings = state.findings if bridge.serving() else ()
    context["handrail"] = page_view(state.handbook, page.file.src_uri, findings, prints)
    return context


def on_post_page(output, page, config):
    return finish_page(output)


def on_post_template(output_content, template_name, config):
    return finish_page(output_content)


def on_post_build(config):
    state = bridge.build(config)
    add_names(Path(config.site_dir), state.handbook, config.use_directory_urls)
    if bridge.serving():
        return
    if config.strict and state.warnings:
        raise bridge.stop(config, f"{len(state.warnings)} warnings above. Nothing was published.")
    site = Path(config.site_dir)
    try:
        prints = print_all(state.handbook, site, _overrides(config) / "print", bridge.docs(config))
    except CannotPrint as error:
        raise bridge.stop(config, f"{error} Nothing was published.") from None
    sources = digest([Path(config.config_file_path), bridge.docs(config), _overrides(config)])
    text = record(state.handbook, sources, len(state.findings), prints)
    (site / NAME).write_text(text, encoding="utf-8")
    state.stage.publish()
    config.site_dir = str(state.stage.target)
    print(f"{summary(state.findings)}\n{published(state.stage.target, prints)}", end="")


# After every plugin has written its part, such as the search index.
on_post_build.mkdocs_priority = -100


def _overrides(config) -> Path:
    """The folder that holds how the site and the PDFs look."""
    return Path(config.theme.custom_dir).parent
