"""What a test replaces at contrib's old path is replaced for this package."""

from unittest import mock

from tf_spec_compat.contrib.learn import experiment, learn_runner, monitors
from tf_spec_compat.experiment import experiment as home
from tf_spec_compat.experiment import learn_runner as runner


def test_a_name_that_the_module_imported():
    """It is another one in the code of that module, and comes back."""
    before = home.time
    with mock.patch.object(experiment, "time") as replaced:
        assert home.time is replaced
    assert home.time is before


def test_a_name_that_the_module_defined():
    """It is another one wherever it is in use."""
    before = home.ValidationMonitor
    with mock.patch.object(monitors, "ValidationMonitor") as replaced:
        assert home.ValidationMonitor is replaced
    assert home.ValidationMonitor is before


def test_other_modules_keep_theirs():
    """What one module imported from another is that one's own name."""
    with mock.patch.object(learn_runner, "Experiment") as replaced:
        assert runner.Experiment is replaced
        assert home.Experiment is not replaced
