"""Settings: every one documented, every wrong value named, nothing ignored in silence."""

from pathlib import Path

import pytest

from settings import SETTINGS, Settings, SettingsError, documentation

ROOT = Path(__file__).parent.parent


def test_defaults_are_what_the_class_says() -> None:
    read = Settings.read({})
    assert read.store.endswith("minetall.sqlite")
    assert Settings(store=read.store) == read


def test_public_url_follows_the_port_until_it_is_set() -> None:
    assert Settings.read({"MINETALL_PORT": "9000"}).public_url == "http://127.0.0.1:9000"
    assert Settings.read({"MINETALL_PUBLIC_URL": "https://tall.example.org/"}).public_url == "https://tall.example.org"


@pytest.mark.parametrize(
    ("variable", "value", "allowed"),
    [
        ("MINETALL_PORT", "0", "from 1 to 65535"),
        ("MINETALL_PORT", "80o", "from 1 to 65535"),
        ("MINETALL_PORT", "²", "from 1 to 65535"),
        ("MINETALL_LANGUAGE", "no", "nb or en"),
        ("MINETALL_PUBLIC_URL", "figures.example.org", "https://"),
        ("MINETALL_PUBLIC_URL", "javascript:alert(1)", "https://"),
        ("MINETALL_EMBEDS", "maybe", "on or off"),
        ("MINETALL_FRAME_ANCESTORS", "*; script-src *", "frame-ancestors"),
        ("MINETALL_READ_SECONDS", "-1", "from 1 to 3600"),
        ("MINETALL_BROWSER", "/nowhere/chrome", "auto, off or the path"),
        ("MINETALL_PROT", "8050", "no such setting"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(variable: str, value: str, allowed: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.read({variable: value})
    assert variable in str(error.value)
    assert allowed in str(error.value)


def test_all_wrong_values_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        Settings.read({"MINETALL_PORT": "x", "MINETALL_LANGUAGE": "x"})
    assert len(error.value.problems) == 2


def test_the_documentation_is_not_stale() -> None:
    assert (ROOT / "docs/settings.md").read_text(encoding="utf-8") == documentation()


def test_every_setting_says_what_it_means() -> None:
    for setting in SETTINGS:
        assert setting.meaning.endswith("."), setting.key
