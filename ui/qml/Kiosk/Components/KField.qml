pragma ComponentBehavior: Bound
// A field to write in. A press asks for the keys on the screen; a physical keyboard writes straight into it.
import QtQuick
import Kiosk.Theme

FocusScope {
    id: field

    required property string name
    property alias text: edit.text
    property alias cursorPosition: edit.cursorPosition
    property bool severalLines: false
    property bool hidden: false // "Hide what I type": stars for the eyes of whoever stands behind
    property bool wrong: false
    property bool secret: hidden && !grown // personal details: seen, but spoken only after a yes (row 10)
    property string hint
    property string tongue: "" // the language of what is written, where that is not the page's
    property bool named: false // a finger has just heard it: a tap presses it
    property bool grown: false // fills the height it is given; otherwise its own
    property int lines: severalLines && Theme.step < 2 ? 2 : 1
    readonly property alias input: edit
    readonly property real lineHeight: edit.contentHeight / Math.max(1, edit.lineCount) // as its own script has it
    readonly property string written: text === "" ? qsTr("empty") : secret ? qsTr("filled in, hidden from the voice") : text

    signal pressed
    signal edited(string text)
    signal entered // the Return key, where it does not begin a line

    function enter(event: var) {
        event.accepted = !(field.severalLines && field.grown);
        if (event.accepted && !event.isAutoRepeat)
            field.entered();
    }

    function press() {
        edit.forceActiveFocus();
        field.pressed();
    }

    implicitHeight: Math.max(Theme.mainTarget, lines * Theme.linePixels(Theme.choicePixels) + 2 * Theme.padding)
    activeFocusOnTab: true
    // What is hidden loses its name to Qt: the field around it has it.
    Accessible.ignored: !hidden
    Accessible.role: Accessible.EditableText
    Accessible.name: field.name

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.chosenWidth
        border.color: field.wrong ? Theme.stop : field.grown ? Theme.ink : Theme.edge
    }
    Flickable {
        id: view

        anchors.fill: parent
        anchors.margins: Theme.padding
        clip: true
        interactive: false
        contentHeight: edit.height
        contentY: Math.max(0, Math.min(edit.cursorRectangle.y + edit.cursorRectangle.height - height, contentHeight - height))

        TextEdit {
            id: edit

            width: view.width
            focus: true
            font.family: Theme.family
            font.pixelSize: Theme.choicePixels
            color: field.hidden ? "transparent" : Theme.ink
            selectionColor: Theme.action
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: false
            activeFocusOnPress: false
            activeFocusOnTab: true
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            horizontalAlignment: Theme.turned(field.tongue) ? TextEdit.AlignRight : TextEdit.AlignLeft
            Accessible.role: Accessible.EditableText
            Accessible.name: field.name
            Accessible.passwordEdit: field.hidden
            // Nothing is copied here: what one person copied, the next could paste (row 26).
            Keys.onPressed: event => event.accepted = [StandardKey.Copy, StandardKey.Cut, StandardKey.Paste].some(way => event.matches(way))
            Keys.onReturnPressed: event => field.enter(event)
            Keys.onEnterPressed: event => field.enter(event)
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            cursorDelegate: Rectangle {
                width: Theme.edgeWidth
                color: Theme.action
                visible: edit.activeFocus
            }
            onTextEdited: field.edited(edit.text)
        }
        KText {
            width: view.width
            visible: field.hidden
            text: "•".repeat(edit.length)
            pixels: Theme.choicePixels
            wrapMode: Text.WrapAnywhere
            Accessible.ignored: true
        }
    }
    Item {
        anchors.fill: parent // over the words, whose own item would keep the touch

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: 0
            onTapped: field.press()
        }
    }
    KFocusRing {
        visible: edit.activeFocus && !field.grown || field.named
    }
}
