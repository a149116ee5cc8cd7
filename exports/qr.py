"""The squares of a QR code, for the screen and for paper."""


def modules(text: str) -> list[list[bool]]:
    """The dark squares of a code that holds `text`, with its quiet zone of four."""
    import qrcode  # noqa: PLC0415 - with its picture library

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    code.add_data(text.encode())
    code.make(fit=True)
    matrix: list[list[bool]] = code.get_matrix()
    return matrix
