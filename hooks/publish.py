"""Step 9, publish: what templates show, the record, and putting all in place."""

from pathlib import Path

import bridge
import voice
from handrail import wishes
from handrail.publish.finish import finish_content
from handrail.publish.offline import NAME as ARCHIVE
from handrail.publish.offline import write_archive
from handrail.publish.pages import page_view
from handrail.publish.record import NAME, digest, record
from handrail.publish.search import write_index
from handrail.publish.servers import write_server_files
from handrail.report import summary
from handrail.report.progress import QUIET
from handrail.report.published import published


def on_env(env, config, files):
    uris = [file.src_uri for file in files.documentation_pages()]
    bridge.build(config).progress.begin("Writing pages", uris)
    return env


def on_page_context(context, page, config, nav):
    state = bridge.build(config)
    page.content = finish_content(page.content, page.is_homepage)
    findings = state.findings if wishes.serving() else ()
    context["handrail"] = page_view(state.handbook, page.file.src_uri, findings, state.prints)
    return context


def on_post_build(config):
    state = bridge.build(config)
    write_index(Path(config.site_dir), state.handbook, config.use_directory_urls)
    if wishes.serving():
        state.progress.end()
        return
    if config.strict and state.warnings:
        raise bridge.stop(config, f"{len(state.warnings)} warnings above. Nothing was published.")
    sources = digest([Path(config.config_file_path), bridge.docs(config), bridge.overrides(config)])
    text = record(state.handbook, sources, len(state.findings), state.prints)
    (Path(config.site_dir) / NAME).write_text(text, encoding="utf-8")
    settings = state.handbook.settings
    write_server_files(Path(config.site_dir), state.handbook.url, settings.servers)
    if settings.offline:
        write_archive(Path(config.site_dir), state.handbook)
    state.stage.publish()
    config.site_dir = str(state.stage.target)
    state.progress.end()
    if voice.how_much(config) != QUIET:
        archive = ARCHIVE if settings.offline else ""
        said = published(state.stage.target, tuple(state.prints), archive)
        print(f"{summary(state.findings)}\n{said}", end="")


# After every plugin has written its part.
on_post_build.mkdocs_priority = -100
