/** How fast the figures are made and shown: `npm run bench:report`, or one part of it, with its size: `npm run bench:report -- facts 36`. */
import { cpus, loadavg } from 'node:os'
import { factsWritten } from './facts-written.ts'
import { reportShown } from './report-shown.ts'

/** Each prints its own table; the size is that of the promise unless told. */
const PARTS: Readonly<Record<string, (size: number | undefined) => Promise<void>>> = { facts: factsWritten, page: reportShown }

const [wanted, size] = process.argv.slice(2)
const parts = wanted === undefined ? Object.keys(PARTS) : [wanted]
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
)
for (const name of parts) {
  const part = PARTS[name]
  if (!part) throw new Error(`no part ${name}: there are ${Object.keys(PARTS).join(', ')}`)
  await part(size === undefined ? undefined : Number(size))
}
