/** The style and the picture of the staff app. */
import { STAFF_CSS, STAFF_ICON } from '#web/staff/style.ts'
import type { StaticFile } from '#web/static-file.ts'

export const STAFF_STYLE: StaticFile = { path: '/staff.css', type: 'text/css; charset=utf-8', text: STAFF_CSS }
export const STAFF_PICTURE: StaticFile = { path: '/staff.svg', type: 'image/svg+xml', text: STAFF_ICON }
