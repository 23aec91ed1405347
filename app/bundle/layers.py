"""Layers of a document that are switched off: what they hold is taken out of the drawing, not only kept from view.

Rules of optional content: ISO 32000-2, 8.11. A pack carries no layers, so whatever is left is shown.
"""

import warnings
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

ObjectId = tuple[int, int]

_PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_SHOWING = frozenset({"Tj", "TJ", "sh", "Do", "INLINE IMAGE"})
_NEXT_LINE = frozenset({"'", '"'})
_DEEPEST = 12


def switched_off(source: pikepdf.Pdf) -> frozenset[ObjectId]:
    """The optional content groups of a document that are off when it is opened."""
    layers: Any = source.Root.get("/OCProperties")
    if not isinstance(layers, pikepdf.Dictionary) or not isinstance(layers.get("/D"), pikepdf.Dictionary):
        return frozenset()
    start = layers.D
    if start.get("/BaseState") == Name.OFF:
        on = {group.objgen for group in start.get("/ON", [])}
        return frozenset(group.objgen for group in layers.get("/OCGs", []) if group.objgen not in on)
    return frozenset(group.objgen for group in start.get("/OFF", []))


def without_hidden(drawn: pikepdf.Object, off: frozenset[ObjectId], depth: int = 0) -> None:
    """Take everything that belongs to the groups `off` out of a form XObject and the forms in it."""
    resources: Any = drawn.get("/Resources", {})
    with warnings.catch_warnings(action="ignore"):  # about content that ends early, which is drawn as far as it goes
        content = pikepdf.parse_content_stream(drawn)
    kept = _visible(content, resources.get("/Properties", {}), off)
    drawn.write(pikepdf.unparse_content_stream(kept))
    for _, inner in list(resources.get("/XObject", {}).items()):
        if not isinstance(inner, pikepdf.Stream):
            continue
        if _hidden(inner.get("/OC"), off):
            _empty(inner)
        elif inner.get("/Subtype") == Name.Form and depth < _DEEPEST:
            without_hidden(inner, off, depth + 1)


def _visible(content: Any, properties: Any, off: frozenset[ObjectId]) -> list[Any]:
    """The instructions without what is painted inside a hidden group; those that set the state stay, as the rules ask."""
    kept: list[Any] = []
    inside: list[bool] = []
    for instruction in content:
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            inside.append(operator == "BDC" and _opens_hidden(instruction.operands, properties, off))
        elif operator == "EMC" and inside:
            inside.pop()
        if not any(inside):
            kept.append(instruction)
        elif operator in _PAINTING:
            kept.append(ContentStreamInstruction([], Operator("n")))
        elif operator in _NEXT_LINE:
            kept.append(ContentStreamInstruction([], Operator("T*")))
        elif operator not in _SHOWING:
            kept.append(instruction)
    return kept


def _opens_hidden(operands: Any, properties: Any, off: frozenset[ObjectId]) -> bool:
    if len(operands) != 2 or operands[0] != Name.OC or not isinstance(operands[1], pikepdf.Name):
        return False
    return _hidden(properties.get(str(operands[1])), off)


def _hidden(group: Any, off: frozenset[ObjectId]) -> bool:
    """True for a group that is off, and for a membership (OCMD) that its policy hides."""
    if not isinstance(group, pikepdf.Dictionary):
        return False
    if group.get("/Type") != Name.OCMD:
        return group.objgen in off
    members: Any = group.get("/OCGs", [])
    states = [m.objgen not in off for m in (members if isinstance(members, pikepdf.Array) else [members])]
    if not states:
        return False
    shown = {"/AllOn": all(states), "/AnyOff": not all(states), "/AllOff": not any(states)}
    return not shown.get(str(group.get("/P", "/AnyOn")), any(states))


def _empty(drawn: pikepdf.Object) -> None:
    """Make a hidden picture or drawing an empty drawing."""
    for key in [str(key) for key in drawn.stream_dict if key != "/Length"]:
        del drawn[key]
    drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, pikepdf.Array([0, 0, 1, 1])
    drawn.write(b"")
