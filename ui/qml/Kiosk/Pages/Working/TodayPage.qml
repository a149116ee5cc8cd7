// Today so far: what was asked, how many have answered, and a bar a choice with its number in words.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    hasForward: false
    onBack: model.back()

    KProse {
        heading: true
        close: true
        text: page.model.question
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.line
        colour: Theme.quiet
    }
    Repeater {
        model: page.model.bars
        delegate: KBar {
            required property var modelData

            label: modelData.label
            figure: modelData.figure
            share: modelData.share
        }
    }
}
