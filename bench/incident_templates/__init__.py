"""MUC-4: from the product's event mentions to incident templates, and the three scorers. Nothing here is part of the product."""
