// A white card with an icon, a title and words: one part of a promise.
import QtQuick
import Kiosk.Theme

Item {
    id: panel

    property string icon // one of the family, or else a
    property url picture
    property string title
    property string words
    property string tongue: "" // the language of the words, where that is not the page's
    property bool cell: true
    readonly property int tallest: implicitHeight + Theme.mm(6)
    readonly property int inset: Theme.mm(Theme.step > 0 ? 2 : 2.6)
    readonly property string spoken: title + ": " + body.spoken

    implicitHeight: heading.tall + body.tall + 2 * inset

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge
    }
    KIcon {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        y: panel.inset + (heading.lineHeight - height) / 2
        name: panel.icon
        tint: Theme.action
        extent: Math.round(Theme.bodyPixels * 1.15)
    }
    Rectangle {
        anchors.fill: picture
        anchors.margins: -Theme.tight / 4
        visible: panel.icon === ""
        radius: Theme.radius / 4
        color: Theme.picture

        Image {
            anchors.fill: parent
            anchors.margins: Theme.tight / 4
            source: panel.picture
            sourceSize: Qt.size(width, height)
            Accessible.ignored: true
        }
    }
    KText {
        id: heading

        anchors.left: picture.right
        anchors.leftMargin: Theme.padding / 2
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        y: panel.inset
        text: panel.title
        weight: 700
        color: Theme.action
    }
    KText {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.padding
        y: panel.inset + heading.tall
        text: panel.words
        tongue: panel.tongue
        pixels: Theme.choicePixels
    }
}
