// One reply: what it is about, how it stands, what was said, what was done, and why.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool cards: Theme.step < 2 && !Theme.narrow

    forwardName: qsTr("Next reply")
    hasForward: !model.last
    columns: cards ? 2 : 1
    onForward: model.forward()
    onBack: model.back()

    KStatus {
        title: page.model.heading
        tongue: page.model.headingTongue
        status: page.model.status
        icon: page.model.statusIcon
    }
    KProse {
        text: page.model.dated
        colour: Theme.quiet
        close: true
    }
    KProse {
        text: page.model.notice
        colour: Theme.quiet
        close: true
    }
    Repeater {
        model: page.cards ? page.model.parts : []
        delegate: KPanel {
            required property var modelData
            required property int index

            // The last of an odd number stands under the others, as wide as both.
            cell: index < page.model.parts.length - page.model.parts.length % 2
            icon: modelData.icon
            title: modelData.title
            words: modelData.words
            tongue: modelData.tongue
        }
    }
    KParts {
        items: page.cards ? [] : page.model.parts
    }
}
