"""Words on their way to a translator and back: one workbook for the program's and an event's."""
