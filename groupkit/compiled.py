"""Compiled templates, kept between runs of the command line."""

from __future__ import annotations

import marshal

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, bc_magic

from groupkit import store


class Templates(BytecodeCache):
    """Keeps Jinja's compiled templates in the store (`groupkit.store`), by their text and by all that compiled them.

    Jinja's own way to read them back, from a file that is no file, takes ten times as long. `compiler` is whatever else
    the compiled form depends on: what was compiled in another way is not found.
    """

    def __init__(self, compiler: str) -> None:
        self._compiler = f"{bc_magic.hex()} {compiler}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket from the store."""
        if kept := store.store().entries.get(self._key(bucket)):
            bucket.code = marshal.loads(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the content of a bucket."""
        store.store().put(self._key(bucket), marshal.dumps(bucket.code))

    def _key(self, bucket: Bucket) -> str:
        return f"jinja {self._compiler} {bucket.key} {bucket.checksum}"
