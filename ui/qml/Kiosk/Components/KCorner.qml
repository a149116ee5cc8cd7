// The team's door, at the start of the top bar: three touches one after another, or one press by key or screen reader.
import QtQuick
import Kiosk.Theme

KPressable {
    id: corner

    property int touches: 0

    function touch() {
        touches += 1;
        forget.restart();
        if (touches < 3)
            return;
        touches = 0;
        press();
    }

    around: Theme.radius

    Timer {
        id: forget

        interval: 2000
        onTriggered: corner.touches = 0
    }
}
