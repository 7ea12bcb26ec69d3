"""Step 10, preview: a save is shown at once, and no mistake ends the preview."""

import bridge
import live


def on_nav(nav, config, files):
    bridge.build(config).nav = nav
    return nav


def on_env(env, config, files):
    live.keep(config, files, env)
    return env


def on_serve(server, config, builder):
    live.Live(server, builder)
    return server
