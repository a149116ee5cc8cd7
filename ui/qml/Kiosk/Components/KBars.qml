// A small chart: a bar for each of a few counts, the count over it and its name under it.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: bars

    property string title
    property string none // said where there is nothing to draw
    property var items: [] // of {label, value}
    property bool cell: true
    readonly property int line: Theme.linePixels(Theme.bodyPixels)
    readonly property int most: Math.max(1, ...items.map(one => one.value))
    readonly property real inner: width - 2 * Theme.padding
    readonly property real widestWords: items.reduce((wide, one) => Math.max(wide, Theme.measure.width(one.label, Theme.bodyPixels, 400), Theme.measure.width(String(one.value), Theme.bodyPixels, 700)), 0) + Theme.tight
    readonly property int fitting: Math.max(1, Math.floor(inner / widestWords))
    readonly property var shown: items.slice(-fitting) // the latest, where there are too many
    readonly property int tallest: Math.max(implicitHeight, Theme.bodyHeight * 0.6)
    readonly property string spoken: title + ". " + (items.length ? items.map(one => one.label + ": " + one.value).join(", ") : none)

    implicitHeight: 2 * Theme.padding + heading.tall + (items.length ? 2 * line + Theme.mm(11) : nothing.tall)
    Accessible.role: Accessible.Graphic
    Accessible.name: bars.spoken

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge
    }
    KText {
        id: heading

        x: Theme.padding
        y: Theme.padding
        width: bars.inner
        text: bars.title
        weight: 700
        color: Theme.quiet
    }
    KText {
        id: nothing

        x: Theme.padding
        y: heading.y + heading.tall
        width: bars.inner
        visible: !bars.items.length
        text: bars.none
    }
    Repeater {
        model: bars.shown
        delegate: Item {
            id: bar

            required property var modelData
            required property int index
            readonly property real step: bars.inner / Math.max(1, bars.shown.length)
            readonly property real room: height - 2 * bars.line

            x: Theme.padding + (Theme.mirrored ? bars.inner - (index + 1) * step : index * step)
            y: heading.y + heading.tall
            width: step
            height: bars.height - y - Theme.padding

            KText {
                y: block.y - bars.line
                width: parent.width
                text: bar.modelData.value
                weight: 700
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            Rectangle {
                id: block

                x: (parent.width - width) / 2
                y: bars.line + bar.room - height
                width: Math.min(Theme.mm(10), bar.step - Theme.tight)
                height: Math.max(Theme.edgeWidth, bar.room * bar.modelData.value / bars.most)
                radius: Theme.radius / 4
                color: Theme.action
            }
            KText {
                y: parent.height - bars.line
                width: parent.width
                text: bar.modelData.label
                wrapMode: Text.NoWrap
                color: Theme.quiet
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
