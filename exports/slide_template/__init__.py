"""The organisation's own PowerPoint template: taken in as a foreign file, handed on clean, and what its ground is."""
