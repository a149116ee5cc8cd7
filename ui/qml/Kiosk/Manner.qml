// What the resident chose, and the panel: Theme knows it before anything is drawn, so that nothing is laid out twice.
import QtQuick
import Kiosk.Theme

Item {
    id: manner

    required property var look
    required property var measure

    Binding {
        target: Theme
        property: "size"
        value: manner.look.size
    }
    Binding {
        target: Theme
        property: "colours"
        value: manner.look.colours
    }
    Binding {
        target: Theme
        property: "script"
        value: manner.look.script
    }
    Binding {
        target: Theme
        property: "mirrored"
        value: manner.look.mirrored
    }
    Binding {
        target: Theme
        property: "tongues"
        value: manner.look.tongues
    }
    Binding {
        target: Theme
        property: "digits"
        value: manner.look.digits
    }
    Binding {
        target: Theme
        property: "pxPerMm"
        value: manner.look.pxPerMm
    }
    Binding {
        target: Theme
        property: "measure"
        value: manner.measure
    }
    // As large as the window will be: from then on Main.qml says so.
    Component.onCompleted: {
        Theme.pageWidth = manner.width;
        Theme.pageHeight = manner.height;
    }
}
