"""Image bytes → what the file says of itself (size, camera, time, place). Recorded, never trusted: anybody can write these fields."""

from io import BytesIO

from trucewatch.capture.limits import ItemFailed
from trucewatch.capture.rendition import Rendition

_GPS, _EXIF = 0x8825, 0x8769
_LONGEST, _MOST = 200, 120


def read_image(data: bytes) -> Rendition:
    """Return an empty text with the image's properties. Raises ItemFailed where the bytes do not open as an image."""
    from PIL import ExifTags, Image

    try:
        image = Image.open(BytesIO(data))
        properties = [("format", str(image.format)), ("width", str(image.width)), ("height", str(image.height))]
        exif = image.getexif()
        for names, fields in (
            (ExifTags.TAGS, exif),
            (ExifTags.TAGS, exif.get_ifd(_EXIF)),
            (ExifTags.GPSTAGS, exif.get_ifd(_GPS)),
        ):
            properties += [(str(names.get(tag, tag)), _short(value)) for tag, value in sorted(fields.items()) if tag not in (_GPS, _EXIF)]
    except Exception as error:
        raise ItemFailed("cannot be opened as an image; it may be damaged or cut short") from error
    return Rendition(text="", properties=tuple(properties[:_MOST]))


def _short(value: object) -> str:
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    return "".join(letter if letter.isprintable() else "·" for letter in text)[:_LONGEST]
