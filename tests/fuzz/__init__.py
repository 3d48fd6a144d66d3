"""Random hostile input through whole builds: ``invoke fuzz --minutes N``.

pieces    of the dialect and of attacks
files     articles, corrections of both kinds, registers and seeds made of them
lines     settings, command lines and questions to the search
project   a digest of two good stories, and what is thrown at it
harmless  what no page may hold
parsed    files as machines read them

Whatever the input is, no exception may come out, none may have to be caught by what catches all,
both good stories must stand, and no page may hold an element or attribute that runs anything. What
breaks a law is kept in ``tests/cases/hostile`` and tried by the tests from then on.
"""
