// An icon of the family, in one colour, drawn sharp at its size. Decoration: the words beside it are what is read.
import QtQuick
import Kiosk.Theme

Image {
    property string name
    property color tint: Theme.ink
    property int extent: Theme.mm(6)
    property bool directed: false // arrows point the other way on a mirrored page

    source: name && visible ? "image://icon/" + name + "/" + tint.toString().slice(1) : ""
    width: extent
    height: extent
    sourceSize: Qt.size(extent, extent)
    mirror: directed && Theme.mirrored
    Accessible.ignored: true
}
