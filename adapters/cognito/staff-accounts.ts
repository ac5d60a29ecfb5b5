/**
 * The accounts of staff in a user pool: one for each address of the roster, and none but those enabled. No password is ever set: staff sign in with a
 * code to that address or with a passkey.
 */
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  paginateListUsers,
  UsernameExistsException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider'
import { eachBounded } from '#app/each-bounded.ts'
import type { AccountChanges, StaffAccounts } from '#app/ports/staff.ts'
import { staffAddress } from '#core/staff/roster.ts'

/** Cognito takes some 25 such calls a second for a whole account, so a large roster is throttled at times and tried again. */
export const cognitoClient = (config: CognitoIdentityProviderClientConfig = {}): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({ maxAttempts: 8, ...config })

/** The most that ListUsers gives. */
const USERS_PER_PAGE = 60
const CALLS_AT_ONCE = 4

interface UserPool {
  readonly client: CognitoIdentityProviderClient
  readonly userPoolId: string
}

type Person = Parameters<StaffAccounts['keepOnly']>[0][number]

interface Account {
  readonly address: string
  /** Cognito's own name of the account. */
  readonly username: string
  readonly isEnabled: boolean
}

export const cognitoStaffAccounts = (pool: UserPool): StaffAccounts => ({
  keepOnly: async (people) => {
    const accounts = await allAccounts(pool)
    const known = new Map(accounts.map((account) => [account.address, account]))
    const staying = new Set(people.map(({ address }) => address))
    const changes = { created: 0, enabled: 0, disabled: 0, failed: [] as AccountChanges['failed'][number][] }
    /** One account that cannot be changed keeps no other from it. */
    const each = <Item extends { readonly address: string }>(items: readonly Item[], act: (item: Item) => Promise<void>) =>
      eachBounded(items, {
        limit: CALLS_AT_ONCE,
        act: async (item) => {
          try {
            await act(item)
          } catch (error) {
            changes.failed.push({ address: item.address, because: error instanceof Error ? error.name : String(error) })
          }
        },
      })
    const enable = async (username: string) => {
      await pool.client.send(new AdminEnableUserCommand({ UserPoolId: pool.userPoolId, Username: username }))
      changes.enabled++
    }
    // First the people who must be out: what fails or breaks off afterwards leaves none of them in.
    await each(
      accounts.filter(({ address, isEnabled }) => isEnabled && !staying.has(address)),
      async ({ username }) => {
        await disable(pool, username)
        changes.disabled++
      },
    )
    await each(
      people.filter(({ address }) => !known.has(address)),
      async (person) => {
        if ((await create(pool, person)) === 'created') changes.created++
        else await enable(person.address)
      },
    )
    await each(
      accounts.filter(({ address, isEnabled }) => !isEnabled && staying.has(address)),
      ({ username }) => enable(username),
    )
    return changes
  },
})

async function allAccounts({ client, userPoolId }: UserPool): Promise<readonly Account[]> {
  const accounts: Account[] = []
  for await (const { Users = [] } of paginateListUsers({ client, pageSize: USERS_PER_PAGE }, { UserPoolId: userPoolId }))
    accounts.push(...Users.map(accountOf))
  return accounts
}

/** An account without an address belongs to no person of the roster. */
function accountOf({ Username = '', Enabled = true, Attributes = [] }: UserType): Account {
  const written = Attributes.find(({ Name }) => Name === 'email')?.Value ?? ''
  return { address: staffAddress(written), username: Username, isEnabled: Enabled }
}

/** Without a password, in a pool where codes by mail are a first factor, the account is confirmed at once. No mail tells of it: the company does. */
async function create({ client, userPoolId }: UserPool, { name, address }: Person): Promise<'created' | 'there'> {
  try {
    await client.send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: address,
        UserAttributes: [
          { Name: 'email', Value: address },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: name },
        ],
        MessageAction: 'SUPPRESS',
      }),
    )
    return 'created'
  } catch (error) {
    // Made by another publication since the list was read.
    if (error instanceof UsernameExistsException) return 'there'
    throw error
  }
}

async function disable({ client, userPoolId }: UserPool, username: string): Promise<void> {
  const user = { UserPoolId: userPoolId, Username: username }
  await client.send(new AdminDisableUserCommand(user))
  await client.send(new AdminUserGlobalSignOutCommand(user))
}
