"""Old names in addresses: what charts, parameters and their values used to be called. Only ever added to.

Embeds and links live in other people's slides for years (docs/exports_and_embeds.md). Who renames something writes the
old name here and leaves its addresses in tests/addresses/.
"""

# Old name of a chart -> the present one.
ALIASES: dict[str, str] = {}
# (chart, or "" for all addresses; old name) -> present name. A filter's name holds for not.<name> too.
PARAMETERS: dict[tuple[str, str], str] = {}
# (chart or "", present name of the parameter, old value) -> present value.
VALUES: dict[tuple[str, str, str], str] = {}
