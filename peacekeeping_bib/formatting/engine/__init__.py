"""The adapter over citeproc-py: its style tree, schema and locales, with rendering that follows CSL 1.0.2."""
