// A field with its own words over it where a question has more than one, as day, month and year.
import QtQuick
import Kiosk.Theme

Item {
    id: labelled

    property string label
    property alias name: field.name
    property alias text: field.text
    property alias severalLines: field.severalLines
    property alias wrong: field.wrong
    property alias secret: field.secret
    property alias tongue: field.tongue
    readonly property alias lineHeight: field.lineHeight
    readonly property alias written: field.input
    readonly property string spoken: text === "" ? "" : (label ? label + ": " : "") + Theme.inTongue(field.written, field.tongue)
    property alias hidden: field.hidden
    property bool wanted: true
    property bool cell: label !== ""
    readonly property real over: label ? caption.implicitHeight : 0 // what its own words take
    readonly property int tallest: implicitHeight + (severalLines ? 4 * Theme.linePixels(Theme.choicePixels) : Theme.padding)

    signal pressed
    signal edited(string text)
    signal entered

    implicitHeight: over + field.implicitHeight

    KText {
        id: caption

        visible: labelled.label !== ""
        width: parent.width
        text: labelled.label
        color: Theme.quiet
        Accessible.ignored: true
    }
    KField {
        id: field

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.top: labelled.label ? caption.bottom : parent.top
        name: ""
        onPressed: labelled.pressed()
        onEdited: text => labelled.edited(text)
        onEntered: labelled.entered()
    }
}
