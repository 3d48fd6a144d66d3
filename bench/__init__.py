"""How fast Gloss is, measured beside others: ``invoke bench`` (docs/scale.md has the figures)."""
