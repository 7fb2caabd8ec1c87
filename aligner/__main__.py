"""`python -m aligner` is the command `duizhao`."""

from aligner.cli import main

if __name__ == "__main__":
    main(prog_name="duizhao")
