// The window: the bar, and the page that the kiosk says.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components
import Kiosk.Pages

Window {
    id: window

    required property var kiosk
    readonly property var page: pages.item

    title: kiosk.windowTitle
    color: Theme.paper
    visible: false

    Binding {
        target: Theme
        property: "size"
        value: window.kiosk.look.size
    }
    Binding {
        target: Theme
        property: "colours"
        value: window.kiosk.look.colours
    }
    Binding {
        target: Theme
        property: "script"
        value: window.kiosk.look.script
    }
    Binding {
        target: Theme
        property: "mirrored"
        value: window.kiosk.look.mirrored
    }
    Binding {
        target: Theme
        property: "pxPerMm"
        value: window.kiosk.look.pxPerMm
    }
    Binding {
        target: Theme
        property: "measure"
        value: window.kiosk.measure
    }
    Binding {
        target: Theme
        property: "pageWidth"
        value: window.width
    }
    Binding {
        target: Theme
        property: "pageHeight"
        value: window.height
    }
    Binding {
        target: Theme
        property: "topHeight"
        value: bar.height
    }

    FocusScope {
        id: whole

        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        Keys.onDownPressed: event => whole.step(event, true)
        Keys.onUpPressed: event => whole.step(event, false)
        Keys.onRightPressed: event => whole.step(event, !Theme.mirrored)
        Keys.onLeftPressed: event => whole.step(event, Theme.mirrored)

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
            title: window.kiosk.barTitle
            line: window.kiosk.barLine
            begun: window.kiosk.begun
            practice: window.kiosk.practice
            listening: window.kiosk.look.listening
            onLanguagePressed: window.kiosk.openLanguage()
            onLookPressed: window.kiosk.openLook()
            onListenPressed: window.kiosk.listen()
            onHelpPressed: window.kiosk.openHelp()
            onStartAgainPressed: window.kiosk.askStartAgain()
        }
        Loader {
            id: pages

            readonly property string wanted: window.kiosk.page

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: bar.bottom
            anchors.bottom: parent.bottom
            focus: true
            sourceComponent: ({
                    "welcome": welcome,
                    "promise": promise,
                    "question": question,
                    "typing": typing,
                    "check": check,
                    "thanks": thanks,
                    "language": language,
                    "look": look,
                    "listen": listen,
                    "still-there": stillThere,
                    "text": text,
                    "ask": ask
                })[wanted]
        }
    }

    Connections {
        target: pages.item

        function onArrived(spoken: string) {
            window.kiosk.arrived(spoken);
        }
    }
    Connections {
        target: window.kiosk

        function onTurned() {
            window.page?.restart();
        }
    }

    Component {
        id: welcome

        WelcomePage {
            model: window.kiosk.welcome
            titleShown: bar.titleFits && bar.lineFits && bar.twoLines
        }
    }
    Component {
        id: promise

        PromisePage {
            model: window.kiosk.promise
        }
    }
    Component {
        id: question

        QuestionPage {
            model: window.kiosk.question
        }
    }
    Component {
        id: typing

        KTyping {
            model: window.kiosk.typing
        }
    }
    Component {
        id: check

        CheckPage {
            model: window.kiosk.check
        }
    }
    Component {
        id: thanks

        ThanksPage {
            model: window.kiosk.thanks
        }
    }
    Component {
        id: language

        LanguagePage {
            model: window.kiosk.look
            onForward: window.kiosk.closeOverlay()
        }
    }
    Component {
        id: look

        LookPage {
            model: window.kiosk.look
            onForward: window.kiosk.closeOverlay()
        }
    }
    Component {
        id: listen

        ListenPage {
            model: window.kiosk.listening
            onForward: window.kiosk.closeOverlay()
        }
    }
    Component {
        id: stillThere

        StillTherePage {
            model: window.kiosk.presence
        }
    }
    Component {
        id: text

        TextPage {
            readonly property var model: window.kiosk.text

            heading: model.heading
            text: model.text
            actions: model.actions
            hasBack: model.hasBack
            hasForward: model.hasForward
            forwardName: model.forwardName
            forwardIcon: model.forwardIcon
            onForward: model.forward()
            onBack: model.back()
            onActed: index => model.act(index)
        }
    }
    Component {
        id: ask

        YesNoPage {
            readonly property var model: window.kiosk.ask

            heading: model.heading
            text: model.text
            answers: model.actions
            hasBack: model.hasBack
            onBack: model.back()
            onAnswered: index => model.act(index)
        }
    }
}
