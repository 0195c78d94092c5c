"""Reading one document: entities, events and the claims about them."""
