"""Archives: any number of documents, checked in shards, in a store that people can query."""
