"""`python -m forumdesk` and the `forumdesk` command."""

import sys


def main() -> None:
    """Start, and end with the exit code."""
    from forumdesk.bootstrap import main as start

    sys.exit(start())


if __name__ == "__main__":
    main()
