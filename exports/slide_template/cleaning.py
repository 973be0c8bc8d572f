"""What is kept of a foreign PowerPoint file: masters, layouts, theme, pictures; no slides, macros, objects or links.

Runs in the child process (child.py). Whatever is not named here does not come along.
"""

from typing import Any

from lxml import etree

from data.web_address import parts_of
from exports.slide_template.package import BROKEN, Package, Refused, Relation, parsed, text

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
PRESENTATION = _MAIN.format("presentation")
# A template or a show of its own differs from a presentation in this word alone.
ADMITTED = tuple(_MAIN.format(kind) for kind in ("presentation", "template", "slideshow"))
# Relations of each kind of part that are followed, by the last word of their type.
KEPT = frozenset({
    "slideMaster", "slideLayout", "theme", "themeOverride", "notesMaster", "presProps", "tableStyles", "image", "font",
})  # fmt: skip
LINKS = ("http", "https", "mailto")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
# Of the presentation: its slides, shows, sections, comments' data, write protection.
_NOT_OURS = (
    "sldIdLst", "handoutMasterIdLst", "custShowLst", "photoAlbum", "custDataLst", "kinsoku", "modifyVerifier",
    "smartTags", "extLst", "showPr", "htmlPubPr", "webPr", "timing",
)  # fmt: skip
_ACTIONS = ("hlinkClick", "hlinkHover", "hlinkMouseOver", "snd")
# Slides in EMU: from one inch to 56, as PowerPoint has them.
SMALLEST, LARGEST = 914_400, 51_206_400


def clean(content: bytes) -> bytes:
    """A .pptx without slides. Raises Refused."""
    try:
        return _cleaned(Package.read(content)).written()
    except BROKEN as error:
        raise Refused("damaged") from error


def _cleaned(package: Package) -> Package:
    main = _main(package)
    kept, waiting = Package(), [main]
    kept.relations[""] = [one for one in package.relations.get("", ()) if one.target == main][:1]
    while waiting:
        name = waiting.pop()
        if name in kept.parts:
            continue
        relations = package.relations.get(name, [])
        ours = [one for one in relations if _kept(one, package)]
        kept.types[name] = package.types[name]
        kept.parts[name] = _body(package, name, {one.id for one in relations} - {one.id for one in ours})
        if ours:
            kept.relations[name] = ours
        waiting += [one.target for one in ours if not one.outside]
    kept.types[main] = PRESENTATION
    _check(kept, main)
    return kept


def _main(package: Package) -> str:
    """The presentation's own part. Macros stand in files of other types, or beside it."""
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in package.types.values()):
        raise Refused("macros")
    for one in package.relations.get("", ()):
        if one.kind == "officeDocument" and package.types.get(one.target) in ADMITTED:
            return one.target
    raise Refused("not_powerpoint")


def _kept(one: Relation, package: Package) -> bool:
    if one.outside:
        return one.kind == "hyperlink" and parts_of(one.target).scheme.lower() in LINKS
    if one.kind not in KEPT or one.target not in package.parts:
        return False
    kind = package.types[one.target]
    return kind.startswith("image/") if one.kind == "image" else bool(kind)


def _body(package: Package, name: str, gone: set[str]) -> bytes:
    """The part without what points at relations that do not come along."""
    if not package.types[name].endswith("xml") or package.types[name].startswith("image/"):
        return package.parts[name]
    root = parsed(package.parts[name])
    for element in [one for one in root if etree.QName(one).localname in _NOT_OURS]:
        root.remove(element)
    for element in list(root.iter(etree.Element)):
        for attribute in [key for key, value in element.attrib.items() if key.startswith(_R) and value in gone]:
            _without(element, attribute)
    return text(root)


def _without(element: Any, attribute: str) -> None:
    del element.attrib[attribute]
    if any(key.startswith(_R) for key in element.attrib):
        return  # a picture that is both inside and linked to stays as it is inside
    kind = etree.QName(element).localname
    doomed = element if kind in _ACTIONS else _shape(element)
    if doomed.getparent() is not None:
        doomed.getparent().remove(doomed)


def _shape(element: Any) -> Any:
    """The whole shape or background that an element belongs to, else the element."""
    for one in (element, *element.iterancestors()):
        parent = one.getparent()
        if parent is not None and (parent.tag in (f"{_P}spTree", f"{_P}grpSp") or one.tag == f"{_P}bg"):
            return one
    return element


def _check(kept: Package, main: str) -> None:
    root = parsed(kept.parts[main])
    size = root.find(f"{_P}sldSz")
    if size is None or not all(SMALLEST <= int(size.get(side, "0")) <= LARGEST for side in ("cx", "cy")):
        raise Refused("damaged")
    masters = [one.target for one in kept.relations.get(main, ()) if one.kind == "slideMaster"]
    if not masters or not any(one.kind == "slideLayout" for one in kept.relations.get(masters[0], ())):
        raise Refused("no_layouts")
