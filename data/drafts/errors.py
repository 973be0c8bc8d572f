"""What a desk cannot do, named as facts; each has a message id and the parameters of its sentence."""

from data.fact import Fact


class DraftError(Fact):
    """Whatever a desk refuses."""


class DraftNotFound(DraftError, KeyError):
    """No such draft, or none that this person may see: the two look the same from outside."""

    message = "draft.not_found"


class NotReadYet(DraftError):
    """The file has not been read through, or not since the last change."""

    message = "draft.not_read_yet"


class DraftChanged(DraftError):
    """The draft was changed by someone else in the meantime."""

    message = "draft.changed"


class FileGone(DraftError):
    """The draft is there, but its file is no longer on the disk."""

    message = "draft.file_gone"


class TooLarge(DraftError):
    """More bytes than a file may have. `most`: megabytes."""

    message = "draft.too_large"


class Empty(DraftError):
    """A file without a byte in it, or no file at all."""

    message = "draft.empty"
