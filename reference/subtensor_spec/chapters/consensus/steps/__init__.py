"""The steps of an epoch, in the order in which :func:`subtensor_spec.chapters.consensus.epoch.run_epoch` takes them."""
