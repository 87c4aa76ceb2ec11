"""Where the packaged program begins."""

import multiprocessing
import sys

from forumdesk.bootstrap import main

multiprocessing.freeze_support()
sys.exit(main())
