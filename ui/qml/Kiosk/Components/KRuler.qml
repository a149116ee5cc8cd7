// The long edge of a bank card, and a ruler under it, as long as they are drawn: for a real one to be held against.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: ruler

    required property int card // px
    required property real scale_ // px per mm
    readonly property int centimetres: 8
    property bool keepWithNext: true // the buttons that move it
    readonly property int drawn: Theme.mm(13)

    implicitHeight: drawn + Theme.tight + Theme.mm(3) + Theme.linePixels(Theme.bodyPixels)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("A bank card, drawn on the screen")

    Rectangle {
        id: edge

        anchors.horizontalCenter: parent.horizontalCenter
        width: ruler.card
        height: ruler.drawn
        topLeftRadius: Theme.radius
        topRightRadius: Theme.radius
        color: Theme.actionSoft
        border.width: Theme.edgeWidth
        border.color: Theme.action
    }
    Repeater {
        model: ruler.centimetres + 1
        delegate: Item {
            id: mark

            required property int index

            x: edge.x + index * 10 * ruler.scale_
            y: edge.height + Theme.tight
            width: 1

            Rectangle {
                width: Theme.edgeWidth
                height: Theme.mm(3)
                color: Theme.ink
            }
            KText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.mm(3)
                text: Theme.number(mark.index)
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
