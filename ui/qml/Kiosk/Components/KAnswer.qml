// One answer on Check: what was asked, what was answered, and Change.
import QtQuick
import Kiosk.Theme

Item {
    id: row

    property string label
    property string answer
    property bool changeable: true
    property bool secret: false // personal details: seen, but spoken only after a yes (row 10)
    property bool flush: true // its line is what parts it from the next
    readonly property bool stacked: Theme.narrow || Theme.step > 1
    readonly property string spoken: label + ": " + (secret ? qsTr("hidden from the voice") : answer)

    readonly property real textWidth: width - (changeable ? button.width + Theme.gap : 0)
    readonly property real wordsHeight: stacked ? question.tall + said.tall : Math.max(question.tall, said.tall)
    readonly property int tallest: implicitHeight + 2 * Theme.tight

    signal change

    implicitHeight: Math.max(wordsHeight, changeable ? button.implicitHeight : Theme.target) + Theme.gap

    KText {
        id: question

        x: Theme.mirrored ? row.width - width : 0
        y: row.stacked ? (row.height - row.wordsHeight) / 2 : (row.height - height) / 2
        width: row.stacked ? row.textWidth : row.textWidth * 0.45
        text: Theme.unbroken(row.label)
        Accessible.name: row.label
        color: Theme.quiet
    }
    KText {
        id: said

        readonly property real start: row.stacked ? 0 : question.width + Theme.mm(5)

        x: Theme.mirrored ? row.width - width - start : start
        y: row.stacked ? question.y + question.tall : (row.height - height) / 2
        width: row.textWidth - start
        text: row.answer
        spoken: row.secret ? qsTr("hidden from the voice") : row.answer
        pixels: Theme.choicePixels
        weight: 700
    }
    KButton {
        id: button

        x: Theme.mirrored ? 0 : row.width - width
        y: (row.height - height) / 2
        visible: row.changeable
        name: qsTr("Change") + ": " + row.label
        words: qsTr("Change")
        icon: "change"
        iconOnly: row.stacked && wordyWidth > row.width * 0.3
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
