// One numbered step of what happens next.
import QtQuick
import Kiosk.Theme

Item {
    id: step

    property int number: 1
    property string text
    property color colour: Theme.ink
    property bool close: true
    readonly property string spoken: number + ". " + text
    readonly property int disc: Math.round(Theme.bodyPixels * 1.6)

    implicitHeight: Math.max(disc, words.implicitHeight)

    Rectangle {
        id: round

        x: Theme.mirrored ? step.width - width : 0
        width: step.disc
        height: width
        radius: width / 2
        color: Theme.finish

        KText {
            anchors.centerIn: parent
            text: step.number
            weight: 700
            color: Theme.finishInk
            Accessible.ignored: true
        }
    }
    KText {
        id: words

        x: Theme.mirrored ? 0 : round.width + Theme.padding
        width: step.width - round.width - Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        text: step.text
        color: step.colour
    }
}
