"""Step 8, dress: looks and scripts, and the last touch to each whole page."""

from functools import partial

import bridge
from handrail.policy import with_policy
from handrail.publish import assets
from handrail.publish.finish import finish_page
from handrail.publish.problem import report_link
from handrail.publish.trim import names_in


def on_env(env, config, files):
    """Put the theme's style sheets and ours together, and give templates the names of all."""
    theme, ours = bridge.theme_files(files, config)
    theme_sheets = assets.theme_sheets(theme)
    # A page that is saved while a preview runs may need any rule of the theme.
    known = frozenset() if bridge.serving() else names_in(*bridge.looked_at(env, config, files))
    parts = {path: assets.theme_sheet(theme[path].content_bytes, known) for path in theme_sheets}
    parts |= {path: ours[path].content_bytes for path in config.extra_css if path in ours}
    own = {path: file.content_bytes for path, file in ours.items()}
    names = assets.named(own, parts)
    for path in {*parts, *names, *assets.unused(theme)} & {*theme, *ours}:
        files.remove((theme | ours)[path])
    for name, content in names.values():
        files.append(bridge.generated(config, name, content))
    config.extra_css = [path for path in config.extra_css if path not in parts]
    env.globals["asset"] = lambda path: names[path][0] if path in names else path
    settings = bridge.build(config).handbook.settings
    env.globals["settings"] = settings
    env.globals["report_link"] = partial(report_link, settings)
    return env


def on_post_page(output, page, config):
    return _finished(output)


def on_post_template(output_content, template_name, config):
    return _finished(output_content)


def _finished(html: str) -> str:
    # A preview runs a script of its own in each page, which a policy would forbid.
    html = finish_page(html)
    return html if bridge.serving() else with_policy(html)
