// A QR code that holds a sentence, dark on white in every theme, with its words beside it.
import QtQuick
import Kiosk.Theme
import Kiosk.Drawing

Item {
    id: card

    property string text
    property string caption
    readonly property string spoken: caption
    readonly property int side: Theme.mm(40)

    implicitHeight: Math.max(side, words.implicitHeight) + 2 * Theme.padding

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge
    }
    QrCode {
        id: code

        x: Theme.mirrored ? card.width - width - Theme.padding : Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        width: card.side
        height: card.side
        text: card.text
        Accessible.role: Accessible.Graphic
        Accessible.name: card.caption
    }
    KText {
        id: words

        x: Theme.mirrored ? Theme.padding : code.width + 2 * Theme.padding
        width: card.width - code.width - 3 * Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        text: card.caption
        Accessible.ignored: true
    }
}
