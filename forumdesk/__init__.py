"""ForumDesk: the desk for forum organisers."""

__version__ = "0.1.0"
