"""Which drives can be carried away, from what the system says of them."""

from pathlib import Path

import pytest

from kiosk.team.drives import Volume, drives, said_size
from kiosk.team.health import battery, free_bytes

GB = 10**9


@pytest.fixture
def system(tmp_path):
    """Disks as the kernel lists them: links from a flat folder into a tree of devices."""
    blocks, labels = tmp_path / "block", tmp_path / "labels"
    blocks.mkdir()
    labels.mkdir()

    def disk(name, *, at="pci/ata1", removable=0, sectors=16_000_000, parts=()):
        real = tmp_path / "devices" / at / name
        real.mkdir(parents=True)
        (real / "removable").write_text(f"{removable}\n")
        (real / "size").write_text(f"{sectors}\n")
        (blocks / name).symlink_to(real)
        for part in parts:
            (real / part).mkdir()
            (real / part / "partition").write_text("1\n")
            (real / part / "size").write_text(f"{sectors}\n")
            (blocks / part).symlink_to(real / part)

    disk.blocks, disk.labels = blocks, labels
    return disk


def volume(device, root="/somewhere", **more):
    facts = {"name": "STICK", "size": 8 * GB, "free": 7 * GB, "read_only": False, **more}
    return Volume(Path(root), device, **facts)


def test_a_stick_is_seen_and_the_disk_inside_is_not(system):
    system("sda", parts=("sda1",))
    system("sdb", at="pci/usb1/1-2", removable=1, parts=("sdb1",))
    found = drives([volume("/dev/sda1", "/"), volume("/dev/sdb1", "/run/x")], system.blocks, system.labels)
    assert [(drive.device, drive.name, drive.free) for drive in found] == [("/dev/sdb1", "STICK", 7 * GB)]


def test_a_usb_disk_counts_though_the_kernel_calls_it_fixed(system):
    system("sdc", at="pci/usb2/2-1", removable=0, parts=("sdc1",))
    (found,) = drives([volume("/dev/sdc1")], system.blocks, system.labels)
    assert found.root == Path("/somewhere")


def test_what_nobody_mounted_is_offered_by_its_label(system):
    system("sdb", at="pci/usb1/1-2", removable=1, parts=("sdb1",))
    (system.labels / "FOR\\x20THE\\x20OFFICE").symlink_to("/dev/sdb1")
    (found,) = drives([], system.blocks, system.labels)
    assert (found.device, found.name, found.root) == ("/dev/sdb1", "FOR THE OFFICE", None)
    assert found.size == 16_000_000 * 512


def test_a_stick_without_partitions_is_one(system):
    system("sdb", at="pci/usb1/1-2", removable=1)
    (found,) = drives([], system.blocks, system.labels)
    assert found.device == "/dev/sdb"


def test_loops_and_empty_card_readers_are_none(system):
    system("loop0", removable=1)
    system("sdd", at="pci/usb1/1-3", removable=1, sectors=0)
    assert drives([], system.blocks, system.labels) == ()


def test_sizes_are_said_as_on_the_box():
    assert [said_size(n) for n in (32 * GB, 999_000_000, 12_000_000)] == ["32 GB", "999 MB", "12 MB"]


@pytest.mark.parametrize(("levels", "told"), [((), None), (("71",), 71), (("90", "12"), 12), (("?",), None)])
def test_the_emptiest_battery_counts(tmp_path, levels, told):
    for at, level in enumerate(levels):
        (tmp_path / f"BAT{at}").mkdir()
        (tmp_path / f"BAT{at}" / "capacity").write_text(level + "\n")
    assert battery(tmp_path) == told


def test_room_is_measured_where_the_folder_will_lie(tmp_path):
    assert free_bytes(tmp_path / "not" / "there" / "yet") > 0
