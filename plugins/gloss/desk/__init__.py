"""The editor's desk: a local page of decisions, answered by single keys, kept as corrections.

    questions   what is asked of one article: kinds, unmarked names, speakers, years
    queue       all questions of a digest, equal ones together, those that readers meet most first
    answers     what an answer says, as corrections of each story that it is about
    pointing    a story, and what is said of words of it; notes
    came_in     what came in, and what can be done about it; seen: what the editor saw of it
    folder      what a digest asks, and what is written of it, taken back last first
    reading     articles with their corrections, read again only where they were touched
    names       all names of a digest, the register over them; names_desk shows and changes them
    name_changes, name_split     what a description, a merge, a split of a name write
    name_effects, name_requests  what each would touch; what a page asks for
    who_is_who  names that may be one, as the annotator asks
    register_file                entries written into the register, and taken back
    guard       who may ask: this machine's own page alone
    app         the web application (Flask), ``create_app``

It writes only ``content/corrections`` and the register; the next build lays them over the stories.
"""
