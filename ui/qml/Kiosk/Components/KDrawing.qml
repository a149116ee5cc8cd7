// A place to draw with a finger, with undo, clear, and a way on that needs no drawing (row 28) beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: drawing

    property bool wanted: true
    property bool wrong: false
    property real ratio: 1.8 // width to height
    property var acts: [] // of {id, label, icon}
    property alias path: strokes.path
    readonly property real widestAct: acts.reduce((widest, act) => Math.max(widest, Theme.measure.width(act.label, Theme.bodyPixels, 700)), 0) + Theme.mm(22)
    readonly property bool beside: Theme.contentWidth - widestAct - Theme.gap >= Theme.mm(90) // else the page has the buttons
    readonly property real room: beside ? Theme.contentWidth - widestAct - Theme.gap : Theme.contentWidth
    readonly property real tall: Math.min(Theme.bodyHeight * 0.65, room / ratio)

    signal drawn(string path)
    signal acted(string id)

    implicitHeight: Math.max(tall, beside ? 3 * Theme.mainTarget + 2 * Theme.gap : 0)

    Row {
        anchors.fill: parent
        spacing: Theme.gap

        Rectangle {
            property string name: qsTr("A place to draw")
            property string hint: qsTr("Tap, then draw with a finger. Touch outside it to stop.")
            property bool named: false
            property bool takesFinger: true // while somebody listens, once it was pressed

            function press() {
            }

            width: drawing.tall * drawing.ratio
            height: drawing.tall
            radius: Theme.radius
            color: Theme.card
            border.width: Theme.chosenWidth
            border.color: drawing.wrong ? Theme.stop : named ? Theme.action : Theme.edge
            Accessible.role: Accessible.Graphic
            Accessible.name: name

            KStrokes {
                id: strokes

                anchors.fill: parent
                anchors.margins: Theme.chosenWidth
                onDrawn: path => drawing.drawn(path)
            }
        }
        Column {
            visible: drawing.beside
            spacing: Theme.gap

            Repeater {
                model: drawing.beside ? drawing.acts : []
                delegate: KButton {
                    required property var modelData

                    width: drawing.widestAct
                    height: Theme.mainTarget
                    name: modelData.label
                    icon: modelData.icon
                    pixels: Theme.bodyPixels
                    onPressed: drawing.acted(modelData.id)
                }
            }
        }
    }
}
