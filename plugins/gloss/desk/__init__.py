"""The editor's desk: a local page of decisions, answered by single keys, kept as corrections.

    questions   what is asked of one article: kinds, unmarked names, speakers, years
    queue       all questions of a digest, equal ones together, those that readers meet most first
    answers     what an answer says, as corrections of each story that it is about
    pointing    a story, and what is said of words of it; notes
    came_in     what came in, and what can be done about it; seen: what the editor saw of it
    folder      the articles and corrections of a digest, read and written
    guard       who may ask: this machine's own page alone
    app         the web application (Flask), ``create_app``

It writes only ``content/corrections``; the next build lays them over the stories.
"""
