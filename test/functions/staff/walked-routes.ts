/** The routes of a staff app with what guards them, read from the app itself: a route that is added later is among them without a word here. */

import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import type { Permission } from '#core/staff/role.ts'
import type { StaffApp } from '#functions/staff/staff-app.ts'
import { permissionAsked } from '#functions/staff/visit/guard.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'

export interface WalkedRoute {
  readonly method: string
  readonly path: string
  /** The permissions that its guards ask for, in order. */
  readonly asks: readonly Permission[]
}

/** `GET /campaigns/:id` */
export const nameOf = ({ method, path }: Pick<WalkedRoute, 'method' | 'path'>): string => `${method} ${path}`

/** Without the middleware in front of every route. */
export function routesOf(app: Pick<StaffApp, 'routes'>): readonly WalkedRoute[] {
  const found = new Map<string, WalkedRoute>()
  for (const { method, path, handler } of app.routes) {
    if (path === '/*') continue
    const known = found.get(nameOf({ method, path })) ?? { method, path, asks: [] }
    const asked = permissionAsked(handler)
    found.set(nameOf(known), { ...known, asks: asked === undefined ? known.asks : [...known.asks, asked] })
  }
  return [...found.values()]
}

/** What exists in the tables that are walked over: an `:id` by the whole path where that is named, else by its first part; another part by the path and its name, else by its name. Any other is one that nothing has. */
export type KnownIds = Readonly<Record<string, string>>

/** A path that the route takes: `:again{plan|send}` is `plan`, `:id` what is known, everything else a name. */
export function pathOf({ path }: Pick<WalkedRoute, 'path'>, ids: KnownIds): string {
  const [, first = ''] = path.split('/')
  return path.replace(/:(\w+)(\{([^}]+)\})?\??/g, (_, name: string, _braces, choice: string | undefined) => {
    if (choice?.includes('|')) return choice.split('|')[0] ?? ''
    return encodeURIComponent(
      (name === 'id' ? (ids[path] ?? ids[first]) : (ids[`${path} ${name}`] ?? ids[name])) || 'nothing-there',
    )
  })
}

/** Every row of every table, to be compared, but the counts of who was turned away. Sessions are rows too: take it when everybody is signed in. */
export async function allRows(client: DynamoDBClient): Promise<readonly string[]> {
  const rows: string[] = []
  for (const TableName of Object.values(LOCAL_TABLES)) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
      for (const item of Items.filter(({ scope }) => !scope?.S?.startsWith('refused#')))
        rows.push(`${TableName} ${JSON.stringify(item, inOrder)}`)
  }
  return rows.toSorted()
}

/** An engine gives the fields of a map in any order. */
const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted())
    : value
