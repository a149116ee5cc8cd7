// The yes to hearing one's own details (row 10): offered to whoever listens, where there are any.
import QtQuick
import Kiosk.Theme

KButton {
    id: button

    property bool asked: false // there are details here
    required property var voice
    property bool wanted: asked && voice.listening
    property bool close: true
    readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)

    name: qsTr("Read my details aloud")
    hint: qsTr("Others may hear.")
    icon: voice.details ? "check-filled" : "check-empty"
    pixels: Theme.bodyPixels
    Accessible.checkable: true
    Accessible.checked: voice.details
    onPressed: voice.readDetails()
}
