import { expect, test } from 'vitest'
import { SuppressionKeyError, suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { suppressionKeysFromEnv } from '#functions/wiring/suppression-keys-from-env.ts'
import { secretsAtWork } from '#test/support/secrets-at-work.ts'

const SECRET = 'a key of the test, long enough to be one'

test('the key of suppressions is read where the environment says it lies', async () => {
  const { client, arn } = await secretsAtWork({ suppressions: SECRET })
  const keys = await suppressionKeysFromEnv({ SUPPRESSION_SECRET_ARN: arn('suppressions') }, { secrets: client })
  expect(keys.rowKey('email:h')).toBe(suppressionKeys({ secret: SECRET }).rowKey('email:h'))
})

test('a function without the key does not start: missing, too short, or Secrets Manager away', async () => {
  const { client, arn, stop } = await secretsAtWork({ suppressions: 'short' })
  const start = (name: string) => suppressionKeysFromEnv({ SUPPRESSION_SECRET_ARN: arn(name) }, { secrets: client })
  await expect(start('suppressions')).rejects.toThrow(SuppressionKeyError)
  await expect(start('another')).rejects.toThrow("can't find the specified secret")
  await stop()
  await expect(start('suppressions')).rejects.toThrow()
})
