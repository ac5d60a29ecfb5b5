/** Changes when any file of the templates' folder has changed, come or gone. */
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
    // A file went while we looked: what is left is a change in any case.
    return `unreadable at ${folder}`
  }
}
