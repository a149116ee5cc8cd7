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

    Accessible.role: Accessible.StaticText
    Accessible.name: text.text
}
