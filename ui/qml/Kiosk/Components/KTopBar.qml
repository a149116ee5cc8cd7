// The same bar on every resident page: where you are, Start again, Language, Look, Help, and Listen in the corner.
import QtQuick
import Kiosk.Theme

FocusScope {
    id: bar

    property string title
    property string line
    property bool listening: false
    property bool begun: false // something has been started that can be wiped
    property bool practice: false
    property string unchecked // words that no speaker has checked say so on every page; empty where one has
    property bool helped: false // somebody of the team reads or types for the resident
    readonly property int around: Math.max(Theme.tight, Theme.focusRoom + 1) // over and under the buttons, for the ring
    readonly property bool iconsOnly: Theme.step > 1 || width > 0 && wordsWidth > width * 0.64
    readonly property real wordsWidth: [language, look, listen, help].reduce((sum, button) => sum + Math.max(Theme.target, Theme.measure.width(button.words, Theme.bodyPixels, 700) + 2 * Theme.tight) + Theme.gap, 0) + Math.max(Theme.target, Theme.measure.width(startAgain.words, Theme.bodyPixels, 700) + 2 * Theme.tight)
    readonly property real titleStart: helped ? sign.width + Theme.tight : 0
    readonly property real titleRoom: width - 2 * Theme.margin - buttons.width - Theme.gap - titleStart
    readonly property string standing: [practice ? qsTr("Practice") : "", helped ? sign.words : ""].filter(words => words).join(" · ")
    readonly property string fullLine: [standing, line].filter(words => words).join(" · ")
    readonly property bool titleFits: title !== "" && Theme.measure.width(title, Theme.bodyPixels, 700) <= titleRoom
    readonly property bool lineFits: fullLine !== "" && Theme.measure.width(fullLine, Theme.bodyPixels, 400) <= titleRoom
    readonly property string shortLine: Theme.measure.width(standing, Theme.bodyPixels, 400) <= titleRoom ? standing : practice ? qsTr("Practice") : ""
    readonly property bool titleShown: titleFits && (twoLines || !lineFits && shortLine === "")
    readonly property bool twoLines: height >= 2 * Theme.linePixels(Theme.bodyPixels)

    signal languagePressed
    signal lookPressed
    signal listenPressed
    signal helpPressed
    signal startAgainPressed
    signal teamPressed

    implicitHeight: Math.max(Theme.target + 2 * around, iconsOnly ? Theme.linePixels(Theme.bodyPixels) + 2 * Theme.edgeWidth : help.implicitHeight + 2 * around)

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: bar.helped ? Theme.chosenWidth : Theme.edgeWidth
        color: bar.helped ? Theme.action : Theme.edge
    }
    KIcon {
        id: sign

        readonly property string words: qsTr("Somebody helps")

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.helped
        name: "people"
        tint: Theme.action
        extent: Theme.mm(7)
        Accessible.ignored: false
        Accessible.role: Accessible.Graphic
        Accessible.name: words
    }
    Item {
        readonly property Item standsFor: listen // the corner of the screen is Listen too: edges lead a finger there

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.margin + listen.width

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: 0
            onTapped: bar.listenPressed()
        }
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Item {
            implicitWidth: startAgain.implicitWidth // kept free until something has begun: no button moves (row 32)
            implicitHeight: startAgain.implicitHeight

            KBarButton {
                id: startAgain

                name: qsTr("Start again")
                icon: "start-again"
                tint: Theme.stop
                visible: bar.begun
                iconOnly: bar.iconsOnly
                onPressed: bar.startAgainPressed()
            }
        }
        KBarButton {
            id: language

            name: qsTr("Language")
            icon: "language"
            mark: bar.unchecked ? "question" : ""
            hint: bar.unchecked
            iconOnly: bar.iconsOnly
            onPressed: bar.languagePressed()
        }
        KBarButton {
            id: look

            name: qsTr("Look")
            icon: "look"
            iconOnly: bar.iconsOnly
            onPressed: bar.lookPressed()
        }
        KBarButton {
            id: help

            name: qsTr("Help")
            icon: "help"
            iconOnly: bar.iconsOnly
            onPressed: bar.helpPressed()
        }
        KBarButton {
            id: listen

            name: qsTr("Listen")
            icon: "listen"
            iconOnly: bar.iconsOnly
            on: bar.listening
            Accessible.checkable: true
            Accessible.checked: bar.listening
            onPressed: bar.listenPressed()
        }
    }
    KCorner {
        id: corner

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + bar.titleStart
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(Theme.target, bar.titleRoom)
        height: Math.min(bar.height, Math.max(Theme.target, bar.height - 2 * bar.around, titles.height))
        hint: bar.fullLine // where we are, which it covers
        name: bar.titleShown ? bar.title + ". " + qsTr("For the team") : qsTr("For the team")
        onPressed: bar.teamPressed()

        Item {
            id: titles

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: (upper.visible ? upper.implicitHeight : 0) + (lower.visible ? lower.implicitHeight : 0)

            KText {
                id: upper

                width: parent.width
                visible: bar.titleShown
                text: bar.title
                weight: 700
                wrapMode: Text.NoWrap
            }
            KText {
                id: lower

                y: upper.visible ? upper.implicitHeight : 0
                width: parent.width
                visible: bar.lineFits || bar.shortLine !== ""
                text: bar.lineFits ? bar.fullLine : bar.shortLine
                color: Theme.quiet
                wrapMode: Text.NoWrap
            }
        }
    }
}
