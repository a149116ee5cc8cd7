// A QR code: dark on white in every theme, so that a phone reads it.
import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

Rectangle {
    id: code

    property string text
    readonly property var drawn: Theme.measure.code(text)
    readonly property int square: Math.max(1, Math.floor(width / drawn.side)) // whole pixels: no grey edges

    color: Theme.codePaper

    Shape {
        readonly property int inset: Math.floor((code.width - code.drawn.side * code.square) / 2)

        x: inset
        y: inset

        ShapePath {
            scale: Qt.size(code.square, code.square)
            strokeWidth: -1
            fillColor: Theme.codeInk

            PathSvg {
                path: code.drawn.path
            }
        }
    }
}
