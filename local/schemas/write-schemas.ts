/** Writes campaigns/schema/: run it after a change of what marketing may write (`npm run schemas`). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { jsonSchemas } from '#local/schemas/json-schemas.ts'

const folder = resolve(import.meta.dirname, '../../campaigns/schema')
mkdirSync(folder, { recursive: true })
for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text)
