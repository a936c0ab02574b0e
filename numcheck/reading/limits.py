"""How much numcheck takes from one input before it says no.

What arrives may be broken or hostile: an archive that unpacks to a thousand times its size, a page
nested a million deep, a table with no end. Each bound is far above what honest articles need, and
each can be set (``[limits]`` in the configuration). Reaching one gives one clear line, and the rest
of the inputs is still read.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

__all__ = ["Limits"]

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds that readers keep.

    Attributes:
        file_bytes: Bytes of one file, member or record that is held in memory, and what one
            office document or e-book may unpack to in all.
        expanded_bytes: Bytes to which one archive or compressed file may unpack in all; it is read
            as a stream, so this is a matter of time and not of memory.
        ratio: How many times its compressed size anything may unpack to. Text shrinks to a third
            or a tenth, repetitive records to a hundredth.
        ratio_from: Bytes below which nobody asks for the ratio.
        entries: Members of one archive, and attachments of one message.
        nesting: Layers of packing: a ``.tar.gz`` within a ZIP has three. Messages within messages
            count too.
        pdf_pages: Pages of one PDF.
        xml_bytes: Bytes of one XML part, unpacked.
        xml_depth: Elements within elements.
        records: Records of one file: lines, rows, entries, messages.
        yaml_bytes: Bytes of a YAML file or block that stands beside or above an article.
        seconds: Seconds that one document may take to be read, and again to be checked.
    """

    file_bytes: int = 256 * _MB
    expanded_bytes: int = 256 * 1024 * _MB
    ratio: int = 250
    ratio_from: int = 8 * _MB
    entries: int = 250_000
    nesting: int = 5
    pdf_pages: int = 5_000
    xml_bytes: int = 64 * _MB
    xml_depth: int = 200
    records: int = 1_000_000_000
    yaml_bytes: int = _MB
    seconds: int = 300

    def __post_init__(self) -> None:
        """Refuse what is no bound.

        Raises:
            ValueError: A limit that is no whole number from 1.
        """
        for field in fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise ValueError(f"{field.name} is a whole number from 1, not {value!r}")

    def expansion_exceeded(self, expanded: int, compressed: int) -> str:
        """What is wrong with an expansion, in words for an error; empty if nothing is.

        Args:
            expanded: Bytes that came out so far, or are announced.
            compressed: Bytes that went in.
        """
        if expanded > self.expanded_bytes:
            return f"unpacks to more than {size(self.expanded_bytes)} (limit expanded-bytes)"
        if expanded > self.ratio_from and expanded > self.ratio * max(compressed, 1):
            return f"unpacks to more than {self.ratio} times its size (limit ratio)"
        return ""


def size(count: int) -> str:
    """A number of bytes in words: ``256 MB``, ``12 kB``, ``90 bytes``."""
    for unit, name in ((1024 * _MB, "GB"), (_MB, "MB"), (1024, "kB")):
        if count >= unit:
            return f"{count / unit:.4g} {name}"
    return f"{count} bytes"
