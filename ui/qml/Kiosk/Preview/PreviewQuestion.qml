// A question in the strip's list: pressed, it is on the screen; hidden, it says why.
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPressable {
    id: entry

    property string why
    property bool asked: true
    property bool chosen: false

    implicitHeight: label.tall + (reason.visible ? reason.tall : 0) + 2 * Theme.tight
    activeFocusOnTab: asked

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: entry.chosen || entry.down ? Theme.actionSoft : entry.asked ? Theme.card : Theme.paper
        border.width: entry.chosen ? Theme.chosenWidth : Theme.edgeWidth
        border.color: entry.chosen ? Theme.action : Theme.edge
    }
    KText {
        id: label

        x: Theme.padding
        y: Theme.tight
        width: entry.width - 2 * Theme.padding
        text: entry.name
        weight: entry.asked ? 600 : 400
        color: entry.asked ? Theme.ink : Theme.quiet
        Accessible.ignored: true
    }
    KText {
        id: reason

        anchors.top: label.bottom
        x: Theme.padding
        width: entry.width - 2 * Theme.padding
        visible: entry.why !== ""
        text: entry.why
        color: Theme.stop
    }
}
