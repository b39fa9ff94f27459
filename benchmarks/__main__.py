"""Everything that is measured, side by side in one run: `make bench`."""

from __future__ import annotations

import sys

from benchmarks import broadcast, class_of_thirty, life, matching, questions, server_lists, taps, walk


def main() -> None:
    """Run them one after another and print as they come."""
    for bench in (taps, walk, class_of_thirty, matching, questions, life, broadcast, server_lists):
        sys.stdout.write("\n".join(bench.run()) + "\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
