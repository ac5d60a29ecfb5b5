/** Secrets as text in Secrets Manager. A function reads them at its start, so it waits only briefly for an answer. */
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager'

export interface SecretPlace {
  readonly client: SecretsManagerClient
  /** Its ARN or its name. */
  readonly secretId: string
}

/** Three tries of at most three seconds fit into the ten seconds in which a function must have started. */
export const secretsClient = (config: SecretsManagerClientConfig = {}): SecretsManagerClient =>
  new SecretsManagerClient({
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
    maxAttempts: 3,
    ...config,
  })

export interface SecretText {
  readonly text: string
  /** When this version of the secret was stored. */
  readonly storedAt: Date
}

export async function readSecret({ client, secretId }: SecretPlace): Promise<SecretText> {
  const { SecretString, CreatedDate } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
  if (SecretString === undefined || CreatedDate === undefined) throw new Error(`the secret ${secretId} holds no text`)
  return { text: SecretString, storedAt: CreatedDate }
}

/** The caller has no permission to read the secret; every other failure may be the moment's. */
export const mayNotRead = (error: unknown): boolean => error instanceof Error && error.name === 'AccessDeniedException'

export async function storeSecret({ client, secretId }: SecretPlace, text: string): Promise<void> {
  await client.send(new PutSecretValueCommand({ SecretId: secretId, SecretString: text }))
}
