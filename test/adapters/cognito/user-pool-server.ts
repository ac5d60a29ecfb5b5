/** A user pool that speaks Cognito's protocol on loopback: as much of it as keeps the accounts of staff, with its paging, its errors and its throttle. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { cognitoClient } from '#adapters/cognito/staff-accounts.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'

export const POOL_ID = 'ap-southeast-1_Care00001'

export interface PoolUser {
  readonly username: string
  readonly attributes: Readonly<Record<string, string>>
  enabled: boolean
}

class Refusal extends Error {
  readonly type: string
  constructor(type: string) {
    super(type)
    this.type = type
  }
}

const Request = z.looseObject({
  UserPoolId: z.literal(POOL_ID),
  Username: z.string().optional(),
  UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  MessageAction: z.string().optional(),
  TemporaryPassword: z.undefined().optional(),
  Limit: z.int().min(1).max(60).default(60),
  PaginationToken: z.string().optional(),
})
type Request = z.infer<typeof Request>

/** `perPage`: Cognito may give fewer than asked for. */
export async function userPool({ perPage = 2 } = {}) {
  const users: PoolUser[] = []
  const calls: string[] = []
  /** Answers to come instead of the true ones: an operation, or an operation on one user. */
  const refusals: { readonly on: string; readonly type: string; times: number }[] = []

  let listed = () => {}

  const named = (name = ''): PoolUser => {
    // By the pool's own name, or by the address, whatever its case.
    const user = users.find(({ username, attributes }) => username === name || attributes.email === name.toLowerCase())
    if (!user) throw new Refusal('UserNotFoundException')
    return user
  }
  const operations: Readonly<Record<string, (request: Request) => object>> = {
    ListUsers: ({ Limit, PaginationToken = '0' }) => {
      const [from, size] = [Number(PaginationToken), Math.min(Limit, perPage)]
      const next = from + size < users.length ? { PaginationToken: String(from + size) } : {}
      const page = { Users: users.slice(from, from + size).map(shown), ...next }
      listed()
      return page
    },
    AdminCreateUser: ({ Username = '', UserAttributes, MessageAction }) => {
      if (MessageAction !== 'SUPPRESS') throw new Refusal('an invitation would be mailed')
      if (users.some(({ attributes }) => attributes.email === Username.toLowerCase()))
        throw new Refusal('UsernameExistsException')
      const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
      const user = { username: randomUUID(), attributes, enabled: true }
      users.push(user)
      return { User: shown(user) }
    },
    AdminEnableUser: ({ Username }) => set(named(Username), true),
    AdminDisableUser: ({ Username }) => set(named(Username), false),
    AdminUserGlobalSignOut: ({ Username }) => named(Username) && {},
    AdminDeleteUser: ({ Username }) => {
      users.splice(users.indexOf(named(Username)), 1)
      return {}
    },
  }

  const answer = (operation: string, request: Request): object => {
    const user = request.Username ?? ''
    const address = users.find(({ username }) => username === user)?.attributes.email ?? user
    calls.push(address === '' ? operation : `${operation} ${address}`)
    const refusal = refusals.find(({ on, times }) => times > 0 && (on === operation || on === `${operation} ${address}`))
    if (refusal) {
      refusal.times--
      throw new Refusal(refusal.type)
    }
    const act = operations[operation]
    if (!act) throw new Refusal('UnknownOperationException')
    return act(request)
  }

  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).replace('AWSCognitoIdentityProviderService.', '')
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    try {
      send(200, answer(operation, Request.parse(JSON.parse(Buffer.concat(chunks).toString()))))
    } catch (error) {
      const type = error instanceof Refusal ? error.type : 'InvalidParameterException'
      send(400, { __type: type, message: String(error) })
    }
  })
  const running = await listenOnLoopback(server, 0)
  onTestFinished(running.stop)
  const client = cognitoClient({
    endpoint: running.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  onTestFinished(() => client.destroy())
  return {
    client,
    users,
    calls,
    refuse: (on: string, type: string, times = Number.POSITIVE_INFINITY) => void refusals.push({ on, type, times }),
    /** What somebody else does as soon as the accounts were listed. */
    onceListed: (act: () => void) => {
      listed = act
    },
    /** `address in` or `address out` of each, in order of address. */
    standing: () => users.map(({ attributes, enabled }) => `${attributes.email} ${enabled ? 'in' : 'out'}`).toSorted(),
  }
}

const set = (user: PoolUser, enabled: boolean): object => {
  user.enabled = enabled
  return {}
}

const shown = ({ username, attributes, enabled }: PoolUser): object => ({
  Username: username,
  Enabled: enabled,
  UserStatus: 'CONFIRMED',
  Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
})
