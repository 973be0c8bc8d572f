"""A server that is killed at six moments of upload, mend and publication loses nothing and leaves nothing half done."""

from pathlib import Path

from tests.torture.kill_desk import Witness, killed_at_a_step


def test_six_deaths(tmp_path: Path) -> None:
    witness = Witness(tmp_path)
    for number in range(6):
        witness.hears(killed_at_a_step(tmp_path, f"suite:{number}"))
        witness.looks()
    assert witness.found["promised: published"], "the servers came as far as a publication"
    assert witness.found["promised: mended"]
