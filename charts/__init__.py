"""How it looks: one file per chart, each from a Selection to a View; Plotly figures as plain dicts, no Dash."""
