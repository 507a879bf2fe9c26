"""What the texts of chapter 2 are."""

MEANINGS = {
    "*.from_str": {"a": "a decimal number as text", "result": "null if the text is no number or out of range"},
    "*.display": {"result": "the number as production prints it"},
}
