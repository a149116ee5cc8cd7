// What a reply is about, and how it stands: an icon and a word, never a colour alone.
import QtQuick
import Kiosk.Theme

Item {
    id: panel

    property string title
    property string tongue: "" // of the title, where it is not the page's
    property string status
    property string icon
    property bool keepWithNext: true
    readonly property string spoken: heading.spoken + ". " + status + "."
    readonly property int inset: Theme.tight
    readonly property int pillHeight: word.tall + 2 * inset
    readonly property real pillWidth: Math.min(width, Theme.measure.width(status, Theme.choicePixels, 700) + mark.extent + 4 * Theme.padding)
    readonly property bool beside: Theme.measure.width(title, Theme.headingPixels, 800) + Theme.gap + pillWidth <= width

    implicitHeight: beside ? Math.max(heading.tall, pillHeight) : heading.tall + Theme.tight + pillHeight

    KText {
        id: heading

        x: Theme.mirrored && panel.beside ? panel.pillWidth + Theme.gap : 0
        y: panel.beside ? (panel.height - tall) / 2 : 0
        width: panel.beside ? panel.width - panel.pillWidth - Theme.gap : panel.width
        text: panel.title
        tongue: panel.tongue
        pixels: Theme.headingPixels
        weight: 800
        Accessible.role: Accessible.Heading
    }
    Rectangle {
        id: pill

        x: panel.beside !== Theme.mirrored ? panel.width - width : 0
        y: panel.beside ? (panel.height - height) / 2 : heading.tall + Theme.tight
        width: panel.pillWidth
        height: panel.pillHeight
        radius: height / 2
        color: Theme.panel
        border.width: Theme.edgeWidth
        border.color: Theme.panelInk

        KIcon {
            id: mark

            x: Theme.mirrored ? pill.width - width - Theme.padding : Theme.padding
            y: (pill.height - height) / 2
            name: panel.icon
            tint: Theme.panelStrong
            extent: Theme.choicePixels
        }
        KText {
            id: word

            x: Theme.mirrored ? Theme.padding : mark.width + 2 * Theme.padding
            y: panel.inset
            width: pill.width - mark.width - 3 * Theme.padding
            text: panel.status
            pixels: Theme.choicePixels
            weight: 700
            color: Theme.panelInk
        }
    }
}
