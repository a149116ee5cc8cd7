"""What differs between a stall, a preview, a made-up resident and a test: clock, voice, microphone, panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.clock import Clock, SystemClock
from kiosk.team.health import Charge
from kiosk.visit.manner import Manner

if TYPE_CHECKING:
    from kiosk.recording.recorder import Listeners as RecordingListeners
    from kiosk.speech.model import Listeners
    from ui.viewmodels.question.speaking import Takes
    from ui.voicing.said import OpenVoice, Voice

    OpenRecorder = Callable[[RecordingListeners], Takes]


def speaker(listeners: Listeners) -> Voice:
    """The real voice (kiosk/speech), which starts its process at the first words."""
    from ui.voicing.said import speaker as real  # noqa: PLC0415 - after the first frame

    return real(listeners)


def recorder(listeners: RecordingListeners) -> Takes:
    """The real microphone (kiosk/recording), which starts its process when somebody records."""
    from kiosk.recording.recorder import Recorder  # noqa: PLC0415 - nobody may speak today

    return Recorder(listeners)


@dataclass(frozen=True)
class Surroundings:
    """What differs between a stall, a preview, a made-up resident and a test."""

    clock: Clock = field(default_factory=SystemClock)
    open_voice: OpenVoice = speaker
    open_recorder: OpenRecorder = recorder
    px_per_mm: float | None = None  # None is as ui/painting/panel.py finds out
    size: tuple[int, int] | None = None  # None is full screen
    manner: Manner | None = None
    first: bool = False  # nobody has set this machine up: Welcome has a card for that
    charge: Callable[[], Charge] = lambda: Charge.FINE
    preview: bool = False  # a strip for staff beside the window
    screen: Path | None = None  # the file with what was measured on it; None is the data folder's own
    calibrate: bool = False  # the ruler is all there is: with it, the kiosk ends
