"""The PDF kit: fonts, words set right in every script, tags, vectors, and pages that flow."""
