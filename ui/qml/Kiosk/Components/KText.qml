// Words on a page: the Theme's size and script, seen by a screen reader, never cut.
import QtQuick
import Kiosk.Theme

Text {
    id: text

    property int pixels: Theme.bodyPixels
    property int weight: 400
    property string spoken: text.text

    font.family: Theme.family
    font.pixelSize: pixels
    font.variableAxes: Theme.axes(weight)
    color: Theme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.linePixels(pixels)
    horizontalAlignment: Text.AlignLeft

    // Noto's Arabic sets its letters low in a tall line; lifted, they stand in the middle of it.
    transform: Translate {
        y: /[\u0600-\u06FF]/.test(text.text) ? -0.24 * text.pixels : 0
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: text.text
}
