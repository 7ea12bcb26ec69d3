"""All along: says what the build is doing. Printing and writing are told where they begin."""

import bridge


def on_files(files, config):
    bridge.build(config).progress.begin("Reading pages")
    return files


def on_nav(nav, config, files):
    uris = [file.src_uri for file in files.documentation_pages()]
    bridge.build(config).progress.begin("Rendering pages", uris)
    return nav


def on_page_content(html, page, config, files):
    bridge.build(config).progress.step()
    return html


def on_env(env, config, files):
    bridge.build(config).progress.begin("Checking")
    return env


def on_post_page(output, page, config):
    bridge.build(config).progress.step()
    return output


def on_post_build(config):
    bridge.build(config).progress.begin("Putting the site in place")
