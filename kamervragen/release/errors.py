"""What can be wrong with how a command was called, as opposed to what is wrong with the data."""


class WrongUseError(Exception):
    """The command cannot begin: the message is one sentence that says what to do about it."""
