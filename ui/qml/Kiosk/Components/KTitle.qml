// A short line over words, with an icon or a picture before it.
import QtQuick
import Kiosk.Theme

KText {
    id: title

    property string icon
    property url picture
    property bool keepWithNext: true
    property bool flush: false // right above its words
    property bool close: true
    property bool wanted: true
    readonly property bool pictured: picture.toString() !== ""
    readonly property int extent: pictured ? lineHeight : icon ? Math.round(pixels * 1.1) : 0

    width: Theme.contentWidth // until its page gives it another
    weight: 700
    color: Theme.action
    lead: extent ? extent + Theme.padding / (pictured ? 1 : 2) : 0

    Rectangle {
        x: title.fromRight ? title.width - width : 0
        y: title.baselineOffset - Theme.middleOf(title.script) * title.pixels - height / 2
        width: title.extent
        height: width
        radius: Theme.radius / 2
        color: title.pictured ? Theme.picture : Theme.paper

        KIcon {
            visible: title.icon !== ""
            name: title.icon
            tint: title.color
            extent: title.extent
        }
        Image {
            anchors.fill: parent
            anchors.margins: Theme.tight / 2
            visible: title.pictured
            source: title.picture
            sourceSize: Qt.size(width, height)
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
        }
    }
}
