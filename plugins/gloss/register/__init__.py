"""The editor's register: what ``content/entities.yaml`` says of names, over the machine's head.

load_register(path)              -> Register, or RegisterError with file and line (docs/register.md)
Touch(register)                  which entries bear on which story
change_register(text, changes)   entries changed in its text, all else to the letter
"""

from gloss.register.change import EntryChange, change_register, in_one_order
from gloss.register.load import RegisterError, load_register, read_register
from gloss.register.nouns import Entry, Register
from gloss.register.touch import Saying, Touch

__all__ = [
    "Entry",
    "EntryChange",
    "Register",
    "RegisterError",
    "Saying",
    "Touch",
    "change_register",
    "in_one_order",
    "load_register",
    "read_register",
]
