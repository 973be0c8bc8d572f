"""What is said: every sentence of the product in each language, and the seed of the awareness text."""

from texts.words import LANGUAGES, Words

__all__ = ["LANGUAGES", "Words"]
