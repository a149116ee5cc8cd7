// A number between − and +: no drag is ever needed (row 28).
import QtQuick
import Kiosk.Theme

Item {
    id: stepper

    property bool wanted: true
    property string name
    property string text

    signal less
    signal more

    implicitHeight: Theme.mainTarget

    Row {
        anchors.fill: parent
        spacing: Theme.gap

        KButton {
            height: parent.height
            name: qsTr("Less")
            icon: "minus"
            onPressed: stepper.less()
        }
        KText {
            anchors.verticalCenter: parent.verticalCenter
            snug: true
            width: Math.max(Theme.mm(24), implicitWidth)
            text: stepper.text
            pixels: Theme.headingPixels
            weight: 800
            horizontalAlignment: Text.AlignHCenter
        }
        KButton {
            height: parent.height
            name: qsTr("More of it")
            words: qsTr("More")
            icon: "plus"
            onPressed: stepper.more()
        }
    }
}
