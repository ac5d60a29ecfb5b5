/** Who is signed in, and to whom each address was bound at the first sign-in, in DynamoDB. Expired sessions go when their person signs in again. */
import * as z from 'zod'
import { absent } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { Session, SessionStore, SubjectStore } from '#app/ports/staff.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const sessionsOf = (address: string) => `session#${address}`

export function dynamoSessionStore(table: DynamoTable): SessionStore {
  const all = async (address: string) =>
    (await queryAll(table, { partition: { attribute: 'scope', is: sessionsOf(address) } })).map(sessionOf)
  const end = async ({ address, sessionId }: Pick<Session, 'address' | 'sessionId'>) =>
    void (await deleteRow(table, { scope: sessionsOf(address), item: sessionId }))
  return {
    begin: async ({ sessionId, ...session }) => {
      for (const old of await all(session.address)) if (old.expiresAt <= session.startedAt) await end(old)
      await putRow(table, { scope: sessionsOf(session.address), item: sessionId, ...session })
    },
    get: async ({ address, sessionId }) => {
      const row = await getRow(table, { scope: sessionsOf(address), item: sessionId })
      return row && sessionOf(row)
    },
    end,
    endAll: async (address) => {
      for (const session of await all(address)) await end(session)
    },
  }
}

function sessionOf(row: Row): Session {
  const { item, ...session } = readAs(SessionRow, row, 'a session')
  return { sessionId: item, ...session }
}

const SessionRow = z.object({
  item: z.string(),
  address: z.string(),
  startedAt: InstantSchema,
  expiresAt: InstantSchema,
  addressSince: LocalDateSchema.optional(),
})

const subjectsOf = (address: string) => `subject#${address}`

export function dynamoSubjectStore(table: DynamoTable): SubjectStore {
  return {
    bind: async ({ issuer, address, subject, at, addressSince }) => {
      const item = addressSince === undefined ? joined(issuer) : joined(issuer, addressSince)
      const key = { scope: subjectsOf(address), item }
      if ((await putRow(table, { ...key, subject, boundAt: at }, absent('scope'))) === 'written') return subject
      return readAs(SubjectRow, await getRow(table, key), 'the subject of an address').subject
    },
    forget: async (address) => {
      const rows = await queryAll(table, { partition: { attribute: 'scope', is: subjectsOf(address) } })
      for (const { scope, item } of rows) await deleteRow(table, { scope: String(scope), item: String(item) })
    },
  }
}

const SubjectRow = z.object({ subject: z.string() })
