"""By ear and by touch: what listens to the window's events, in the order that they need."""

from PySide6.QtQuick import QQuickWindow

from kiosk.clock import Clock
from kiosk.pack.model import Pack
from ui.narrator import Narrator
from ui.viewmodels.kiosk import KioskModel
from ui.viewmodels.manner.look import LookModel
from ui.voicing.known import Known
from ui.voicing.said import OpenVoice
from ui.voicing.steady import Steady
from ui.voicing.touch import Explorer


class Senses:
    """The last that is built sees an event first: steady hands, then the voice, then exploring fingers."""

    def __init__(
        self,
        kiosk: KioskModel,
        look: LookModel,
        window: QQuickWindow,
        clock: Clock,
        open_voice: OpenVoice,
        pack: Pack,
    ) -> None:
        self.explorer = Explorer(window, look, clock, rests_here=lambda: kiosk.page == "welcome")
        self.narrator = Narrator(kiosk, look, window, open_voice, Known(pack, kiosk))
        self.steady = Steady(window, look, writes=lambda: kiosk.page == "typing")
        self.explorer.found.connect(self.narrator.name)
        self.explorer.rested.connect(kiosk.listen)
        kiosk.turned.connect(self.explorer.forget)
