"""WordPress blocks."""

from __future__ import annotations

import re

from bnews_desk.exporters.wordpress import write_wordpress
from bnews_desk.release import Mark, Photo, Release


def test_the_blocks() -> None:
    release = Release(
        "Pasar <Ikan>\nDinas membuka pasar.",
        (Mark(13, 18, "bold"),),
        (Photo("0" * 64, 1, caption="Petani & pasar", alt_text='"pasar"'),),
    )
    assert write_wordpress(release) == (
        '<!-- wp:heading {"level":1} -->\n<h1 class="wp-block-heading">Pasar &lt;Ikan&gt;</h1>\n'
        "<!-- /wp:heading -->\n\n"
        "<!-- wp:paragraph -->\n<p><strong>Dinas</strong> membuka pasar.</p>\n"
        "<!-- /wp:paragraph -->\n\n"
        '<!-- wp:image -->\n<figure class="wp-block-image"><img alt="&quot;pasar&quot;"/>'
        '<figcaption class="wp-element-caption">Petani &amp; pasar</figcaption></figure>\n'
        "<!-- /wp:image -->\n"
    )


def test_every_block_is_closed() -> None:
    written = write_wordpress(Release("J\na --> b\n<!-- wp:html -->\n" + "x\n" * 5))
    opened = re.findall(r"<!-- wp:(\w+)", written)
    assert opened == re.findall(r"<!-- /wp:(\w+) -->", written)
    assert "html" not in opened
