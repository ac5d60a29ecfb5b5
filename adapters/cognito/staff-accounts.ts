/**
 * The accounts of staff in a user pool: one for each person of the roster, and none but those enabled. No password is ever set: staff sign in with a
 * code to that address or with a passkey. So this adapter makes an account anew, at no cost but the passkey, whenever it may
 * have been another person's: Cognito would let in whoever registered a passkey with the old one before.
 */
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  paginateListUsers,
  UserNotFoundException,
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
  readonly addressSince: string | undefined
}

/** The pool's own attribute, set when an account is made. */
const ADDRESS_SINCE = 'custom:address_since'

export const cognitoStaffAccounts = (pool: UserPool): StaffAccounts => ({
  keepOnly: async (people, { beforeMaking }) => {
    const accounts = await allAccounts(pool)
    const known = new Map(accounts.map((account) => [account.address, account]))
    const staying = new Map(people.map((person) => [person.address, person]))
    const changes = { created: 0, renewed: 0, disabled: 0, failed: [] as AccountChanges['failed'][number][] }
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
    const make = async (person: Person) => {
      await beforeMaking(person.address)
      await create(pool, person)
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
      accounts.flatMap(({ username, isEnabled, address, addressSince }) => {
        const person = staying.get(address)
        return person && (!isEnabled || addressSince !== person.addressSince) ? [{ ...person, username }] : []
      }),
      async ({ username, ...person }) => {
        await remove(pool, username)
        await make(person)
        changes.renewed++
      },
    )
    await each(
      people.filter(({ address }) => !known.has(address)),
      async (person) => {
        await make(person)
        changes.created++
      },
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
  const written = (name: string) => Attributes.find(({ Name }) => Name === name)?.Value
  return {
    address: staffAddress(written('email') ?? ''),
    username: Username,
    isEnabled: Enabled,
    addressSince: written(ADDRESS_SINCE),
  }
}

/** Without a password, in a pool where codes by mail are a first factor, the account is confirmed at once. No mail tells of it: the company does. */
async function create({ client, userPoolId }: UserPool, { name, address, addressSince }: Person): Promise<void> {
  try {
    await client.send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: address,
        UserAttributes: [
          { Name: 'email', Value: address },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: name },
          ...(addressSince === undefined ? [] : [{ Name: ADDRESS_SINCE, Value: addressSince }]),
        ],
        MessageAction: 'SUPPRESS',
      }),
    )
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error
    // Made by another publication since the list was read.
    await client.send(new AdminEnableUserCommand({ UserPoolId: userPoolId, Username: address }))
  }
}

/** Passkeys, tokens and the `sub` go with it. */
async function remove({ client, userPoolId }: UserPool, username: string): Promise<void> {
  try {
    await client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username: username }))
  } catch (error) {
    // Removed by another publication since the list was read.
    if (!(error instanceof UserNotFoundException)) throw error
  }
}

async function disable({ client, userPoolId }: UserPool, username: string): Promise<void> {
  const user = { UserPoolId: userPoolId, Username: username }
  await client.send(new AdminDisableUserCommand(user))
  await client.send(new AdminUserGlobalSignOutCommand(user))
}
