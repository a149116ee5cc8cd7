"""The questionnaire at run time: XPath, functions, answers. Standard library only."""
