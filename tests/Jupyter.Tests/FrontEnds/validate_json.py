"""Fails if a file is not what a JSON schema asks for."""

import json
import sys

import jsonschema

schema, instance = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
jsonschema.validate(instance, schema)
