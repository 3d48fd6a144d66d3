"""The editor's register: what ``content/entities.yaml`` says of names, over the machine's head.

load_register(path)   -> Register, or RegisterError with file and line (docs/register.md)
Touch(register)       which entries bear on which story
"""

from gloss.register.load import RegisterError, load_register, read_register
from gloss.register.nouns import Entry, Register
from gloss.register.touch import Touch

__all__ = ["Entry", "Register", "RegisterError", "Touch", "load_register", "read_register"]
