// What every control that can be pressed shares: one name, keys, touch on release inside, and the focus ring.
import QtQuick
import Kiosk.Theme

Item {
    id: control

    required property string name // what is spoken and read; begins with the visible words
    property string hint // said last: what pressing does, where the name does not say it
    property bool named: false // a finger has just heard it: a tap presses it
    property real around: Theme.radius
    property real marginForTouch: 0
    readonly property bool down: tap.pressed

    signal pressed

    function press() {
        control.pressed();
    }
    function touch() {
        press();
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: control.name
    Accessible.description: control.hint
    Accessible.focusable: true
    Accessible.onPressAction: control.press()
    Accessible.onToggleAction: control.press()

    Keys.onPressed: event => {
        if ([Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space].includes(event.key)) {
            event.accepted = true;
            if (!event.isAutoRepeat)
                control.press();
        }
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0 // a slow press is a press
        onTapped: control.touch()
    }

    KFocusRing {
        around: control.around
        visible: control.activeFocus || control.named
        z: 1
    }
}
