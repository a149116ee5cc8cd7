// A picture at the start side, large, with a heading and words beside it: one thought a page.
import QtQuick
import Kiosk.Theme

Item {
    id: clause

    property bool wanted: true
    property string part
    property string title
    property string words
    property url picture
    readonly property bool drawn: picture.toString().startsWith("image:") // an icon, which has no ground of its own
    readonly property string spoken: [part, title + ".", words].filter(text => text).join(" ")
    readonly property int tallest: Theme.bodyHeight
    readonly property int side: Math.round(Math.min(Theme.bodyHeight, clause.width * 0.4))
    readonly property int start: side + Theme.mm(8)

    width: Theme.contentWidth
    implicitHeight: Math.max(side, column.implicitHeight)

    Rectangle {
        x: Theme.mirrored ? clause.width - width : 0
        y: (clause.height - height) / 2
        width: clause.side
        height: clause.side
        radius: width / 6 // as the pictures of the charter have it
        color: Theme.picture

        Image {
            anchors.fill: parent
            anchors.margins: clause.drawn ? Theme.padding : 0
            source: clause.picture
            sourceSize: Qt.size(width, height)
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
        }
        Rectangle {
            anchors.fill: parent
            visible: !clause.drawn && Theme.pictureShade > 0
            radius: parent.radius
            color: Theme.paper
            opacity: Theme.pictureShade
        }
    }
    Column {
        id: column

        x: Theme.mirrored ? 0 : clause.start
        width: clause.width - clause.start
        y: (clause.height - height) / 2
        spacing: Theme.gap

        KText {
            width: parent.width
            text: clause.part
            weight: 700
            color: Theme.action
        }
        KHeading {
            width: parent.width
            text: Theme.unbroken(clause.title)
            Accessible.name: clause.title
        }
        KText {
            width: parent.width
            text: clause.words
            pixels: Theme.choicePixels
        }
    }
}
