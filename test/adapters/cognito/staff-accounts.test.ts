import { expect, test } from 'vitest'
import { cognitoStaffAccounts } from '#adapters/cognito/staff-accounts.ts'
import { POOL_ID, userPool } from '#test/adapters/cognito/user-pool-server.ts'

const person = (name: string) => ({ name, address: `${name}@trasen.example.com` })
const [MAI, BAO, CHAU, HUY, DUONG] = ['mai', 'bao', 'chau', 'huy', 'duong'].map(person) as [
  Person,
  Person,
  Person,
  Person,
  Person,
]
type Person = ReturnType<typeof person>

async function company(options?: Parameters<typeof userPool>[0]) {
  const pool = await userPool(options)
  const { keepOnly } = cognitoStaffAccounts({ client: pool.client, userPoolId: POOL_ID })
  /** Of each address that was let go: whether an account stood there at that moment. */
  const letGo: string[] = []
  const beforeMaking = async (address: string) => {
    letGo.push(`${address} ${pool.users.some(({ attributes }) => attributes.email === address) ? 'with' : 'without'} account`)
  }
  return {
    ...pool,
    letGo,
    accounts: { keepOnly: (people: Parameters<typeof keepOnly>[0]) => keepOnly(people, { beforeMaking }) },
  }
}
const NOTHING = { created: 0, renewed: 0, disabled: 0, failed: [] }

test('everybody of the roster gets an account with a verified address, without a password and without a mail', async () => {
  const { accounts, users, standing } = await company()
  expect(await accounts.keepOnly([MAI, BAO])).toEqual({ ...NOTHING, created: 2 })
  expect(standing()).toEqual(['bao@trasen.example.com in', 'mai@trasen.example.com in'])
  expect(users.find(({ attributes }) => attributes.email === MAI.address)?.attributes).toEqual({
    email: MAI.address,
    email_verified: 'true',
    name: 'mai',
  })
})

test('the same roster again changes nothing', async () => {
  const { accounts, calls } = await company()
  await accounts.keepOnly([MAI, BAO])
  calls.length = 0
  expect(await accounts.keepOnly([MAI, BAO])).toEqual(NOTHING)
  expect(calls).toEqual(['ListUsers'])
})

test('whoever is no longer on the roster is disabled and signed out, and an address that comes back gets an account of its own', async () => {
  const { accounts, calls, standing, users, letGo } = await company()
  await accounts.keepOnly([MAI, BAO])
  const before = users.find(({ attributes }) => attributes.email === BAO.address)?.username
  expect(await accounts.keepOnly([MAI])).toEqual({ ...NOTHING, disabled: 1 })
  expect(calls.slice(-2)).toEqual([`AdminDisableUser ${BAO.address}`, `AdminUserGlobalSignOut ${BAO.address}`])
  expect(standing()).toEqual(['bao@trasen.example.com out', 'mai@trasen.example.com in'])
  letGo.length = 0
  expect(await accounts.keepOnly([MAI, BAO])).toEqual({ ...NOTHING, renewed: 1 })
  expect(standing()).toEqual(['bao@trasen.example.com in', 'mai@trasen.example.com in'])
  expect(users.find(({ attributes }) => attributes.email === BAO.address)?.username).not.toBe(before)
  expect(letGo).toEqual([`${BAO.address} without account`])
})

test('an address that is given to another person gets an account of its own, once; the account before is gone', async () => {
  const { accounts, calls, users, letGo } = await company()
  await accounts.keepOnly([MAI, BAO])
  const before = users.find(({ attributes }) => attributes.email === MAI.address)?.username
  calls.length = 0
  letGo.length = 0
  const lan = { ...MAI, name: 'Lan', addressSince: '2027-03-10' }
  expect(await accounts.keepOnly([lan, BAO])).toEqual({ ...NOTHING, renewed: 1 })
  expect(calls).toEqual([`ListUsers`, `AdminDeleteUser ${MAI.address}`, `AdminCreateUser ${MAI.address}`])
  expect(letGo).toEqual([`${MAI.address} without account`])
  const after = users.find(({ attributes }) => attributes.email === MAI.address)
  expect(after?.username).not.toBe(before)
  expect(after?.attributes).toMatchObject({ name: 'Lan', 'custom:address_since': '2027-03-10' })
  expect(await accounts.keepOnly([lan, BAO])).toEqual(NOTHING)
  expect(await accounts.keepOnly([{ ...lan, name: 'Vũ Lan' }, BAO])).toEqual(NOTHING)
})

