"""Single letters for the sexes: what M, K or H mean depends on the language, which the letters together give away."""

from collections.abc import Iterable

from data.places.spelling import fold

# English, Norwegian, German, Spanish, Catalan, French, Azerbaijani, Turkish, Russian.
_ALPHABETS = (
    {"m": "male", "f": "female"}, {"m": "male", "k": "female"}, {"m": "male", "w": "female"},
    {"h": "male", "m": "female"}, {"h": "male", "d": "female"}, {"h": "male", "f": "female"},
    {"k": "male", "q": "female"}, {"e": "male", "k": "female"}, {"м": "male", "ж": "female"},
)  # fmt: skip


def letters_meaning(words: Iterable[str]) -> dict[str, str | None]:
    """Word -> male, female, or None where the letters of the column fit several languages that disagree (M alone)."""
    letters = {word: fold(word).strip(" .") for word in words}
    letters = {word: letter for word, letter in letters.items() if len(letter) == 1 and letter.isalpha()}
    known = {letter for letter in letters.values() if any(letter in alphabet for alphabet in _ALPHABETS)}
    fitting = [alphabet for alphabet in _ALPHABETS if known <= alphabet.keys()]
    meanings = {letter: {alphabet[letter] for alphabet in fitting} for letter in known}
    return {
        word: next(iter(meanings[letter])) if letter in known and len(meanings[letter]) == 1 else None
        for word, letter in letters.items()
        if letter in known
    }
