/** Schedules, their groups, the invocations under way and the client tokens already seen, kept on disk. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Instant } from '#core/time/instant.ts'
import { type ScheduleDefinition, ScheduleDefinitionSchema, TargetSchema } from '#local/aws/scheduler/schedule-input.ts'
import { allRows, inTransaction, oneRow, openDatabase } from '#local/aws/sqlite.ts'

const TABLES = `
  CREATE TABLE IF NOT EXISTS schedule_groups (name TEXT PRIMARY KEY, created TEXT NOT NULL, modified TEXT NOT NULL, tags TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS schedules (
    group_name TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL, definition TEXT NOT NULL,
    created TEXT NOT NULL, modified TEXT NOT NULL, next_due TEXT, PRIMARY KEY (group_name, name));
  CREATE INDEX IF NOT EXISTS schedules_by_due ON schedules (next_due) WHERE next_due IS NOT NULL;
  CREATE TABLE IF NOT EXISTS invocations (
    execution_id TEXT PRIMARY KEY, group_name TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
    scheduled_time TEXT NOT NULL, attempt INTEGER NOT NULL, due TEXT NOT NULL, target TEXT NOT NULL, removes INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS invocations_by_due ON invocations (due);
  CREATE TABLE IF NOT EXISTS client_tokens (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, operation TEXT NOT NULL, token TEXT NOT NULL, request TEXT NOT NULL, output TEXT NOT NULL,
    UNIQUE (operation, token));
`

const asJson = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)))

const StoredScheduleSchema = z.object({
  group_name: z.string(),
  name: z.string(),
  version: z.string(),
  definition: asJson(ScheduleDefinitionSchema),
  created: z.string(),
  modified: z.string(),
  next_due: z.string().nullable(),
})
export type StoredSchedule = z.infer<typeof StoredScheduleSchema>

const InvocationSchema = z.object({
  execution_id: z.string(),
  group_name: z.string(),
  name: z.string(),
  version: z.string(),
  scheduled_time: z.string(),
  attempt: z.number(),
  due: z.string(),
  target: asJson(TargetSchema),
  /** Whether a successful delivery completes the schedule and removes it. */
  removes: z.number().transform((flag) => flag === 1),
})
export type Invocation = z.infer<typeof InvocationSchema>

const DueSchema = z.object({ due: z.string().nullable() })
const TokenSchema = z.object({ request: z.string(), output: z.string() })

/** Tokens are for retries of one call; the SDK sends one with every call, so only the latest are kept. */
const TOKENS_KEPT = 10_000

export type ScheduleStore = ReturnType<typeof openScheduleStore>

export function openScheduleStore({ folder, now }: { folder: string | null; now: Instant }) {
  const db = openDatabase({ folder, name: 'scheduler', schema: TABLES })
  db.prepare("INSERT OR IGNORE INTO schedule_groups VALUES ('default', ?, ?, '[]')").run(now, now)
  return {
    transaction: <T>(work: () => T): T => inTransaction(db, work),
    close: () => db.close(),
    ...dueTimes(db),
    ...groups(db),
    ...schedules(db),
    ...invocations(db),
    ...tokens(db),
  }
}

/** Asked before every step of time: without reading what is due. */
function dueTimes(db: DatabaseSync) {
  const earliest = db.prepare(
    'SELECT min(due) AS due FROM (SELECT min(due) AS due FROM invocations UNION ALL SELECT min(next_due) FROM schedules WHERE next_due IS NOT NULL)',
  )
  return { earliestDue: (): Instant | undefined => oneRow(DueSchema, earliest)?.due ?? undefined }
}

function groups(db: DatabaseSync) {
  const one = db.prepare('SELECT name FROM schedule_groups WHERE name = ?')
  const put = db.prepare("INSERT OR REPLACE INTO schedule_groups (name, created, modified, tags) VALUES (?, ?, ?, '[]')")
  return {
    hasGroup: (name: string): boolean => one.get(name) !== undefined,
    putGroup: ({ name, created }: { name: string; created: Instant }) => void put.run(name, created, created),
  }
}

function schedules(db: DatabaseSync) {
  const one = db.prepare('SELECT * FROM schedules WHERE group_name = ? AND name = ?')
  const put = db.prepare(
    'INSERT OR REPLACE INTO schedules (group_name, name, version, state, definition, created, modified, next_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const remove = db.prepare('DELETE FROM schedules WHERE group_name = ? AND name = ?')
  const setDue = db.prepare('UPDATE schedules SET next_due = ? WHERE group_name = ? AND name = ?')
  const dueAt = db.prepare('SELECT * FROM schedules WHERE next_due = ? ORDER BY rowid')
  return {
    schedule: (groupName: string, name: string): StoredSchedule | undefined => oneRow(StoredScheduleSchema, one, groupName, name),
    putSchedule: ({ version, definition, created, modified, nextDue }: NewSchedule) =>
      void put.run(
        definition.GroupName,
        definition.Name,
        version,
        definition.State,
        JSON.stringify(definition),
        created,
        modified,
        nextDue ?? null,
      ),
    removeSchedule: (groupName: string, name: string) => void remove.run(groupName, name),
    setNextDue: ({ group_name, name }: StoredSchedule, due: Instant | undefined) =>
      void setDue.run(due ?? null, group_name, name),
    schedulesDueAt: (due: Instant): readonly StoredSchedule[] => allRows(StoredScheduleSchema, dueAt, due),
  }
}

interface NewSchedule {
  readonly version: string
  readonly definition: ScheduleDefinition
  readonly created: Instant
  readonly modified: Instant
  readonly nextDue: Instant | undefined
}

function invocations(db: DatabaseSync) {
  const put = db.prepare('INSERT OR REPLACE INTO invocations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM invocations WHERE execution_id = ?')
  const dueAt = db.prepare('SELECT * FROM invocations WHERE due = ? ORDER BY rowid')
  return {
    putInvocation: (made: Invocation) =>
      void put.run(
        made.execution_id,
        made.group_name,
        made.name,
        made.version,
        made.scheduled_time,
        made.attempt,
        made.due,
        JSON.stringify(made.target),
        made.removes ? 1 : 0,
      ),
    removeInvocation: ({ execution_id }: Invocation) => void remove.run(execution_id),
    invocationsDueAt: (due: Instant): readonly Invocation[] => allRows(InvocationSchema, dueAt, due),
  }
}

function tokens(db: DatabaseSync) {
  const one = db.prepare('SELECT request, output FROM client_tokens WHERE operation = ? AND token = ?')
  const put = db.prepare('INSERT INTO client_tokens (operation, token, request, output) VALUES (?, ?, ?, ?)')
  const prune = db.prepare('DELETE FROM client_tokens WHERE seq <= (SELECT max(seq) FROM client_tokens) - ?')
  return {
    seenToken: (operation: string, token: string) => oneRow(TokenSchema, one, operation, token),
    keepToken: ({ operation, token, request, output }: { operation: string; token: string; request: string; output: string }) => {
      put.run(operation, token, request, output)
      prune.run(TOKENS_KEPT)
    },
  }
}
