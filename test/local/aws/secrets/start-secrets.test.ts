import { GetSecretValueCommand, ListSecretsCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { expect, test } from 'vitest'
import { scratchFolder } from '#test/cli/care-run.ts'
import { secretsAtWork } from '#test/support/secrets-at-work.ts'

const TOKEN = 'a-token-of-at-least-thirty-two-characters'

test('what was stored survives a restart; what a deployment would make is not made again', async () => {
  const folder = scratchFolder()
  const first = await secretsAtWork({ seal: 'made', till: 'made too' }, folder)
  await first.client.send(new PutSecretValueCommand({ SecretId: 'seal', SecretString: 'stored' }))
  await first.stop()
  const { client } = await secretsAtWork({ seal: 'made', till: 'made too' }, folder)
  const { SecretString, VersionStages } = await client.send(new GetSecretValueCommand({ SecretId: 'seal' }))
  expect([SecretString, VersionStages]).toEqual(['stored', ['AWSCURRENT']])
  expect((await client.send(new GetSecretValueCommand({ SecretId: 'till' }))).SecretString).toBe('made too')
})

test('a request that is repeated is done once; the same token for another text is refused', async () => {
  const { client } = await secretsAtWork({ seal: 'made' })
  const put = (SecretString: string) =>
    client.send(new PutSecretValueCommand({ SecretId: 'seal', SecretString, ClientRequestToken: TOKEN }))
  expect((await put('stored')).VersionId).toBe(TOKEN)
  expect((await put('stored')).VersionId).toBe(TOKEN)
  await expect(put('another')).rejects.toMatchObject({ name: 'ResourceExistsException' })
  expect((await client.send(new GetSecretValueCommand({ SecretId: 'seal' }))).SecretString).toBe('stored')
})

test('what it does not know is refused and not guessed', async () => {
  const { client } = await secretsAtWork({ seal: 'made' })
  const old = new GetSecretValueCommand({ SecretId: 'seal', VersionStage: 'AWSPREVIOUS' })
  await expect(client.send(old)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  const empty = new PutSecretValueCommand({ SecretId: 'seal', SecretString: '' })
  await expect(client.send(empty)).rejects.toMatchObject({ name: 'InvalidRequestException' })
  await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({ name: 'UnknownOperationException' })
})
