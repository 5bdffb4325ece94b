"""The nouns of trucewatch: frozen value objects that flow from capture to product. Imports nothing of ours but itself."""
