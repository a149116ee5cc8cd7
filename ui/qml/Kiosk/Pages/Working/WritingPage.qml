// Something to write: an idea or the next question, with what to know first; or a reference to look for.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    forwardName: model.forwardName
    forwardIcon: model.forwardIcon
    onForward: model.forward()
    onBack: model.back()

    KProse {
        heading: true
        close: true
        text: page.model.label
        pixels: Theme.headingPixels
        weight: 800
        room: Theme.bodyHeight - Theme.choiceHeight - Theme.gap
    }
    KProse {
        text: page.model.problem
        colour: Theme.stop
        weight: 700
        close: true
    }
    KProse {
        text: page.model.lines
        colour: Theme.quiet
        close: true
    }
    KLabelledField {
        label: ""
        name: page.model.label
        text: page.model.text
        severalLines: page.model.several
        wrong: page.model.problem !== ""
        onPressed: page.model.typeIn()
        onEntered: page.model.typeIn()
        onEdited: text => page.model.put(text)
    }
}
