"""The one site that holds the specification and the guides."""

import sys
from pathlib import Path

import subtensor_spec

sys.path.insert(0, str(Path(__file__).parent / "extension"))

project = "subtensor-spec"
author = "the subtensor-spec authors"
copyright = "2026, the subtensor-spec authors"
release = version = subtensor_spec.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx_copybutton",
    "sphinx_design",
    "sphinx-mathjax-offline",  # mathematics that renders without a network
    "subtensor_site",
]

root_doc = "docs/index"
include_patterns = ["spec/*.md", "docs/*.md", "docs/guides/*.md", "docs/explanations/*.md", "docs/reference/*.md"]
nitpicky = True
nitpick_ignore_regex = [("py:.*", ".*")]  # signatures name types of other libraries, which have no pages here
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "amsmath", "attrs_inline"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = "subtensor-spec"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_search_scorer = str(Path(__file__).parent / "static" / "scorer.js")  # titles and rules first
html_extra_path = ["root"]  # an index.html that leads to the landing page
html_copy_source = False
html_show_sourcelink = False
pygments_style = "friendly"
pygments_dark_style = "github-dark"
