// A QR code that holds a sentence, dark on white in every theme, with its words beside it.
import QtQuick
import Kiosk.Theme

Item {
    id: card

    property string text
    property string caption
    property bool upright: false // the words under the code, not beside it
    readonly property string spoken: caption
    readonly property int side: upright ? Math.min(width - 2 * Theme.padding, Theme.mm(56)) : Theme.mm(36)

    implicitHeight: upright ? side + words.implicitHeight + 3 * Theme.padding : Math.max(side + 2 * Theme.mm(2), words.implicitHeight + 2 * Theme.padding)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge
    }
    KCode {
        id: code

        x: card.upright ? (card.width - code.width) / 2 : Theme.mirrored ? card.width - code.width - Theme.padding : Theme.padding
        y: card.upright ? Theme.padding : (card.height - code.height) / 2
        width: card.side
        height: card.side
        text: card.text
        Accessible.role: Accessible.Graphic
        Accessible.name: card.caption
    }
    KText {
        id: words

        x: card.upright || Theme.mirrored ? Theme.padding : code.width + 2 * Theme.padding
        y: card.upright ? code.y + code.height + Theme.padding : (card.height - height) / 2
        width: card.width - (card.upright ? 2 * Theme.padding : code.width + 3 * Theme.padding)
        horizontalAlignment: card.upright ? Text.AlignHCenter : Text.AlignLeft
        text: card.caption
        Accessible.ignored: true
    }
}
