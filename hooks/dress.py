"""Step 8, dress: looks and scripts, and the last touch to each whole page."""

from functools import partial

import bridge
from handrail import wishes
from handrail.publish import assets
from handrail.publish.problem import report_link
from handrail.publish.trim import names_in


def on_env(env, config, files):
    """Put the theme's style sheets and ours together, and give templates the names of all."""
    theme, ours = bridge.theme_files(files, config)
    theme_sheets = assets.theme_sheets(theme)
    # A page that is saved in a preview may need any rule of the theme, and so may the manual.
    any_rule = wishes.serving() or wishes.asked(wishes.MANUAL)
    known = frozenset() if any_rule else names_in(*bridge.looked_at(env, config, files))
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
    return bridge.finished(output)


def on_post_template(output_content, template_name, config):
    return bridge.finished(output_content)
