"""Several charts as one presentation: opening, key numbers, charts with findings, the text, method and sources."""
