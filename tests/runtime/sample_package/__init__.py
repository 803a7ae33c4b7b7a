"""A generated package in miniature: a made-up parcel service, as the generator would write it."""
