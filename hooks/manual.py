"""Step 10, manual: how to write and publish the protocol, beside it and only where asked for."""

import beside
import bridge
from handrail import wishes


def on_nav(nav, config, files):
    bridge.build(config).nav = nav
    return nav


def on_env(env, config, files):
    bridge.build(config).manual = beside.Manual(config, env)
    return env


def on_post_build(config):
    if wishes.asked(wishes.MANUAL) and not wishes.serving():
        manual = bridge.build(config).manual
        for uri in manual.texts:
            manual.write(uri)
