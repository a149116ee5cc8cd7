// The window: the bar, and the page that the kiosk says.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

Window {
    id: window

    required property var kiosk
    property bool whole: false // the whole screen is the kiosk's
    readonly property var page: pages.item

    title: kiosk.windowTitle
    color: Theme.paper
    visible: false
    flags: whole ? Qt.Window | Qt.FramelessWindowHint : Qt.Window

    // What lies deepest at a point of the window.
    function deepestAt(x: real, y: real): var {
        let deepest = contentItem;
        let at = Qt.point(x, y);
        for (let child = deepest.childAt(x, y); child !== null; child = deepest.childAt(at.x, at.y)) {
            at = deepest.mapToItem(child, at.x, at.y);
            deepest = child;
        }
        return deepest;
    }

    Binding {
        target: Theme
        property: "pageWidth"
        value: window.width - frame.across
    }
    Binding {
        target: Theme
        property: "pageHeight"
        value: window.height
    }
    Binding {
        target: Theme
        property: "topHeight"
        value: frame.covers ? frame.down : bar.height
    }
    Binding {
        target: Theme
        property: "titleShown"
        value: bar.titleShown
    }
    Binding {
        target: Theme
        property: "lineShown"
        value: bar.lineFits
    }

    FocusScope {
        id: whole

        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        // From a page that has just come, on to what is first in it.
        Keys.onTabPressed: event => whole.step(event, true)
        Keys.onBacktabPressed: event => whole.step(event, false)
        Keys.onDownPressed: event => whole.step(event, true)
        Keys.onUpPressed: event => whole.step(event, false)
        Keys.onRightPressed: event => whole.step(event, !Theme.mirrored)
        Keys.onLeftPressed: event => whole.step(event, Theme.mirrored)
        Keys.onEscapePressed: event => {
            if (!event.isAutoRepeat && !window.page?.stepOut())
                window.kiosk.stepOut();
        }

        function step(event: var, forward: bool) {
            const item = window.activeFocusItem;
            const next = item ? item.nextItemInFocusChain(forward) : null;
            if (next)
                next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            event.accepted = true;
        }

        KTopBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            height: implicitHeight
            visible: !frame.covers
            title: window.kiosk.barTitle
            line: window.kiosk.barLine
            begun: window.kiosk.begun
            practice: window.kiosk.practice
            unchecked: window.kiosk.look.unchecked
            helped: window.kiosk.helping.on
            listening: window.kiosk.look.listening
            onLanguagePressed: window.kiosk.openLanguage()
            onLookPressed: window.kiosk.openLook()
            onListenPressed: window.kiosk.listen()
            onHelpPressed: window.kiosk.openHelp()
            onStartAgainPressed: window.kiosk.askStartAgain()
            onTeamPressed: window.kiosk.team.knock()
        }
        Loader {
            id: frame

            readonly property var team: window.kiosk.team
            readonly property bool wanted: team.open // its file is read when the team first comes in
            readonly property bool covers: team.open || team.bare // nothing of the residents' bar is there
            readonly property var side: item
            readonly property real across: side && !side.strip ? side.width : 0
            readonly property real down: side?.strip ? side.height : 0

            anchors.left: parent.left
            anchors.top: parent.top
            onWantedChanged: wanted ? setSource(Qt.resolvedUrl("Team/SideBar.qml"), {
                team: team,
                windowWidth: Qt.binding(() => window.width),
                windowHeight: Qt.binding(() => window.height)
            }) : setSource("")
        }
        Loader {
            id: pages

            readonly property string wanted: window.kiosk.page // its file is read when it is first wanted
            property bool ready: false // Theme knows the window and the resident's manner

            anchors.fill: parent
            anchors.leftMargin: frame.across
            anchors.topMargin: frame.covers ? frame.down : bar.height
            focus: true
            onWantedChanged: if (ready)
                open()
            Component.onCompleted: {
                ready = true;
                open();
            }

            function open() {
                setSource(Qt.resolvedUrl(window.kiosk.pageFile + ".qml"), {
                    model: window.kiosk.pageModel
                });
            }
        }
    }

    Connections {
        target: pages.item

        ignoreUnknownSignals: true

        function onForward() {
            if (["language", "look", "listen"].includes(pages.wanted))
                window.kiosk.closeOverlay();
        }
        function onArrived(spoken: string) {
            window.kiosk.arrived(spoken);
        }
    }
    Connections {
        target: window.kiosk.listening

        function onMarked(start: int, length: int, word: string) {
            if (window.page?.mark)
                window.page.mark(start, length, word);
        }
    }
    Connections {
        target: window.kiosk

        function onTurned() {
            window.page?.restart();
        }
    }
}
