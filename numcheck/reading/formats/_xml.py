"""XML parts of files, parsed without entities, network or endless depth."""

from __future__ import annotations

from typing import Any

from numcheck.errors import InputError
from numcheck.reading.limits import Limits

__all__ = ["local_name", "parse_xml"]


def parse_xml(data: bytes, place: str, limits: Limits, *, mend: bool = False) -> Any:
    """The root element of an XML part.

    Args:
        data: The part.
        place: What to call it in errors.
        limits: How large and deep it may be.
        mend: Whether broken XML is read as far as it goes.

    Raises:
        InputError: Not XML, or beyond the limits.
    """
    from lxml import etree  # type: ignore[import-untyped]

    if len(data) > limits.xml_bytes:
        raise InputError("more XML than the limit xml-bytes allows", place)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=mend
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        reason = " ".join(str(error).split())[:100]
        if "depth" in reason:
            reason = "nested deeper than the limit xml-depth allows"
        raise InputError(f"broken XML ({reason})", place) from error
    if root is None:
        raise InputError("broken XML (nothing in it)", place)
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.xml_depth:
            raise InputError("nested deeper than the limit xml-depth allows", place)
    return root


def local_name(element: Any) -> str:
    """An element's name without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
