/** Changes when any file of the templates' folder has changed, was added or was removed. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export function templatesStamp(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const { mtimeMs, size } = statSync(join(folder, name))
        return `${name}:${mtimeMs}:${size}`
      })
      .join('|')
  } catch {
    // A file was removed while this read the folder: the result differs in any case.
    return `unreadable at ${folder}`
  }
}