test('of an account that could not be made anew the next publication makes up for it, wherever it broke off', async () => {
  const lan = { ...MAI, addressSince: '2027-03-10' }
  for (const step of ['AdminDeleteUser', 'AdminCreateUser']) {
    const { accounts, refuse, standing } = await company()
    await accounts.keepOnly([MAI])
    refuse(`${step} ${MAI.address}`, 'InternalErrorException', 1)
    expect(await accounts.keepOnly([lan])).toEqual({
      ...NOTHING,
      failed: [{ address: MAI.address, because: 'InternalErrorException' }],
    })
    const { created, renewed, failed } = await accounts.keepOnly([lan])
    expect({ made: created + renewed, failed }).toEqual({ made: 1, failed: [] })
    expect(standing()).toEqual(['mai@trasen.example.com in'])
  }
})

test('accounts on every page of the list are known, however few a page has, and an address in capitals is the same', async () => {
  const { accounts, users, calls, standing } = await company({ perPage: 2 })
  await accounts.keepOnly([MAI, BAO, CHAU, HUY])
  users.push({ username: 'by-hand', attributes: { email: 'Duong@TraSen.example.com' }, enabled: true })
  calls.length = 0
  expect(await accounts.keepOnly([MAI, DUONG])).toEqual({ ...NOTHING, disabled: 3 })
  expect(calls.filter((call) => call === 'ListUsers')).toHaveLength(3)
  expect(standing().filter((line) => line.endsWith(' in'))).toEqual(['Duong@TraSen.example.com in', 'mai@trasen.example.com in'])
})

test('an account without an address is nobody’s, and is disabled', async () => {
  const { accounts, users } = await company()
  users.push({ username: 'by-hand', attributes: {}, enabled: true })
  expect(await accounts.keepOnly([MAI])).toEqual({ ...NOTHING, created: 1, disabled: 1 })
  expect(users[0]?.enabled).toBe(false)
})

test('an account that another publication has made meanwhile is enabled and not made twice', async () => {
  const { accounts, onceListed, users, calls } = await company()
  onceListed(() => users.push({ username: 'theirs', attributes: { email: MAI.address }, enabled: false }))
  expect(await accounts.keepOnly([MAI])).toEqual({ ...NOTHING, created: 1 })
  expect(calls).toEqual(['ListUsers', `AdminCreateUser ${MAI.address}`, `AdminEnableUser ${MAI.address}`])
  expect(users).toMatchObject([{ username: 'theirs', enabled: true }])
})

test('while Cognito throttles it is asked again', async () => {
  const { accounts, refuse, calls, standing } = await company()
  refuse('ListUsers', 'TooManyRequestsException', 2)
  refuse('AdminCreateUser', 'TooManyRequestsException', 2)
  expect(await accounts.keepOnly([MAI])).toEqual({ ...NOTHING, created: 1 })
  expect(calls.filter((call) => call === 'ListUsers')).toHaveLength(3)
  expect(standing()).toEqual(['mai@trasen.example.com in'])
})

test('one account that cannot be changed is named with the reason, and the others are changed', async () => {
  const { accounts, refuse, standing } = await company()
  await accounts.keepOnly([MAI, BAO, CHAU])
  refuse(`AdminDisableUser ${BAO.address}`, 'InternalErrorException')
  refuse(`AdminCreateUser ${HUY.address}`, 'InvalidParameterException')
  const changes = await accounts.keepOnly([MAI, HUY, DUONG])
  expect({ ...changes, failed: changes.failed.toSorted((a, b) => (a.address < b.address ? -1 : 1)) }).toEqual({
    created: 1,
    renewed: 0,
    disabled: 1,
    failed: [
      { address: BAO.address, because: 'InternalErrorException' },
      { address: HUY.address, because: 'InvalidParameterException' },
    ],
  })
  expect(standing()).toEqual([
    'bao@trasen.example.com in',
    'chau@trasen.example.com out',
    'duong@trasen.example.com in',
    'mai@trasen.example.com in',
  ])
})

test('when the list cannot be read nobody is made or disabled', async () => {
  const { accounts, refuse, calls } = await company()
  refuse('ListUsers', 'NotAuthorizedException')
  await expect(accounts.keepOnly([MAI])).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect(calls).toEqual(['ListUsers'])
})
