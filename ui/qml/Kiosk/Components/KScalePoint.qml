// One point of a scale: a face or a number over its words, as one card of a row. The whole card is the target.
import QtQuick
import Kiosk.Theme

KPressable {
    id: point

    property bool chosen: false
    property url picture
    property bool cell: true
    property int lines: 1 // of the longest label of the scale: the faces stand level
    property bool numeral: false // a number, as large as it may be
    readonly property bool pictured: picture.toString() !== ""
    readonly property int tallest: Math.max(implicitHeight, Theme.mm(pictured ? 58 : 36))
    readonly property int pixels: numeral ? Theme.numberPixels : Theme.choicePixels
    readonly property int inset: Theme.step > 1 ? Theme.tight : Theme.padding
    readonly property int spare: height - implicitHeight // a taller card has a larger face
    readonly property color colour: chosen ? Theme.actionSoftInk : Theme.ink

    implicitHeight: 2 * inset + (pictured ? Theme.mm(14) + Theme.tight : 0) + lines * label.lineHeight + Theme.tight + ring.extent
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: point.chosen || point.down ? Theme.actionSoft : Theme.card
        border.width: point.chosen ? Theme.chosenWidth : Theme.edgeWidth
        border.color: point.chosen ? Theme.action : Theme.edge
    }
    Rectangle {
        id: frame

        anchors.horizontalCenter: parent.horizontalCenter
        y: point.inset + Math.max(0, point.spare - (width - Theme.mm(14))) / 3
        visible: point.pictured
        width: Math.min(point.width - 2 * Theme.padding, Theme.mm(14) + Math.max(0, point.spare) * 0.8)
        height: width
        radius: Theme.radius / 2
        color: Theme.picture

        Image {
            anchors.fill: parent
            anchors.margins: Theme.tight / 2
            source: point.picture
            sourceSize: Qt.size(width, height)
            fillMode: Image.PreserveAspectFit
            asynchronous: false
            Accessible.ignored: true
        }
    }
    KText {
        id: label

        readonly property real above: point.pictured ? frame.y + frame.height : 0

        x: Theme.tight
        y: above + (ring.y - above - height) / 2
        width: point.width - 2 * Theme.tight
        text: point.name
        pixels: point.pixels
        weight: point.numeral ? 800 : point.chosen ? 700 : 500
        color: point.colour
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
    KIcon {
        id: ring

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: point.inset
        name: point.chosen ? "radio-filled" : "radio-empty"
        tint: point.colour
        extent: Theme.mm(7.5)
    }
}
