// A picture of the pack above the choices, named for those who cannot see it.
import QtQuick
import Kiosk.Theme

Item {
    id: picture

    property bool wanted: true
    property alias source: image.source
    property string words
    readonly property int tallest: Theme.bodyHeight

    implicitHeight: Math.min(Theme.mm(38), Theme.bodyHeight / 2)

    Image {
        id: image

        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        horizontalAlignment: Theme.mirrored ? Image.AlignRight : Image.AlignLeft
        sourceSize.height: height
        Accessible.role: Accessible.Graphic
        Accessible.name: picture.words
    }
    Rectangle {
        x: Theme.mirrored ? picture.width - width : 0
        width: image.paintedWidth
        height: image.paintedHeight
        visible: Theme.pictureShade > 0
        radius: width / 6
        color: Theme.paper
        opacity: Theme.pictureShade
    }
}
