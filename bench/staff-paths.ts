/** The paths that the bench asks for: every page that the app itself lists, with an id of the filled company; a page added later fails until it has one. */
import { mayDo, ROLES, type Role } from '#core/staff/role.ts'
import { type KnownIds, nameOf, pathOf, type WalkedRoute } from '#test/functions/staff/walked-routes.ts'

interface MeasuredPath {
  readonly path: string
  readonly role: Role
}

/** No pages: a customer's mail as it came and a file of a case, each one object of S3. Pages of a case that the filled company has none of; what `npm run bench:report` measures; and a workbook, which the function that draws makes. */
const LEFT_OUT = [
  'GET /listening/mail',
  'GET /work/:id/files/:sha256',
  'GET /work/:id/similar',
  'GET /work/:id/write',
  'GET /report/handed-in/:handed',
  'GET /report/charts/:chart',
  'GET /report/files/:file',
  'GET /budgets/:id/files/budget.xlsx',
]

interface Asked {
  readonly ids: KnownIds
  /** More ways to ask for a page, by its route: other ids, searches, filters. */
  readonly also: Readonly<Record<string, readonly string[]>>
}

export function measuredPaths(routes: readonly WalkedRoute[], { ids, also }: Asked): readonly MeasuredPath[] {
  return routes
    .filter(({ method, asks }) => method === 'GET' && asks.length > 0)
    .filter((route) => !LEFT_OUT.includes(nameOf(route)))
    .flatMap((route) => {
      const role = ROLES.find((each) => route.asks.every((permission) => mayDo(each, permission)))
      if (role === undefined) throw new Error(`no role may open ${nameOf(route)}`)
      const path = pathOf(route, ids)
      if (path.includes('nothing-there')) throw new Error(`${nameOf(route)} needs an id here`)
      return [path, ...(also[route.path] ?? [])].map((each) => ({ path: each, role }))
    })
}
