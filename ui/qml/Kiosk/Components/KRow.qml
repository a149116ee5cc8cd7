// A line of a list: what it is, how it stands, and a sign where somebody should look.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: row

    property string label
    property string value
    property string tone // fine, look, or nothing
    property int dots: -1 // of five
    property string tongue // the language of the value, where that is not the page's
    property bool flush: true // its line is what parts it from the next
    readonly property bool stacked: Theme.step > 1 || width < 26 * Theme.bodyPixels
    readonly property string toneWords: tone === "look" ? qsTr("Look at this") : ""
    readonly property string spoken: [label, Theme.inTongue(value, tongue), toneWords].filter(words => words).join(": ")
    readonly property int extent: Math.round(Theme.bodyPixels * 1.1)
    readonly property real lead: tone ? extent + Theme.padding : 0
    readonly property real dotsWidth: dots < 0 ? 0 : 5 * extent * 0.8 + Theme.padding
    readonly property real dotsHeight: dots < 0 ? 0 : extent * 0.62 + Theme.tight // on a line of their own
    readonly property real room: width - lead
    readonly property real over: label ? what.tall : 0
    readonly property real wordsHeight: stacked ? over + (value ? how.tall : 0) + dotsHeight : Math.max(what.tall, value ? how.tall : 0)

    implicitHeight: wordsHeight + 2 * Theme.tight

    KIcon {
        x: Theme.mirrored ? row.width - width : 0
        y: Theme.tight + (what.lineHeight - height) / 2
        visible: row.tone !== ""
        name: row.tone === "look" ? "danger" : "tick"
        tint: row.tone === "look" ? Theme.stop : Theme.action
        extent: row.extent
    }
    KText {
        id: what

        x: Theme.mirrored ? row.width - width - row.lead : row.lead
        y: Theme.tight
        width: row.stacked || !row.value ? row.room : row.room * 0.4
        visible: row.label !== ""
        text: row.label
        weight: 700
    }
    Row {
        id: share

        x: Theme.mirrored ? row.width - width - start : start
        y: row.stacked ? what.y + what.tall : Theme.tight + (what.lineHeight - row.extent * 0.62) / 2
        visible: row.dots >= 0
        spacing: row.extent * 0.18
        readonly property real start: row.stacked ? row.lead : row.lead + what.width + Theme.padding

        Repeater {
            model: row.dots < 0 ? 0 : 5
            delegate: Rectangle {
                required property int index

                width: row.extent * 0.62
                height: width
                radius: width / 2
                color: index < row.dots ? Theme.action : Theme.paper
                border.width: Theme.edgeWidth
                border.color: Theme.action
            }
        }
    }
    KText {
        id: how

        readonly property real start: row.stacked ? row.lead : row.lead + what.width + Theme.padding + row.dotsWidth

        x: Theme.mirrored ? row.width - width - start : start
        y: row.stacked ? what.y + row.over + row.dotsHeight : Theme.tight
        width: row.width - start
        visible: row.value !== ""
        text: row.value
        tongue: row.tongue
        color: row.tone === "look" ? Theme.stop : Theme.quiet
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(1, Theme.edgeWidth / 2)
        color: Theme.edge
    }
}
