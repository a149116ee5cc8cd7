// A section of the team's side bar: its name, how much waits there, and whether it is the one that is open.
import QtQuick
import Kiosk.Theme

KPressable {
    id: button

    property string words: button.name
    property string badge
    property bool chosen: false
    property bool finish: false // the way out
    readonly property color ink: finish ? Theme.finishInk : chosen || down ? Theme.panel : Theme.panelInk

    around: Theme.radius
    implicitHeight: Math.max(Theme.target, label.tall)
    implicitWidth: Theme.measure.width(label.text, Theme.bodyPixels, 700) + 2 * Theme.padding + 2
    Accessible.checkable: !finish
    Accessible.checked: chosen

    Rectangle {
        anchors.fill: parent
        visible: button.chosen || button.down || button.finish
        radius: Theme.radius
        color: button.finish ? Theme.finish : Theme.panelInk
    }
    KText {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.padding
        anchors.rightMargin: Theme.padding
        text: button.badge ? button.words + "  " + button.badge : button.words
        weight: 700
        horizontalAlignment: button.finish ? Text.AlignHCenter : Text.AlignLeft
        wrapMode: Text.NoWrap
        color: button.ink
        Accessible.ignored: true
    }
}
