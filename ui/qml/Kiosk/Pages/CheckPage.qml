// Check your answers: each with Change, which brings the question back as it was answered (row 30).
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    forwardName: model.forwardName
    forwardIcon: model.forwardIcon
    backName: model.backName
    onForward: model.forward()
    onBack: model.back()

    KProse {
        heading: true
        close: true
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.line
        colour: Theme.quiet
    }
    KDetailsAloud {
        asked: page.model.personal
        voice: page.model.voice
    }
    Repeater {
        model: page.model.rows
        delegate: KAnswer {
            required property var modelData

            label: modelData.label
            answer: modelData.answer
            changeable: modelData.path !== ""
            secret: modelData.secret && !page.model.voice.details
            onChange: page.model.change(modelData.path)
        }
    }
}
