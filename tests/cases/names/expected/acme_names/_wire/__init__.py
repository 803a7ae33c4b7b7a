"""How records look in JSON: private, one module an object, loaded when something is decoded."""
