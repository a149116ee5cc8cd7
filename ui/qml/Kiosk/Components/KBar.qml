// One bar of a chart: what was chosen, how many of how many in words, and its length; colour says nothing more.
import QtQuick
import Kiosk.Theme

Item {
    id: bar

    property string label
    property string figure
    property real share: 0 // 0 to 1
    readonly property bool stacked: Theme.narrow || Theme.step > 1
    readonly property real figureWidth: Theme.measure.width(figure, Theme.choicePixels, 700) + 2
    readonly property real labelWidth: stacked ? width : width * 0.4
    readonly property string spoken: label + ": " + figure + "."

    implicitHeight: stacked ? words.tall + Theme.tight + track.height : Math.max(words.tall, track.height)

    KText {
        id: words

        x: Theme.mirrored ? bar.width - width : 0
        y: bar.stacked ? 0 : (bar.height - height) / 2
        width: bar.labelWidth
        text: bar.label
        pixels: Theme.choicePixels
    }
    Rectangle {
        id: track

        readonly property real start: bar.stacked ? 0 : bar.labelWidth + Theme.gap

        x: Theme.mirrored ? bar.width - width - start : start
        y: bar.stacked ? words.tall + Theme.tight : (bar.height - height) / 2
        width: bar.width - start - bar.figureWidth - Theme.gap
        height: Math.max(Theme.mm(8), Theme.linePixels(Theme.choicePixels))
        radius: Theme.radius / 2
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge

        Rectangle {
            x: Theme.mirrored ? track.width - width : 0
            width: bar.share > 0 ? Math.max(Theme.mm(2), track.width * bar.share) : 0
            height: track.height
            radius: track.radius
            color: Theme.action
        }
    }
    KText {
        x: Theme.mirrored ? 0 : bar.width - width
        y: track.y + (track.height - height) / 2
        width: bar.figureWidth
        text: bar.figure
        pixels: Theme.choicePixels
        weight: 700
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignRight
    }
}
