"""`handrail`, and `python -m handrail`: the command, without a word when it is ended early."""

import signal
import sys


def main() -> int:
    """Run the command. Returns its exit status."""
    # Until everything is loaded, Ctrl-C ends the process at once and in silence.
    ours = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from handrail import cli

    signal.signal(signal.SIGINT, ours)
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
