// Counts, each large over its words, as many beside one another as there is room for.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: tiles

    property var items: [] // of {value, label}
    property bool wanted: true
    readonly property real widestWords: items.reduce((most, one) => Math.max(most, Theme.measure.width(one.label, Theme.bodyPixels, 400)), 0) + 2 * Theme.padding
    readonly property int fitting: Math.max(1, Math.min(items.length, Math.floor((Theme.contentWidth + Theme.gap) / (widestWords + Theme.gap))))
    readonly property int rows: Math.ceil(items.length / fitting)
    readonly property int columns: Math.max(1, Math.ceil(items.length / Math.max(1, rows))) // no row is left with one
    readonly property bool beside: columns === 1 // the number beside its words
    readonly property int tileHeight: (beside ? Math.max(Theme.linePixels(Theme.numberPixels), Theme.linePixels(Theme.bodyPixels)) : Theme.linePixels(Theme.numberPixels) + Theme.linePixels(Theme.bodyPixels)) + 2 * Theme.tight
    readonly property string spoken: items.map(one => one.value + " " + one.label).join(", ") + "."

    implicitHeight: rows * tileHeight + (rows - 1) * Theme.gap

    Repeater {
        model: tiles.items
        delegate: Rectangle {
            id: tile

            required property var modelData
            required property int index
            readonly property real cell: (tiles.width - (tiles.columns - 1) * Theme.gap) / tiles.columns
            readonly property real place: (index % tiles.columns) * (cell + Theme.gap)

            x: Theme.mirrored ? tiles.width - cell - place : place
            y: Math.floor(index / tiles.columns) * (tiles.tileHeight + Theme.gap)
            width: cell
            height: tiles.tileHeight
            radius: Theme.radius
            color: Theme.card
            border.width: Theme.edgeWidth
            border.color: Theme.edge

            KText {
                id: number

                x: tiles.beside ? (Theme.mirrored ? tile.width - width - Theme.padding : Theme.padding) : 0
                y: tiles.beside ? (tile.height - tall) / 2 : Theme.tight
                snug: true
                width: tiles.beside ? implicitWidth : tile.width
                text: tile.modelData.value
                pixels: Theme.numberPixels
                weight: 800
                color: Theme.action
                horizontalAlignment: Text.AlignHCenter
            }
            KText {
                readonly property real start: tiles.beside ? 2 * Theme.padding + Math.max(number.width, 2 * Theme.numberPixels) : 0

                x: Theme.mirrored && tiles.beside ? 0 : start
                y: tiles.beside ? (tile.height - tall) / 2 : number.y + number.tall
                width: tile.width - start
                text: tile.modelData.label
                color: Theme.quiet
                horizontalAlignment: tiles.beside ? Text.AlignLeft : Text.AlignHCenter
            }
        }
    }
}
