"""What the store cannot do, named as facts; each has a message id and the parameters of its sentence."""

from data.fact import Fact


class StoreError(Fact):
    """Whatever a store refuses. Of the parameters, numbers of versions and editions are str, lists are for Words."""


class StoreUnreadable(StoreError):
    """The store cannot be opened, read or written: damaged, no database, no rights, no space. `place`, `reason`."""

    message = "store.unreadable"


class NotAStore(StoreUnreadable):
    """A database that another program made. `place`."""

    message = "store.not_a_store"


class StoreNewer(StoreUnreadable):
    """A store that a newer version of this program made. `place`."""

    message = "store.newer"


class DatasetNotFound(StoreError, KeyError):
    """No dataset of this key. `dataset`, `known` (list of keys)."""

    message = "store.no_dataset"


class VersionNotFound(StoreError, KeyError):
    """The dataset has no version of this number. `dataset`, `version`."""

    message = "store.no_version"


class EditionNotFound(StoreError, KeyError):
    """No edition of this number. `edition`."""

    message = "store.no_edition"


class NothingPublished(EditionNotFound):
    """There is no edition at all yet."""

    message = "store.no_editions"


class LayoutDiffers(StoreError, ValueError):
    """A file of another kind than its dataset. `dataset`, `layout` (of the file), `expected`."""

    message = "store.layout_differs"


class DatasetArchived(StoreError, ValueError):
    """A dataset that is put away is in no new edition. `dataset`."""

    message = "store.archived"


class DescribedMeanwhile(StoreError, ValueError):
    """Another description of the dataset was written since the person saw it. `dataset`."""

    message = "store.described_meanwhile"


class QuestionsOpen(StoreError, ValueError):
    """A version cannot be published while its file leaves questions open. `dataset`, `version`, `count`."""

    message = "store.questions_open"


class TextNotFound(StoreError, KeyError):
    """No awareness text of this number. `language`, `text`."""

    message = "store.no_text"


class TextMeanwhile(StoreError, ValueError):
    """The draft of a text is not the one that was looked at. `language`; `draft` (a TextDraft, None: it is gone)."""

    message = "store.text_meanwhile"


class PublishedMeanwhile(StoreError):
    """Another version of the dataset was published since. `dataset`, `version` (now), `expected`: int or None."""

    message = "store.published_meanwhile"


class EditionMeanwhile(StoreError):
    """Something was published since the person looked. `edition` (the newest now), `expected`."""

    message = "store.edition_meanwhile"
