"""Documents: profiles, processing, tracking, archives, caches."""
