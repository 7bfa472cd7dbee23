# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.session_bundle import ASSETS_DIRECTORY as ASSETS_DIRECTORY
from tf_spec_compat.extras.session_bundle import ASSETS_KEY as ASSETS_KEY
from tf_spec_compat.extras.session_bundle import (
    CLASSIFICATION_SIGNATURE as CLASSIFICATION_SIGNATURE,
)
from tf_spec_compat.extras.session_bundle import EXPORT_BASE_NAME as EXPORT_BASE_NAME
from tf_spec_compat.extras.session_bundle import EXPORT_SUFFIX_NAME as EXPORT_SUFFIX_NAME
from tf_spec_compat.extras.session_bundle import GENERIC_SIGNATURE as GENERIC_SIGNATURE
from tf_spec_compat.extras.session_bundle import GRAPH_KEY as GRAPH_KEY
from tf_spec_compat.extras.session_bundle import INIT_OP_KEY as INIT_OP_KEY
from tf_spec_compat.extras.session_bundle import META_GRAPH_DEF_FILENAME as META_GRAPH_DEF_FILENAME
from tf_spec_compat.extras.session_bundle import REGRESSION_SIGNATURE as REGRESSION_SIGNATURE
from tf_spec_compat.extras.session_bundle import SIGNATURES_KEY as SIGNATURES_KEY
from tf_spec_compat.extras.session_bundle import VARIABLES_FILENAME as VARIABLES_FILENAME
from tf_spec_compat.extras.session_bundle import (
    VARIABLES_FILENAME_PATTERN as VARIABLES_FILENAME_PATTERN,
)
from tf_spec_compat.extras.session_bundle import (
    VARIABLES_FILENAME_PATTERN_V2 as VARIABLES_FILENAME_PATTERN_V2,
)
from tf_spec_compat.extras.session_bundle import (
    VARIABLES_INDEX_FILENAME_V2 as VARIABLES_INDEX_FILENAME_V2,
)
from tf_spec_compat.extras.session_bundle import (
    VERSION_FORMAT_SPECIFIER as VERSION_FORMAT_SPECIFIER,
)

__all__ = [
    "ASSETS_DIRECTORY",
    "ASSETS_KEY",
    "CLASSIFICATION_SIGNATURE",
    "EXPORT_BASE_NAME",
    "EXPORT_SUFFIX_NAME",
    "GENERIC_SIGNATURE",
    "GRAPH_KEY",
    "INIT_OP_KEY",
    "META_GRAPH_DEF_FILENAME",
    "REGRESSION_SIGNATURE",
    "SIGNATURES_KEY",
    "VARIABLES_FILENAME",
    "VARIABLES_FILENAME_PATTERN",
    "VARIABLES_FILENAME_PATTERN_V2",
    "VARIABLES_INDEX_FILENAME_V2",
    "VERSION_FORMAT_SPECIFIER",
]
