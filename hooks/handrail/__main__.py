"""`handrail`, and `python -m handrail`: the command, without a word when it is ended early."""

import sys

_ENDED = 130
"""The exit status of what Ctrl-C has ended."""


def main() -> int:
    """Run the command. Returns its exit status."""
    try:
        import signal  # takes long enough on a busy machine for Ctrl-C to come in between

        # Until everything is loaded, Ctrl-C ends the process at once and in silence.
        ours = signal.signal(signal.SIGINT, signal.SIG_DFL)
    except KeyboardInterrupt:
        return _ENDED
    from handrail import cli

    signal.signal(signal.SIGINT, ours)
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
