/** Secrets Manager on loopback with the SDK's own client, for as long as one test runs. */
import { onTestFinished } from 'vitest'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { secretArn } from '#local/aws/secrets/secret-store.ts'
import { startSecrets } from '#local/aws/secrets/start-secrets.ts'

export async function secretsAtWork(secrets: Readonly<Record<string, string>>, folder: string | null = null) {
  const server = await startSecrets({ folder, secrets })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = secretsClient({ endpoint: server.endpoint, region: 'ap-southeast-1', credentials })
  const stop = async () => {
    client.destroy()
    await server.stop()
  }
  let stopped: Promise<void> | undefined
  const once = () => {
    stopped ??= stop()
    return stopped
  }
  onTestFinished(once)
  return { client, endpoint: server.endpoint, arn: secretArn, stop: once }
}
