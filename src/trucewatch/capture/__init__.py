"""bytes → Item and Document: one module per format; every input is hostile until parsed."""
