/** The instant up to which sample customers have carried out their acts. Only this must survive a restart, because the acts follow from the mails. */
import { z } from 'zod'
import { DAY_MS, type Instant, later, plusMs } from '#core/time/instant.ts'
import { oneRow, openDatabase } from '#local/aws/sqlite.ts'

const Row = z.object({ until: z.string() })

/** Acts of the last day are made up for. Older acts, and acts from before the listeners first ran, are dropped. */
const MADE_UP_MS = DAY_MS

export function openListenedUntil({ folder, now }: { readonly folder: string | null; readonly now: Instant }) {
  const db = openDatabase({
    folder,
    name: 'listeners',
    schema: 'CREATE TABLE IF NOT EXISTS listened (id INTEGER PRIMARY KEY, until TEXT NOT NULL)',
  })
  db.prepare('INSERT OR IGNORE INTO listened (id, until) VALUES (1, ?)').run(now)
  const keep = db.prepare('UPDATE listened SET until = ? WHERE id = 1')
  const kept = oneRow(Row, db.prepare('SELECT until FROM listened WHERE id = 1'))?.until ?? now
  let until = later(kept, plusMs(now, -MADE_UP_MS))
  return {
    get: () => until,
    set(instant: Instant) {
      keep.run(instant)
      until = instant
    },
    close: () => db.close(),
  }
}
