// A resident's page: content cut into pages by height, Back at the start side, Continue (or More) at the end side.
import QtQuick
import Kiosk.Theme

FocusScope {
    id: page

    property string forwardName: qsTr("Continue")
    property string forwardIcon: "continue"
    property string forwardKind: "action"
    property string backName: qsTr("Back")
    property string backIcon: "back"
    property string sideName // a third way on, such as Skip; empty for none
    property string sideIcon: "skip"
    property string returnName // on later sub-pages, the way back to what is asked; empty for none
    property bool hasBack: true
    property bool hasForward: true
    property string footnote // a quiet line where the page has no buttons
    property alias columns: pages.columns
    property alias continued: pages.continued
    property alias evenly: pages.evenly
    property alias current: pages.current
    readonly property alias count: pages.count
    readonly property bool last: pages.current >= pages.count - 1
    readonly property bool first: pages.current === 0
    // Its words, then how to go on; a line to each, as recordings may have some of them.
    readonly property string spoken: [pages.spoken, footline.visible ? footline.text : "", goesOn].filter(words => words).join("\n")
    readonly property string goesOn: !last ? qsTr("There is more. Press More.") : hasForward ? qsTr("To go on, press %1.").arg(forwardName) : ""
    default property alias blocks: pages.blocks

    signal forward
    signal back
    signal side
    signal arrived(string spoken) // a new page or sub-page is there to be read

    function restart() {
        pages.current = 0;
        pages.mark(-1, 0, "");
        page.forceActiveFocus();
        announce.restart();
    }
    function goForward() {
        if (page.last)
            return page.forward();
        pages.current += 1;
        page.turned();
    }
    function goBack() {
        if (page.first)
            return page.back();
        pages.current -= 1;
        page.turned();
    }
    function turned() {
        page.forceActiveFocus();
        announce.restart();
    }
    // The word that is heard now is marked, where it is a text's own; a place before the first for none.
    function mark(start: int, length: int, word: string) {
        pages.mark(start, length, word);
    }
    // The Escape key: whether this page has a Back that it could press.
    function stepOut(): bool {
        if (!page.hasBack && page.first)
            return false;
        page.goBack();
        return true;
    }

    anchors.fill: parent
    Component.onCompleted: restart()

    Timer {
        id: announce

        interval: 0
        onTriggered: pages.settled ? page.arrived(page.spoken) : announce.restart()
    }
    KPages {
        id: pages

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        footer: bar.height + bar.anchors.bottomMargin
        alone: page.hasBack || page.hasForward ? footer : page.footnote ? footline.implicitHeight + Theme.gap : 0
    }
    KText {
        id: footline

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.gap
        visible: page.footnote !== "" && !bar.visible
        text: page.footnote
        color: Theme.quiet
    }
    Item {
        id: bar

        // Where the words of all do not fit, Back is an arrow alone, then the side button, and last the way on.
        readonly property real onward: Math.max(forward.wordyWidth, forward.liked) + 2 * Theme.gap
        readonly property real aside: side.visible ? side.wordyWidth + Theme.gap : 0
        readonly property bool bareBack: back.wordyWidth + aside + onward > width
        readonly property bool bareSide: back.bareWidth + aside + onward > width
        readonly property bool bareForward: back.bareWidth + (side.visible ? side.bareWidth + Theme.gap : 0) + onward > width

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: 2 * Theme.tight
        height: Theme.mainTarget
        visible: page.hasBack || page.hasForward || !page.first || !page.last

        KButton {
            id: back

            anchors.left: parent.left
            height: parent.height
            visible: page.hasBack || !page.first
            name: page.first ? page.backName : qsTr("Back")
            icon: page.first ? page.backIcon : "back"
            directed: true
            iconOnly: bar.bareBack
            onPressed: page.goBack()
        }
        KButton {
            id: side

            readonly property bool question: !page.first && page.returnName !== ""

            anchors.right: forward.left
            anchors.rightMargin: Theme.gap
            height: parent.height
            visible: question || page.sideName !== "" && page.first
            name: question ? page.returnName : page.sideName
            icon: question ? "question" : page.sideIcon
            directed: !question
            iconOnly: bar.bareSide
            onPressed: {
                if (!question)
                    return page.side();
                pages.current = 0;
                page.turned();
            }
        }
        KButton {
            id: forward

            anchors.right: parent.right
            height: parent.height
            readonly property real liked: Math.min(Theme.mm(50), bar.width * 0.34)

            width: iconOnly ? implicitWidth : Math.max(implicitWidth, liked)
            visible: page.hasForward || !page.last
            name: page.last ? page.forwardName : qsTr("More")
            icon: page.last ? page.forwardIcon : "more"
            kind: page.last ? page.forwardKind : "action"
            iconAfter: true
            directed: page.last
            iconOnly: bar.bareForward
            onPressed: page.goForward()
        }
    }
}
