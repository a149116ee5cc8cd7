// How far something has come: a bar, and the same in words.
import QtQuick
import Kiosk.Theme

Item {
    id: progress

    property real share: -1 // 0 to 1; below 0, nothing runs
    property bool wanted: share >= 0
    readonly property string words: qsTr("%1 of 100 done").arg(Math.round(100 * Math.max(0, share)))
    readonly property string spoken: words

    implicitHeight: line.tall + Theme.tight + bar.height

    KText {
        id: line

        width: parent.width
        text: progress.words
    }
    Rectangle {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.mm(5)
        radius: height / 2
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge

        Rectangle {
            x: Theme.mirrored ? parent.width - width : 0
            width: parent.width * Math.min(1, Math.max(0, progress.share))
            height: parent.height
            radius: parent.radius
            color: Theme.action
        }
    }
    Accessible.role: Accessible.ProgressBar
    Accessible.name: progress.words
}
