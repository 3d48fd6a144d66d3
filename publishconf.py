"""What publishing adds to pelicanconf.py: the site's address.

``GLOSS_SITEURL`` in the environment wins: the workflow for GitHub Pages sets it, subpath and custom
domain included.
"""

import os
import sys

sys.path.append(os.curdir)

from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("GLOSS_SITEURL", "").rstrip("/")
