"""Why a goal that is missed stands, by how its row begins: words only, the figures come from the run."""

from collections.abc import Mapping

WHY: Mapping[str, str] = {
    "start to first painted frame": (
        "what is left is what Welcome itself needs. By processor time, half of it is Python loading the "
        "kiosk's own modules, most of that the dataclasses of a pack; a good third is Qt Quick making "
        "the top bar and Welcome in the resident's size; the rest is the fonts of six scripts, and the "
        "pack, whose sources are hashed to know that its compiled copy is theirs. Commands, voice, "
        "forms, storage and every other page wait."
    ),
    "save a visit": (
        "the disk answers a sync at once, as a virtual one may, so that the floor is next to nothing. "
        "What is left is the work of a save by itself: the answers sealed, one transaction, the tallies "
        "and the audit. On a disk that takes its time to sync, the same save is held to it by one sync."
    ),
    "open and export": (
        "the bare openings run on every core at once and do nothing else. An export also reads each "
        "answer's JSON, sorts answers into the columns of every form, gathers those that have a role and "
        "writes and syncs a dozen tables, and most of that is one process's work. At this size, starting "
        "the other processes counts too."
    ),
    "merge them again": (
        "each pack is known by its ledger line once its manifest is read and its signature checked. "
        "What is left is the disk: a folder looked through and two small files read for each pack."
    ),
    "merge ": (
        "the peer takes in any text. A merge checks each row's shape, its hash and its revision, keeps "
        "an index of references and sorts what is to be put aside, and does it in Python."
    ),
    "transfer of": (
        "the peer only writes. A transfer is read back from the device, compared by its hash, synced "
        "file by file and signed before anybody is told that it is safe to take out."
    ),
    "tap to next question painted, 99 in 100": (
        "the slowest pages of a hundred are those that something else on the machine held up: the "
        "median and the least beside it are the page's own."
    ),
}
