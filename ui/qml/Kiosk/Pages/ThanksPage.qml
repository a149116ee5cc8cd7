// Saved: the reference, large; what happens next; and the way to a clean screen.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    // The reference with its code beside it, and with what happens next, as far as a page holds them.
    readonly property bool together: Math.max(reference.bareHeight, code.implicitHeight) <= Theme.bodyHeight
    readonly property bool whole: together && reference.fullHeight <= Theme.bodyHeight
    readonly property string caption: qsTr("Take a photo, or ask us to write it on a card.")
    readonly property string nextHeading: model.steps.length ? qsTr("What happens next") : ""

    hasBack: false
    forwardName: qsTr("Finish and clear")
    forwardIcon: "done"
    forwardKind: "finish"
    sideName: model.moreName
    sideIcon: model.moreIcon
    columns: 1
    onForward: model.finish()
    onSide: model.more()

    Item {
        id: both

        property bool wanted: page.together
        readonly property string spoken: reference.spoken + "\n" + page.caption

        width: Theme.contentWidth
        implicitHeight: Math.max(reference.implicitHeight, code.implicitHeight)

        KReference {
            id: reference

            x: Theme.mirrored ? both.width - width : 0
            width: both.width * 0.68
            height: both.height
            heading: alone.heading
            line: alone.line
            groups: page.model.groups
            spelled: page.model.spelled
            steps: page.model.steps
            stepped: page.whole
            stepsHeading: page.nextHeading
        }
        KQrCard {
            id: code

            x: Theme.mirrored ? 0 : both.width - width
            width: both.width - reference.width - Theme.gap
            height: both.height
            upright: true
            text: page.model.sentence
            caption: page.caption
        }
    }
    KReference {
        id: alone

        property bool wanted: !page.together

        heading: qsTr("Thank you. It is saved.")
        line: page.model.line
        groups: page.model.groups
        spelled: page.model.spelled
    }
    KQrCard {
        property bool wanted: !page.together

        text: page.model.sentence
        caption: page.caption
    }
    KProse {
        heading: true
        close: true
        text: page.whole ? "" : page.nextHeading
        pixels: Theme.choicePixels
        weight: 700
    }
    Repeater {
        model: page.whole ? [] : page.model.steps
        delegate: KStep {
            required property string modelData
            required property int index

            number: index + 1
            text: modelData
        }
    }
    KButton {
        property bool wanted: page.model.voice.listening
        readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)

        name: qsTr("Spell my reference")
        hint: qsTr("A word for each letter.")
        icon: "listen"
        pixels: Theme.bodyPixels
        onPressed: page.model.spell()
    }
}
