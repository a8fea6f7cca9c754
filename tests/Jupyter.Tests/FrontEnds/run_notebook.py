"""Runs a notebook from top to bottom, as nbclient does it for others, and writes it with its outputs."""

import os
import sys

import nbclient
import nbformat

source, target = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
folder = os.path.dirname(os.path.abspath(source))

# By default a cell whose outputs take more than four seconds to arrive is left without them.
patience = {"timeout": None, "iopub_timeout": 120, "raise_on_iopub_timeout": True}
nbclient.NotebookClient(notebook, **patience, resources={"metadata": {"path": folder}}).execute()
nbformat.validate(notebook)
nbformat.write(notebook, target)
