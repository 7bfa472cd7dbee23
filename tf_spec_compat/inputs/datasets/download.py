"""Files that are fetched once, and the error where they are missing."""

from __future__ import annotations

import functools
import os
import random
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from absl import logging

# Legacy tests replace functions of `time` and `urllib` through the old module.
__all__ = [
    "MissingDataError",
    "maybe_download",
    "retry",
    "time",
    "urllib",
    "urlretrieve_with_retry",
]

_F = TypeVar("_F", bound=Callable[..., Any])


class MissingDataError(urllib.error.URLError):
    """A data file is not there and was not fetched; the message says how to provide it.

    contrib let the download's `URLError` through, so this is one, without the words that `URLError`
    puts before its message.
    """

    def __str__(self) -> str:
        return str(self.reason)


def retry(
    initial_delay: float,
    max_delay: float,
    factor: float = 2.0,
    jitter: float = 0.25,
    is_retriable: Callable[[Exception], bool] | None = None,
) -> Callable[[_F], _F]:
    """Makes a decorator that calls a function again when it fails.

    Args:
      initial_delay: Seconds before the second call.
      max_delay: The call that follows a longer delay than this is not made.
      factor: What each delay is multiplied by for the next; at least 1.
      jitter: Each delay is drawn from this fraction of it on either side.
      is_retriable: Tells from the exception whether to try again. As with contrib, without it every
        exception is followed by another call, and none of them by a delay.

    Returns:
      The decorator. The function's last exception goes to its caller.

    Raises:
      ValueError: `factor` is less than 1.
    """
    if factor < 1:
        raise ValueError(f"factor must be >= 1; was {factor:f}")

    def decorator(function: _F) -> _F:
        @functools.wraps(function)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            delay = initial_delay
            while delay <= max_delay:
                try:
                    return function(*args, **kwargs)
                except Exception as error:
                    if is_retriable is not None:
                        if not is_retriable(error):
                            raise
                        time.sleep(delay * random.uniform(1 - jitter, 1 + jitter))
                delay *= factor
            return function(*args, **kwargs)

        return wrapped  # type: ignore[return-value]

    return decorator


@retry(
    initial_delay=1.0,
    max_delay=16.0,
    is_retriable=lambda error: isinstance(error, TimeoutError),
)
def urlretrieve_with_retry(*args: Any, **kwargs: Any) -> Any:
    """Calls `urllib.request.urlretrieve`, and again up to five times while connections time out."""
    return urllib.request.urlretrieve(*args, **kwargs)


def maybe_download(filename: str, work_directory: str, source_url: str) -> str:
    """Fetches a file unless it is there already.

    Args:
      filename: Name of the file in `work_directory`.
      work_directory: Made if it does not exist.
      source_url: Where the file comes from.

    Returns:
      The path of the file.

    Raises:
      MissingDataError: The URL cannot be reached; a `URLError`.
    """
    from tf_spec_compat._tf import tf  # data sets are imported without TensorFlow, and fast

    if work_directory:
        tf.io.gfile.makedirs(work_directory)
    path = os.path.join(work_directory, filename)
    if tf.io.gfile.exists(path):
        return path
    with tempfile.TemporaryDirectory() as scratch:
        fetched = os.path.join(scratch, "fetched")
        try:
            urlretrieve_with_retry(source_url, fetched)
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError as error:
            raise MissingDataError(
                f"{source_url} could not be fetched ({error.reason}); put the file at {path} by "
                "hand, and it is used as it is."
            ) from error
        part = f"{path}.{uuid.uuid4().hex}.part"  # a name that nobody can guess and put a link at
        try:
            tf.io.gfile.copy(fetched, part)
            tf.io.gfile.rename(part, path)
        except BaseException:
            if tf.io.gfile.exists(part):
                tf.io.gfile.remove(part)
            raise
    logging.info("Fetched %s from %s.", path, source_url)
    return path
