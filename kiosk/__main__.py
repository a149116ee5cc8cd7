"""`python -m kiosk`: hands over to the commands."""

from ui.cli import main

if __name__ == "__main__":
    main()
