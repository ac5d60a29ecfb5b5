/** The style and the script of the customers' pages. */
import { FILE_SIZE_SCRIPT } from '#web/customer/file-size-script.ts'
import { PAGE_CSS } from '#web/customer/page-style.ts'
import type { StaticFile } from '#web/static-file.ts'

export const PAGE_STYLE: StaticFile = { path: '/page.css', type: 'text/css; charset=utf-8', text: PAGE_CSS }
export const FILE_SIZE: StaticFile = { path: '/file-size.js', type: 'text/javascript; charset=utf-8', text: FILE_SIZE_SCRIPT }
