import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { readSecret, secretsClient, storeSecret } from '#adapters/secrets-manager/secrets.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'
import { secretsAtWork } from '#test/support/secrets-at-work.ts'

test('a secret is read as it was stored last, by name or by ARN, with the time of that', async () => {
  const { client, arn } = await secretsAtWork({ seal: 'as it was deployed' })
  const before = await readSecret({ client, secretId: 'seal' })
  expect(before.text).toBe('as it was deployed')
  await storeSecret({ client, secretId: arn('seal') }, '{"đổi":"khóa"}')
  const after = await readSecret({ client, secretId: arn('seal') })
  expect(after.text).toBe('{"đổi":"khóa"}')
  expect(after.storedAt.getTime()).toBeGreaterThanOrEqual(before.storedAt.getTime())
  expect(Math.abs(after.storedAt.getTime() - Date.now())).toBeLessThan(60_000)
})

test('one that is not there is an error', async () => {
  const { client } = await secretsAtWork({ seal: 'x' })
  await expect(readSecret({ client, secretId: 'other' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('while the service fails it is asked three times and no more', async () => {
  let calls = 0
  const server = createServer((request, response) => {
    calls++
    request.resume()
    response.writeHead(503).end('{}')
  })
  const running = await listenOnLoopback(server, 0)
  onTestFinished(running.stop)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = secretsClient({ endpoint: running.endpoint, region: 'ap-southeast-1', credentials })
  onTestFinished(() => client.destroy())
  await expect(readSecret({ client, secretId: 'seal' })).rejects.toThrow()
  expect(calls).toBe(3)
})
