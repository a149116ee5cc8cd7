// How loud it is: a bar that fills as somebody speaks, and the time beside it.
import QtQuick
import Kiosk.Theme

Item {
    id: meter

    property bool wanted: true
    property real level: 0 // 0 to 1
    property string clock

    implicitHeight: Math.max(Theme.mm(8), time.implicitHeight)

    KText {
        id: time

        x: Theme.mirrored ? meter.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.measure.width("0:00 / 0:00", Theme.headingPixels, 800) + 2
        text: meter.clock
        pixels: Theme.headingPixels
        weight: 800
    }
    Rectangle {
        id: rail

        x: Theme.mirrored ? 0 : time.width + Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, meter.width - time.width - Theme.gap)
        height: Theme.mm(6)
        radius: height / 2
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge

        Rectangle {
            x: Theme.mirrored ? rail.width - width - Theme.edgeWidth : Theme.edgeWidth
            y: Theme.edgeWidth
            width: Math.max(height, (rail.width - 2 * Theme.edgeWidth) * meter.level)
            height: rail.height - 2 * Theme.edgeWidth
            radius: height / 2
            color: Theme.action
        }
    }
}
