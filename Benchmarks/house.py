"""What every group of rows needs: the program, keys, the peer, a place in memory, the table."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

from measuring import Table
from peer import HOUSE, Peer

PHOTO = HOUSE / "Samples" / "river.jpg"


class Bench:
    """One run: the program `ours` against the peer and against the physical floor."""

    def __init__(self, ours, work, options):
        self.ours, self.work, self.options = str(ours), work, options
        self.keys = work / "keys"
        subprocess.run([self.ours, "keys", "demo", self.keys], check=True,
                       stdout=subprocess.DEVNULL)
        self.peer = Peer(work, self.keys)
        self.table = Table()
        self.row = self.table.row
        self.official = [self.ours, "sign", "--official", "--ai", "none", "--profile",
                         self.keys / "us" / "ISSUER.toml", "--no-verify", "-q"]
        self.sign = [*self.official, "--no-timestamp"]
        self.anchors = ["--anchors", self.keys / "trust" / "anchors.pem"]
        self.trust = ["--trust-dir", self.keys / "trust"]

    def audit(self, *words, workers=1):
        """An audit that says nothing, by what the demonstration believes in."""
        return [self.ours, "audit", "-q", "-j", workers, *words, *self.trust]

    @contextlib.contextmanager
    def memory(self):
        """A folder in memory, where the system has one, so that no disk is measured."""
        shared = pathlib.Path("/dev/shm")
        place = shared if os.access(shared, os.W_OK) else self.work
        with tempfile.TemporaryDirectory(prefix="broadseal-bench-", dir=place) as name:
            yield pathlib.Path(name)

    @staticmethod
    def digest(*paths):
        """The physical floor of reading and hashing."""
        return ["openssl", "dgst", "-sha256", *paths]


def run(*command):
    """Runs a command that prepares a measurement."""
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL)


def photos(folder, count):
    """That many copies of one photo."""
    folder.mkdir(parents=True)
    for number in range(count):
        shutil.copy(PHOTO, folder / f"{number:05d}.jpg")
    return sorted(folder.iterdir())


def fresh(folder):
    """Makes `folder` empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def megabytes(path):
    """The size of a file as people say it."""
    size = path.stat().st_size
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB" if size >= 1e6 \
        else f"{size // 1000} kB"
