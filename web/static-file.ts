/** What pages are drawn with: a style, a script, a picture. Their address says what is in it, so a browser keeps each until another comes. */
import { stableHash } from '#core/customer/stable-hash.ts'

export interface StaticFile {
  readonly path: string
  readonly type: string
  readonly text: string
}

export const versionOf = ({ text }: StaticFile): string => stableHash(text).toString(36)

/** With the version of its content: a file that changed has another address. */
export const staticAddress = (file: StaticFile): string => `${file.path}?v=${versionOf(file)}`
