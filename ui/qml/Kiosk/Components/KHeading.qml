// The heading of a page: what is asked, or what the page is about.
import QtQuick
import Kiosk.Theme

KText {
    pixels: Theme.headingPixels
    weight: 800
    level: true

    Accessible.role: Accessible.Heading
}
