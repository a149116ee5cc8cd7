// One answer on Check: what was asked, what was answered, and Change.
import QtQuick
import Kiosk.Theme

Item {
    id: row

    property string label
    property string answer
    property bool changeable: true
    property bool secret: false // personal details: seen, but spoken only after a yes (row 10)
    property bool close: true
    readonly property bool stacked: Theme.narrow || Theme.step > 1
    readonly property string spoken: label + ": " + (secret ? qsTr("hidden from the voice") : answer)

    signal change

    implicitHeight: (stacked ? question.implicitHeight + Math.max(said.implicitHeight, button.implicitHeight) : Math.max(question.implicitHeight, said.implicitHeight, changeable ? button.implicitHeight : Theme.target)) + 2 * Theme.tight

    KText {
        id: question

        x: Theme.mirrored ? row.width - width : 0
        y: row.stacked ? Theme.tight : (row.height - height) / 2
        width: row.stacked ? row.width : (row.width - button.width) * 0.46
        text: row.label
        color: Theme.quiet
    }
    KText {
        id: said

        readonly property real start: row.stacked ? 0 : question.width + Theme.gap

        x: Theme.mirrored ? row.width - width - start : start
        y: row.stacked ? row.height - Theme.tight - Math.max(height, button.height) + (Math.max(height, button.height) - height) / 2 : (row.height - height) / 2
        width: row.width - start - button.width - Theme.gap
        text: row.answer
        pixels: Theme.choicePixels
        weight: 700
    }
    KButton {
        id: button

        x: Theme.mirrored ? 0 : row.width - width
        y: row.stacked ? row.height - height - Theme.tight : (row.height - height) / 2
        visible: row.changeable
        name: qsTr("Change") + ": " + row.label
        words: qsTr("Change")
        icon: "change"
        iconOnly: row.stacked && wordyWidth > row.width * 0.4
        pixels: Theme.bodyPixels
        implicitHeight: Math.max(Theme.target, Theme.linePixels(pixels))
        onPressed: row.change()
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(1, Theme.edgeWidth / 2)
        color: Theme.edge
    }
}
