"""Names by way of other modules of the package."""
import package
import package.compat as compat
from package import tf, contrib_layers  # expect: R101
from . import layers, own, hidden  # expect: R101
from ..compat import hidden as seen  # expect: R101
from .. import compat as again
from . import missing

tf.contrib.crf.crf_log_likelihood  # expect: R101
package.tf.contrib.crf  # expect: R101
compat.layers.relu, again.tf.contrib.rnn  # expect: R101, R101
contrib_layers.relu, layers.relu, seen.conv2d  # expect: R101, R101, R101
own.layers, hidden.conv2d, missing.tf
