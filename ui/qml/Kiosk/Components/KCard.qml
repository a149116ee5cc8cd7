// A card of Welcome: an icon, how much can be changed, a title, and a line.
import QtQuick
import Kiosk.Theme

KPressable {
    id: card

    property string title
    property string summary
    property string label: "" // the promise's rung
    property string icon
    property string letter // instead of an icon
    property string tongue: "" // the language of its words, where that is not the page's
    property bool cell: true
    property bool brief: false // the title alone, where there is no room for more
    readonly property int tallest: Math.max(implicitHeight, brief ? Theme.mm(26) : Math.max(Theme.mm(58), Theme.bodyHeight / 3))
    readonly property int disc: Theme.mm(brief ? 10.5 : 8.2)
    readonly property int inset: brief ? Theme.tight : Theme.mm(2.4)
    readonly property bool stacked: !brief // icon over words; beside them at the larger sizes
    readonly property real start: stacked ? 0 : disc + Theme.padding

    implicitHeight: Math.max(Theme.mainTarget, 2 * inset + (stacked ? Math.max(disc, rung.tall) + Theme.tight : 0) + Math.max(words.height, stacked ? 0 : disc))

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: card.down ? Theme.actionSoft : Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge
    }
    Item {
        anchors.fill: parent
        anchors.margins: Theme.padding
        anchors.topMargin: card.inset
        anchors.bottomMargin: anchors.topMargin

        Rectangle {
            id: round

            anchors.left: parent.left
            y: card.brief ? (parent.height - height) / 2 : Math.max(0, rung.tall - height) / 2
            width: card.disc
            height: width
            radius: width / 2
            color: Theme.disc

            KIcon {
                anchors.centerIn: parent
                name: card.icon
                tint: Theme.discInk
                extent: Math.round(card.disc * 0.62)
            }
            KText {
                anchors.centerIn: parent
                visible: card.letter !== ""
                text: card.letter
                tongue: card.tongue
                weight: 700
                color: Theme.discInk
                Accessible.ignored: true
            }
        }
        KText {
            id: rung

            visible: card.stacked && card.label !== ""
            anchors.left: round.right
            anchors.leftMargin: Theme.padding
            anchors.right: parent.right
            anchors.verticalCenter: round.verticalCenter
            text: card.label
            weight: 700
            color: Theme.action
            Accessible.ignored: true
        }
        Item {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: card.start
            anchors.right: parent.right
            y: card.stacked ? parent.height - height : (parent.height - height) / 2
            height: title.tall + (card.summary !== "" && !card.brief ? summary.tall : 0) // hidden on a later part of the page too

            KText {
                id: title

                width: parent.width
                text: card.title
                tongue: card.tongue
                pixels: Theme.choicePixels
                weight: 700
                Accessible.ignored: true
            }
            KText {
                id: summary

                y: title.tall
                width: parent.width
                visible: card.summary !== "" && !card.brief
                text: card.summary
                tongue: card.tongue
                color: Theme.quiet
                Accessible.ignored: true
            }
        }
    }
}
