/**
 * Serves what pages are drawn with. Under the address of its own version a browser keeps it; under any other it asks each time whether it changed, because
 * while a deployment runs a page may ask the version before.
 */
import type { Hono } from 'hono'
import type { BlankSchema, Env } from 'hono/types'
import { type StaticFile, versionOf } from '#web/static-file.ts'

const A_YEAR = 'public, max-age=31536000, immutable'

export function serveStatic<E extends Env>(app: Hono<E, BlankSchema, '/'>, files: readonly StaticFile[]): void {
  for (const file of files) {
    const version = versionOf(file)
    const etag = `"${version}"`
    app.get(file.path, (context) => {
      context.header('cache-control', context.req.query('v') === version ? A_YEAR : 'no-cache')
      context.header('etag', etag)
      if (context.req.header('if-none-match') === etag) return context.body(null, 304)
      return context.body(file.text, 200, { 'content-type': file.type })
    })
  }
}
