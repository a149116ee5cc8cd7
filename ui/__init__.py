"""Every way in: the commands, the window, its view-models, and QML."""
