// Where the keys are: yellow between two dark lines, outside the control, seen on any theme (row 22).
import QtQuick
import Kiosk.Theme

Item {
    id: ring

    property real around: Theme.radius
    readonly property int line: Theme.focusLine

    anchors.fill: parent
    anchors.margins: -Theme.focusRoom
    visible: parent.activeFocus
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: ring.around + Theme.focusRoom
        color: "transparent"
        border.color: Theme.focusEdge
        border.width: ring.line
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: ring.line
        radius: ring.around + Theme.focusWidth + ring.line
        color: "transparent"
        border.color: Theme.focus
        border.width: Theme.focusWidth
    }
}
