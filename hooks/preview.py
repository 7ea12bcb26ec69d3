"""Step 11, preview: a save is shown at once, and no mistake ends the preview."""

import live


def on_env(env, config, files):
    live.keep(config, files, env)
    return env


def on_serve(server, config, builder):
    live.Live(server, builder)
    return server
