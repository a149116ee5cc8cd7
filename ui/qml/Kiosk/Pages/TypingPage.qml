// While typing: the field and the keys, nothing else. Done closes the keys and brings back the question.
import QtQuick
import Kiosk.Theme
import Kiosk.Components

FocusScope {
    id: typing

    required property var model // what is typed, and the keys

    signal arrived(string spoken)

    function restart() {
        field.text = model.text;
        field.cursorPosition = field.text.length;
        field.input.forceActiveFocus();
        announce.restart();
    }
    function press(key: var) {
        const input = field.input;
        if (key.act === "")
            input.insert(input.cursorPosition, key.text);
        else if (key.act === "backspace")
            input.remove(input.cursorPosition - 1, input.cursorPosition);
        else if (key.act === "left" || key.act === "right")
            input.cursorPosition += (key.act === "left") === Theme.mirrored ? 1 : -1;
        else if (key.act === "undo")
            input.undo();
        else if (key.act === "done")
            model.done();
        if (key.act === "done")
            return;
        model.pressed(key);
        model.write(field.text);
    }

    function stepOut(): bool {
        model.done();
        return true;
    }

    anchors.fill: parent
    Component.onCompleted: restart()

    Timer {
        id: announce

        interval: 0
        onTriggered: typing.arrived([qsTr("Type your answer."), typing.model.label, field.written, qsTr("Press Done when you have finished.")].join("\n"))
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    KText {
        id: label

        readonly property real roomForBoth: typing.height - keys.leastHeight - implicitHeight - field.least - Theme.tight - 3 * Theme.gap

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.gap
        visible: roomForBoth >= 0
        height: visible ? implicitHeight : 0
        text: typing.model.label
        weight: 700
    }
    KField {
        id: field

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: label.visible ? label.bottom : parent.top
        anchors.bottom: keys.top
        anchors.margins: Theme.margin
        anchors.topMargin: label.visible ? Theme.tight : Theme.gap
        anchors.bottomMargin: Theme.gap
        readonly property real least: Theme.linePixels(Theme.choicePixels) + 2 * Theme.padding
        readonly property real liked: least + (severalLines ? 2 : 0) * Theme.linePixels(Theme.choicePixels)

        name: typing.model.label
        severalLines: typing.model.severalLines
        hidden: typing.model.hidden
        secret: typing.model.hushed
        grown: true
        onEdited: text => typing.model.write(text)
        onEntered: typing.model.done()
    }
    KKeyboard {
        id: keys

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.step > 2 ? Theme.gap : Theme.margin // the largest letters need each millimetre
        anchors.bottomMargin: Theme.gap
        height: implicitHeight
        rows: typing.model.rows
        room: typing.height - (label.visible ? label.height + Theme.tight : 0) - field.liked - 3 * Theme.gap
        onKeyPressed: key => typing.press(key)
    }
}
