"""Deliberately broken adapters: each knows every right answer and has one fault, which the runner must see.

Run as ``python -m subtensor_conformance.adapters.broken FAULT FOLDER``; ``FOLDER/answers.json`` holds the right result
of every case by id. They import nothing of the project, so that they start in no time.
"""
