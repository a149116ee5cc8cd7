// A button of words with an icon: `kind` is action, plain, stop, finish or quiet.
import QtQuick
import Kiosk.Theme

KPressable {
    id: button

    property string words: button.name
    property string icon
    property string kind: "plain"
    property bool iconOnly: false
    property bool iconAfter: false
    property bool directed: false
    property int pixels: Theme.choicePixels
    property real room: Theme.pageWidth - 2 * Theme.margin
    readonly property real wordsWidth: naturalWidth(words)
    readonly property color fill: ({
            "action": Theme.action,
            "finish": Theme.finish,
            "plain": Theme.card,
            "stop": Theme.card,
            "quiet": Theme.paper
        })[kind]
    readonly property color colour: ({
            "action": Theme.actionInk,
            "finish": Theme.finishInk,
            "plain": Theme.action,
            "stop": Theme.stop,
            "quiet": Theme.action
        })[kind]
    readonly property int iconExtent: Math.round(pixels * 0.95)
    readonly property real chrome: 2 * Theme.padding * 1.6 + (icon ? iconExtent + (iconOnly ? 0 : Theme.padding) : 0)

    readonly property real bareWidth: Math.max(Theme.mainTarget, 2 * Theme.padding * 1.6 + iconExtent) // with its icon alone
    readonly property real wordyWidth: Math.max(Theme.mainTarget * 1.6, wordsWidth + 2 * Theme.padding * 1.6 + (icon ? iconExtent + Theme.padding : 0) + 4)

    function naturalWidth(text: string): real {
        return Theme.measure.width(text, pixels, 700);
    }

    around: height / 2
    implicitWidth: iconOnly ? bareWidth : Math.min(room, wordyWidth)
    implicitHeight: Math.max(Theme.mainTarget, (iconOnly ? iconExtent : label.implicitHeight) + 2 * Theme.tight)

    Rectangle {
        anchors.fill: parent
        radius: Math.min(height / 2, Theme.mainTarget)
        color: button.down ? Theme.actionSoft : button.fill
        border.width: Theme.edgeWidth
        border.color: button.kind === "finish" ? Theme.finishInk : button.colour
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.padding
        LayoutMirroring.enabled: Theme.mirrored !== button.iconAfter

        KIcon {
            anchors.verticalCenter: parent.verticalCenter
            visible: button.icon !== ""
            name: button.icon
            tint: button.down ? Theme.actionSoftInk : button.colour
            extent: button.iconExtent
            directed: button.directed
        }
        KText {
            id: label

            visible: !button.iconOnly
            width: Math.min(button.wordsWidth + 2, button.width - button.chrome)
            text: button.words
            pixels: button.pixels
            weight: 700
            color: button.down ? Theme.actionSoftInk : button.colour
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
