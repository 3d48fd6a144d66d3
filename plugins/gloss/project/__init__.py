"""A digest of one's own: what ``gloss new`` makes, and what every digest takes from the package.

settings   Pelican's settings that all digests share, and the theme's place
tasks      the commands of a digest: ``from gloss.project.tasks import *``
new        the files of a new digest, from ``template/`` and ``sample/``
asking     ``gloss new`` on the command line
"""
