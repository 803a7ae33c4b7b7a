"""Silence as files: what stands for the sound of recordings."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Mapping

RATE = 8000
MP3_RATE, MP3_SAMPLES = 16_000, 576
"""Samples a second, and samples in a frame, of MPEG-2 layer III."""
_FRAME = 36
"""Bytes of a frame at 8 kbit/s: 72 * 8000 / 16,000."""
_HEADERS = {1: bytes.fromhex("fff318c0"), 2: bytes.fromhex("fff31800")}
"""MPEG-2 layer III without checksum, 8 kbit/s, 16 kHz, no padding; mono or stereo."""


def wav(seconds: int, channels: int) -> tuple[str, bytes]:
    """Return the media type and the bytes of silence as WAV: 16 bit, 8 kHz.

    Args:
        seconds: How long it lasts.
        channels: How many channels it has: 1 or 2.
    """
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(2 * RATE * seconds * channels))
    return "audio/x-wav", sound.getvalue()


def mp3(seconds: int, channels: int) -> tuple[str, bytes]:
    """Return the media type and the bytes of silence as MP3, in whole frames; a few at least, which players look for.

    A frame whose side information is zero has no coded sound: every decoder plays silence.

    Args:
        seconds: How long it lasts.
        channels: How many channels it has: 1 or 2.
    """
    frame = _HEADERS[channels].ljust(_FRAME, b"\0")
    return "audio/mpeg", frame * max(-(-seconds * MP3_RATE // MP3_SAMPLES), 8)


KINDS: Mapping[str, Callable[[int, int], tuple[str, bytes]]] = {"wav": wav, "mp3": mp3}
"""The kinds of files, by what an address ends with."""
