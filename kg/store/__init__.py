"""Where graphs live and where SPARQL is evaluated: files in memory, a folder on disk, a remote endpoint.

Importing this package loads no RDF library and no network library; its modules do.
"""
