// Carry on at home: an address to scan or to write down, the same for everybody.
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
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.lines
        pixels: Theme.choicePixels
    }
    KQrCard {
        text: page.model.address
        caption: page.model.address
    }
}
