// Where files may be dropped on a page: a frame shows it while something is held over it.
import QtQuick
import Kiosk.Theme

DropArea {
    id: area

    signal taken(var urls)

    anchors.fill: parent
    keys: ["text/uri-list"]
    onDropped: drop => {
        drop.accept(Qt.CopyAction);
        area.taken(drop.urls.map(url => url.toString()));
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.tight
        visible: area.containsDrag
        color: "transparent"
        radius: Theme.padding
        border.width: Theme.focusWidth
        border.color: Theme.focus
    }
}
