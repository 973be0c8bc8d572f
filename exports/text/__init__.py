"""The awareness text of an edition as files: Markdown, a web page, a Word document, all from one structure."""
