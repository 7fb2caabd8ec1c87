"""Tune both encoders on pairs, best with an accelerator: `python -m training.tuning KIND ...`."""
