"""Questionnaires made in the window: plain XLSForms, of what a small set of questions needs."""
